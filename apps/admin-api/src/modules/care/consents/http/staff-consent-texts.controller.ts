import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { CurrentStaff, StaffRoute, type StaffPrincipal } from '../../../../platform/auth/index.js';
import { Database } from '../../../../platform/database/index.js';
import {
  Idempotent,
  IdempotentWork,
  type IdempotentCall,
} from '../../../../platform/idempotency/index.js';
import { currentNotices, versionsOf } from '../data/consent-texts.js';
import { PublishConsentText } from '../publish-consent-text.js';
import { ConsentScreens } from './consent-screens.js';
import {
  ConsentTextDto,
  ConsentTextListDto,
  ConsentTextsQueryDto,
  PublishConsentTextDto,
} from './dto/consent.dto.js';

/** The words of consents and of the risk notices of services. */
@Controller('staff/consent-texts')
export class StaffConsentTextsController {
  constructor(
    private readonly database: Database,
    private readonly idempotent: IdempotentWork,
    private readonly publishText: PublishConsentText,
    private readonly screens: ConsentScreens,
  ) {}

  /** Every version, latest first; for `notice` without a service the one in force of each. */
  @Get()
  @StaffRoute('consents.write')
  async list(@Query() { kind, serviceId }: ConsentTextsQueryDto): Promise<ConsentTextListDto> {
    const { database } = this;
    const texts =
      kind === 'notice' && serviceId === undefined
        ? await currentNotices(database)
        : await versionsOf(database, serviceId ?? kind);
    return { items: await this.screens.texts(database, texts) };
  }

  /** A new version takes the place of the one before; what was signed keeps its own words. */
  @Post()
  @StaffRoute('consents.write')
  publish(
    @CurrentStaff() staff: StaffPrincipal,
    @Idempotent() call: IdempotentCall,
    @Body() body: PublishConsentTextDto,
  ): Promise<ConsentTextDto> {
    return this.idempotent.run(call, async (tx) => {
      const text = await this.publishText.execute(tx, staff, {
        ...{ kind: body.kind, serviceId: body.serviceId ?? null },
        ...{ title: body.title.trim(), body: body.body.trim() },
        // A consent is always there to be given; only a service may stop asking for its notice.
        required: body.kind !== 'notice' || (body.required ?? true),
        guardianBelow: body.guardianBelow ?? 14,
      });
      const [shown] = await this.screens.texts(tx, [text]);
      if (!shown) throw new Error('a text that is not shown');
      return shown;
    });
  }
}

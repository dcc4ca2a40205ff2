import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ClientRoute, CurrentClient, type ClientPrincipal } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { Config } from '../../../platform/config/index.js';
import { Database } from '../../../platform/database/index.js';
import { refuseField } from '../../../platform/errors/index.js';
import {
  Idempotent,
  IdempotentWork,
  type IdempotentCall,
} from '../../../platform/idempotency/index.js';
import { creditsOf, recordConsent } from '../data/message-credits.js';
import { MessageTemplateListDto, RecordConsentsDto } from './dto/message.dto.js';

/** What there is to ask for, and when; no occasion has more than three, which is what WeChat takes in one tap. */
const ASKED_FOR = [
  { kind: 'confirmed', occasion: 'booking', title: '预约确认通知' },
  { kind: 'changed', occasion: 'booking', title: '预约变更通知' },
  { kind: 'cancelled', occasion: 'booking', title: '预约取消通知' },
  { kind: 'balance', occasion: 'payment', title: '余额变动提醒' },
  { kind: 'session', occasion: 'payment', title: '次卡核销提醒' },
  { kind: 'coupon', occasion: 'coupon', title: '卡券到期提醒' },
] as const;

@Controller('client')
export class ClientMessagesController {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly idempotent: IdempotentWork,
    private readonly clock: Clock,
  ) {}

  /** The messages that clients may allow, each with the occasion at which one tap asks for it. */
  @Get('message-templates')
  @ClientRoute()
  async templates(@CurrentClient() client: ClientPrincipal): Promise<MessageTemplateListDto> {
    const { templates } = this.config.wechat;
    const credits = await creditsOf(this.database, client.openid);
    const items = ASKED_FOR.flatMap((asked) => {
      const templateId = templates[asked.kind];
      if (templateId === undefined) return [];
      return [{ ...asked, templateId, credits: credits.get(templateId) ?? 0 }];
    });
    return { items };
  }

  /** What the client answered when the phone asked; each accept is worth one message. */
  @Post('subscriptions')
  @HttpCode(204)
  @ClientRoute()
  async record(
    @CurrentClient() client: ClientPrincipal,
    @Idempotent() call: IdempotentCall,
    @Body() { results }: RecordConsentsDto,
  ): Promise<void> {
    // Without the templates that this salon does not have: a result that names none is no answer to any.
    const known = new Set(
      Object.values(this.config.wechat.templates).filter((id) => id !== undefined),
    );
    results.forEach(({ templateId }, index) => {
      if (!known.has(templateId)) refuseField(`results.${index}.templateId`, '没有这种消息');
    });
    const at = this.clock.now();
    // In one order, so that two taps of one phone do not wait for each other in a circle.
    const sorted = [...results].sort((a, b) => (a.templateId < b.templateId ? -1 : 1));
    await this.idempotent.run(call, async (tx) => {
      for (const { templateId, result } of sorted) {
        await recordConsent(tx, client.openid, templateId, result, at);
      }
      return {};
    });
  }
}

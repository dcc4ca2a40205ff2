import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { visitById } from '../../appointments/index.js';
import { ClientRoute, CurrentClient, type ClientPrincipal } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { Config } from '../../../platform/config/index.js';
import { Database } from '../../../platform/database/index.js';
import { refuse, refuseField } from '../../../platform/errors/index.js';
import {
  Idempotent,
  IdempotentWork,
  type IdempotentCall,
} from '../../../platform/idempotency/index.js';
import { creditsOf, recordConsent } from '../data/message-credits.js';
import { reminderRulesOf } from '../data/reminder-rules.js';
import { rankTemplates } from '../rules/rank-templates.js';
import { DEFAULT_REMINDERS } from '../rules/reminders.js';
import {
  MessageTemplateListDto,
  MessageTemplatesQueryDto,
  RecordConsentsDto,
  type MessageTemplateDto,
} from './dto/message.dto.js';

/** What is asked for at other occasions; none has more than three, which is what WeChat takes in one tap. */
const ASKED_FOR = [
  { kind: 'balance', occasion: 'payment' },
  { kind: 'session', occasion: 'payment' },
  { kind: 'coupon', occasion: 'coupon' },
] as const;

const TITLES: Readonly<Record<MessageTemplateDto['kind'], string>> = {
  ...{ confirmed: '预约确认通知', changed: '预约变更通知', cancelled: '预约取消通知' },
  ...{ reminder: '预约提醒', soon: '服务即将开始提醒' },
  ...{ balance: '余额变动提醒', session: '次卡核销提醒', coupon: '卡券到期提醒' },
};

@Controller('client')
export class ClientMessagesController {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly idempotent: IdempotentWork,
    private readonly clock: Clock,
  ) {}

  /**
   * The messages that clients may allow, each with the occasion at which one tap asks for it; those about visits in the
   * order in which this visit needs them. The phone asks for the first three that she has not allowed yet.
   */
  @Get('message-templates')
  @ClientRoute()
  async templates(
    @CurrentClient() client: ClientPrincipal,
    @Query() { appointmentId }: MessageTemplatesQueryDto,
  ): Promise<MessageTemplateListDto> {
    const { templates } = this.config.wechat;
    const visit =
      appointmentId === undefined
        ? undefined
        : await visitById(this.database, client, appointmentId);
    if (appointmentId !== undefined && !visit) refuse('APPOINTMENT_NOT_FOUND');
    const rules = visit ? await reminderRulesOf(this.database, visit.storeId) : DEFAULT_REMINDERS;
    const ofVisits = rankTemplates(visit, rules, this.clock.now());
    const asked = [
      ...ofVisits.map((kind) => ({ kind, occasion: 'booking' as const })),
      ...ASKED_FOR,
    ];
    const credits = await creditsOf(this.database, client.openid);
    const items = asked.flatMap(({ kind, occasion }) => {
      const templateId = templates[kind];
      if (templateId === undefined) return [];
      const title = TITLES[kind];
      return [{ kind, occasion, title, templateId, credits: credits.get(templateId) ?? 0 }];
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

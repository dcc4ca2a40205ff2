import { Injectable } from '@nestjs/common';
import { CustomerRepository } from '../customers/index.js';
import { AuditTrail } from '../../platform/audit/index.js';
import {
  principalKey,
  type ClientPrincipal,
  type StaffPrincipal,
} from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { refuse, refuseField } from '../../platform/errors/index.js';
import { choiceOf, saveChoice, type MarketingChoice } from './data/choices.js';

/** Keeps what a client wants to hear of: said on her phone, or to somebody at the desk. */
@Injectable()
export class ChooseMarketing {
  constructor(
    private readonly customers: CustomerRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Refusal CLIENT_NOT_FOUND, CLIENT_MERGED, MARKETING_CHOICE_CHANGED when somebody was faster, INVALID_INPUT
   *   naming `sms` or `calls` for those to somebody who wants none
   */
  async execute(
    tx: Tx,
    who: ClientPrincipal | StaffPrincipal,
    customerId: string,
    wish: MarketingChoice,
  ): Promise<MarketingChoice> {
    if (wish.optedOut && wish.sms) refuseField('sms', '不接收营销时，不能再接收短信');
    if (wish.optedOut && wish.calls) refuseField('calls', '不接收营销时，不能再接听电话');
    await this.customers.lockActive(tx, customerId);
    const before = await choiceOf(tx, customerId);
    if (before.version !== wish.version)
      refuse('MARKETING_CHOICE_CHANGED', { extras: { version: before.version } });
    const choice = { ...wish, version: before.version + 1 };
    const id = principalKey(who).slice(who.kind.length + 1);
    const by = { kind: who.kind, id, name: who.kind === 'staff' ? who.name : '顾客' };
    await saveChoice(tx, customerId, choice, by, this.clock.now());
    const { optedOut, sms, calls } = choice;
    await this.audit.record(tx, {
      ...{ actor: who, action: 'marketing.chosen', detail: { optedOut, sms, calls } },
      subject: { kind: 'customer', id: customerId },
    });
    return choice;
  }
}

import { Injectable } from '@nestjs/common';
import { Ledger, lotsByIds } from '../ledger/index.js';
import { AuditTrail } from '../../platform/audit/index.js';
import type { StaffPrincipal } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { CustomerWallets } from './customer-wallets.js';
import { paidBackUsed } from './data/refunds.js';
import { settingsOf } from './data/settings.js';
import {
  lockSpend,
  lotIdsOfSpend,
  markSpendReversed,
  spendById,
  type Spend,
} from './data/spends.js';
import type { ReversedEntry } from './reverse-top-up.js';
import { actorOf, byOf, storeDay } from './store-day.js';
import { ValueEvents } from './value-events.js';

/** Undoes a wrong deduction by its mirror: the lots that gave get back what they gave. */
@Injectable()
export class ReverseSpend {
  constructor(
    private readonly wallets: CustomerWallets,
    private readonly ledger: Ledger,
    private readonly audit: AuditTrail,
    private readonly events: ValueEvents,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Refusal SPEND_NOT_FOUND also for another store's, SPEND_STATE, REVERSAL_TOO_LATE, REFUND_OPEN,
   *   SPEND_PAID_BACK when a refund gave money for it already
   */
  async execute(tx: Tx, staff: StaffPrincipal, id: string, reason: string): Promise<ReversedEntry> {
    const known = await spendById(tx, id);
    if (!known || !staff.storeIds.includes(known.storeId)) return refuse('SPEND_NOT_FOUND');
    await this.wallets.lock(tx, known.customerId);
    const spend = (await lockSpend(tx, id)) ?? refuse('SPEND_NOT_FOUND');
    if (spend.state !== 'done') refuse('SPEND_STATE', { extras: { state: spend.state } });
    const lotIds = await lotIdsOfSpend(tx, id);
    await requireOwnLots(tx, spend, lotIds);
    // A lot that is being paid back is reckoned with already.
    await this.wallets.requireNoOpenRefund(tx, spend.customerId);
    // What went back for the used part would come a second time.
    if (await paidBackUsed(tx, lotIds)) refuse('SPEND_PAID_BACK');
    const { today } = await storeDay(tx, spend.storeId, this.clock.now());
    const { reversalSameDayOnly } = await settingsOf(tx, spend.storeId);
    const spentOn = (await storeDay(tx, spend.storeId, spend.createdAt)).today;
    // A disputed deduction is set right whenever it is looked into.
    if (reversalSameDayOnly && spend.disputedAt === null && spentOn !== today)
      refuse('REVERSAL_TOO_LATE');
    const reversed = await this.ledger.reverse(tx, {
      ...{ txId: spend.txId, bizKey: `spend.${id}`, shortfall: 'refuse' },
      ...{ storeId: spend.storeId, effectiveOn: today, actor: actorOf(byOf(staff)) },
      meta: { title: `冲正：${spend.title}`, of: 'spend', spendId: id },
    });
    await markSpendReversed(tx, id, reversed.txId, reason);
    await this.audit.record(tx, {
      ...{ actor: staff, action: 'wallet.spend_reversed' },
      subject: { kind: 'customer', id: spend.customerId },
      detail: { spendId: id, amountFen: spend.amountFen, reason },
    });
    await this.events.tell(tx, 'value.spend_reversed', spend);
    return { id, entryNo: reversed.entryNo, owedFen: reversed.shortfallFen };
  }
}

/** Lots that went on to a joined file are not where the entry took from; its mirror would miss them. */
async function requireOwnLots(
  tx: Tx,
  { customerId, txId }: Spend,
  lotIds: readonly number[],
): Promise<void> {
  const lots = await lotsByIds(tx, lotIds);
  const own = lots.every((lot) => lot.ownerId === customerId && lot.sourceTxId <= txId);
  if (!own) refuse('SPEND_STATE');
}

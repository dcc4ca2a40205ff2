import { Injectable } from '@nestjs/common';
import { Ledger } from '../../ledger/index.js';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { Principal, StaffPrincipal } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import { Activity } from '../activity/activity.js';
import { settingsOf } from '../data/settings.js';
import { actorOf, byOf, storeDay } from '../store-day.js';
import { ValueEvents } from '../value-events.js';
import { lockPackage, type Package } from './data/packages.js';
import {
  lockSessionUse,
  reverseSessionUse,
  sessionUseById,
  type SessionUse,
} from './data/session-uses.js';
import { PackageRefunds } from './package-refunds.js';
import { sessionsOf } from './rules/sale-legs.js';

/** Undoes a wrong use by its mirror: session and money are in the package again. */
@Injectable()
export class ReverseSessionUse {
  constructor(
    private readonly refunds: PackageRefunds,
    private readonly ledger: Ledger,
    private readonly activity: Activity,
    private readonly events: ValueEvents,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Refusal SESSION_USE_NOT_FOUND also for another store's, SESSION_USE_STATE, PACKAGE_STATE when the package
   *   is no more, REVERSAL_TOO_LATE, REFUND_OPEN, SESSION_USE_OF_BILL: the whole bill is reversed
   */
  async execute(tx: Tx, staff: StaffPrincipal, id: string, reason: string): Promise<SessionUse> {
    return this.#reverse(tx, staff, id, reason, async (use) => {
      const { billId } = use;
      if (billId !== null) refuse('SESSION_USE_OF_BILL', { extras: { billId } });
      return this.#requireInTime(tx, use);
    });
  }

  /**
   * A use of a bill that is undone, or of a visit whose bill has nothing of it, on whichever day that is.
   * @param by the desk, or the client whose tap pays @throws as execute, without the day
   */
  ofBill(tx: Tx, by: Principal, id: string, reason: string): Promise<SessionUse> {
    return this.#reverse(tx, by, id, reason, async ({ storeId }) => {
      return (await storeDay(tx, storeId, this.clock.now())).today;
    });
  }

  async #reverse(
    tx: Tx,
    by: Principal,
    id: string,
    reason: string,
    dayOf: (use: SessionUse) => Promise<string>,
  ): Promise<SessionUse> {
    const known = await sessionUseById(tx, id);
    if (!known || !mayTouch(by, known)) return refuse('SESSION_USE_NOT_FOUND');
    // The package first, as everywhere; then the use, which its client may be answering.
    const pack = (await lockPackage(tx, known.packageId)) ?? refuse('PACKAGE_NOT_FOUND');
    const use = (await lockSessionUse(tx, id)) ?? refuse('SESSION_USE_NOT_FOUND');
    if (use.state !== 'done') refuse('SESSION_USE_STATE', { extras: { state: use.state } });
    if (pack.state !== 'active') refuse('PACKAGE_STATE', { extras: { state: pack.state } });
    await this.refunds.requireNone(tx, pack);
    const today = await dayOf(use);
    const reversed = use.txId === null ? null : await this.#mirror(tx, by, pack, use, today);
    await reverseSessionUse(tx, use, reversed, reason);
    await this.activity.reverse(tx, 'session', id, today);
    await this.events.tell(tx, 'session.reversed', { ...use, amountFen: use.valueFen });
    await this.audit.record(tx, {
      ...{ actor: by, action: 'package.session_reversed' },
      subject: { kind: 'customer', id: pack.customerId },
      detail: { sessionUseId: id, packageId: pack.id, reason },
    });
    return (await sessionUseById(tx, id)) ?? refuse('SESSION_USE_NOT_FOUND');
  }

  /** The mirror puts back where the use took from: a session that was kept for a visit is free again. */
  async #mirror(
    tx: Tx,
    by: Principal,
    pack: Package,
    use: SessionUse,
    today: string,
  ): Promise<number> {
    const { storeId, packageId, id } = use;
    if (use.txId === null) throw new Error('a use of a card by time has no entry');
    const head = { storeId, effectiveOn: today, actor: actorOf(byOf(by)) };
    const reversed = await this.ledger.reverse(tx, {
      ...{ ...head, txId: use.txId, bizKey: `session_use.${id}`, shortfall: 'refuse' },
      meta: { title: `冲正：${use.title}`, of: 'session', packageId, sessionUseId: id },
    });
    if (use.reservationId !== null) await this.#free(tx, pack, use, head);
    return reversed.txId;
  }

  async #free(
    tx: Tx,
    pack: Package,
    { id, itemId }: SessionUse,
    head: { storeId: string; effectiveOn: string; actor: ReturnType<typeof actorOf> },
  ): Promise<void> {
    const lot = pack.items.find((item) => item.id === itemId)?.lotId ?? null;
    if (lot === null) throw new Error('an item that was used has a lot');
    await this.ledger.post(tx, {
      ...{ ...head, kind: 'session_release', bizKey: `session_use.${id}` },
      meta: { title: '退回占用', sessionUseId: id },
      legs: [
        {
          debit: sessionsOf(itemId, 'SES_RESERVED'),
          credit: sessionsOf(itemId, 'SES_AVAIL'),
          ...{ amount: 1, lot: { id: lot } },
        },
      ],
    });
  }

  /** A disputed use is set right whenever it is looked into. */
  async #requireInTime(tx: Tx, use: SessionUse): Promise<string> {
    const { today } = await storeDay(tx, use.storeId, this.clock.now());
    const { reversalSameDayOnly } = await settingsOf(tx, use.storeId);
    const usedOn = (await storeDay(tx, use.storeId, use.createdAt)).today;
    if (reversalSameDayOnly && use.disputedAt === null && usedOn !== today)
      refuse('REVERSAL_TOO_LATE');
    return today;
  }
}

const mayTouch = (by: Principal, { storeId, customerId }: SessionUse): boolean =>
  by.kind === 'client'
    ? by.customerId === customerId
    : by.kind === 'staff' && by.storeIds.includes(storeId);

import { Injectable } from '@nestjs/common';
import { Ledger, ofCustomer, ofHouse, type Leg } from '../ledger/index.js';
import { Refunds } from '../payments/index.js';
import { AuditTrail } from '../../platform/audit/index.js';
import type {
  ClientPrincipal,
  Permission,
  Principal,
  StaffPrincipal,
} from '../../platform/auth/index.js';
import { Clock, type LocalDate } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { Activity } from './activity/activity.js';
import { CustomerWallets } from './customer-wallets.js';
import {
  changeItem,
  decideRefund,
  itemsOfRefunds,
  lockRefund,
  refundById,
  type RefundItem,
  type ValueRefund,
} from './data/refunds.js';
import { topUpsOfLots } from './data/top-ups.js';
import type { Wallet } from './data/wallets.js';
import type { Package } from './packages/data/packages.js';
import { PackageRefunds } from './packages/package-refunds.js';
import { RefundDebts } from './refund-debts.js';
import { refundLegs } from './rules/refund-bases.js';
import { SettleRefundItem } from './settle-refund-item.js';
import { actorOf, byOf, storeDay } from './store-day.js';
import { ValueEvents } from './value-events.js';

/** The second person's word on a refund, or the client's that she does not want it any more. */
@Injectable()
export class DecideRefund {
  constructor(
    private readonly wallets: CustomerWallets,
    private readonly ledger: Ledger,
    private readonly packages: PackageRefunds,
    private readonly debts: RefundDebts,
    private readonly activity: Activity,
    private readonly refunds: Refunds,
    private readonly settle: SettleRefundItem,
    private readonly events: ValueEvents,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * What was held leaves the wallet and is payable from now on; what WeChat took is sent back through it.
   * @throws Refusal REFUND_NOT_FOUND also for another store's, REFUND_STATE, REFUND_BY_SECOND_PERSON, WALLET_FROZEN,
   *   REFUND_CHANGED with `amountFen` when what the client owes is another amount by now
   */
  async approve(tx: Tx, staff: StaffPrincipal, id: string, note: string | null): Promise<void> {
    const { refund, wallet, pack } = await this.#lock(tx, id, ofStoresOf(staff));
    if (refund.requestedBy === staff.staffId) refuse('REFUND_BY_SECOND_PERSON');
    if (wallet.frozen) refuse('WALLET_FROZEN');
    const items = await itemsOfRefunds(tx, [id]);
    await this.debts.requireUnchanged(tx, refund, items);
    const { today } = await storeDay(tx, refund.storeId, this.clock.now());
    const head = { storeId: refund.storeId, effectiveOn: today, actor: actorOf(byOf(staff)) };
    const legs = pack
      ? await this.packages.legsOf(tx, pack, items)
      : items.flatMap((item) => legsOf(refund, item));
    const about = pack && { packageId: pack.id, of: 'package' };
    const entry = await this.ledger.captureHold(tx, {
      ...{ ...head, kind: pack ? this.packages.kindOf(pack) : 'refund_approve', bizKey: id },
      meta: { title: pack ? `退卡：${pack.name}` : '储值退款', refundId: id, ...about },
      ...{ holdIds: holdsOf(items), legs },
    });
    if (pack) await this.packages.close(tx, byOf(staff), pack, refund, entry);
    else await this.debts.relieve(tx, items, head);
    await this.#decide(tx, staff, refund, 'approved', note);
    await this.#uncount(tx, pack, items, today);
    for (const item of items) await this.#send(tx, staff, refund, item);
    await this.settle.finishIfDone(tx, id);
  }

  /** Turned down: what was held is free again. @throws as approve */
  async reject(tx: Tx, staff: StaffPrincipal, id: string, note: string): Promise<void> {
    const { refund } = await this.#lock(tx, id, ofStoresOf(staff));
    if (refund.requestedBy === staff.staffId) refuse('REFUND_BY_SECOND_PERSON');
    await this.#release(tx, staff, refund, 'rejected', note);
  }

  /**
   * The client takes her request back, or the one that was made for her; whoever made one for her takes back her own.
   * @throws Refusal REFUND_NOT_FOUND, REFUND_STATE
   */
  async withdraw(tx: Tx, who: ClientPrincipal | StaffPrincipal, id: string): Promise<void> {
    const { refund } = await this.#lock(tx, id, (known) => mayWithdraw(who, known));
    await this.#release(tx, who, refund, 'withdrawn', null);
  }

  /** What goes back was not paid: tiers do not count it any more. */
  async #uncount(
    tx: Tx,
    pack: Package | undefined,
    items: readonly RefundItem[],
    today: LocalDate,
  ): Promise<void> {
    const [first] = items;
    if (pack && first) {
      const given = {
        ...({ originKind: 'package', originId: pack.id, sourceKind: 'refund' } as const),
        ...{ sourceId: first.refundId, amountFen: sumOf(items), bonusFen: 0 },
      };
      await this.activity.giveBack(tx, given, today);
    }
    const topUps = await topUpsOfLots(
      tx,
      items.map(({ lotId }) => lotId),
    );
    for (const { refundId, seq, lotId, amountFen, bonusFen } of items) {
      const topUp = topUps.get(lotId);
      if (!topUp) continue;
      const given = {
        ...({ originKind: 'top_up', originId: topUp.id, sourceKind: 'refund' } as const),
        ...{ sourceId: `${refundId}.${seq}`, amountFen, bonusFen },
      };
      await this.activity.giveBack(tx, given, today);
    }
  }

  /** File, wallet and package first, as everywhere; then the refund, which two who decide at once wait for. */
  async #lock(
    tx: Tx,
    id: string,
    mayAct: (refund: ValueRefund) => boolean,
  ): Promise<{
    readonly refund: ValueRefund;
    readonly wallet: Wallet;
    readonly pack: Package | undefined;
  }> {
    const known = await refundById(tx, id);
    if (!known || !mayAct(known)) return refuse('REFUND_NOT_FOUND');
    const buyers = await this.debts.buyers(tx, await itemsOfRefunds(tx, [id]));
    const wallet = await this.wallets.lockAll(tx, known.customerId, buyers);
    const pack = await this.packages.lockOf(tx, known);
    const refund = (await lockRefund(tx, id)) ?? refuse('REFUND_NOT_FOUND');
    if (refund.state !== 'requested') refuse('REFUND_STATE', { extras: { state: refund.state } });
    return { refund, wallet, pack };
  }

  async #release(
    tx: Tx,
    who: ClientPrincipal | StaffPrincipal,
    refund: ValueRefund,
    state: 'rejected' | 'withdrawn',
    note: string | null,
  ): Promise<void> {
    const items = await itemsOfRefunds(tx, [refund.id]);
    const { today } = await storeDay(tx, refund.storeId, this.clock.now());
    await this.ledger.releaseHold(tx, {
      ...{ kind: 'hold_release', bizKey: refund.id, storeId: refund.storeId, effectiveOn: today },
      ...{ actor: actorOf(byOf(who)), meta: { title: '退款未办理', refundId: refund.id } },
      holdIds: holdsOf(items),
    });
    for (const item of items) await changeItem(tx, item, { state: 'released' });
    await this.#decide(tx, who, refund, state, note);
  }

  async #decide(
    tx: Tx,
    who: ClientPrincipal | StaffPrincipal,
    refund: ValueRefund,
    state: 'approved' | 'rejected' | 'withdrawn',
    note: string | null,
  ): Promise<void> {
    const { kind, id: by, name } = byOf(who);
    if (kind === 'system') throw new Error('a person decides');
    await decideRefund(tx, refund, { state, kind, by, name, note, at: this.clock.now() });
    await this.events.tell(tx, 'value.refund_decided', refund);
    await this.audit.record(tx, {
      ...{ actor: who, action: `refund.${state}` },
      subject: { kind: 'customer', id: refund.customerId },
      detail: { refundId: refund.id, amountFen: refund.amountFen },
    });
  }

  /** Starts the way back of one lot's money. */
  async #send(tx: Tx, staff: StaffPrincipal, refund: ValueRefund, item: RefundItem): Promise<void> {
    if (item.way === 'none') {
      await changeItem(tx, item, { state: 'settled', settledAt: this.clock.now() });
      return;
    }
    if (item.way !== 'wechat' || item.orderNo === null) {
      await changeItem(tx, item, { state: 'to_pay' });
      return;
    }
    const { orderNo, amountFen } = item;
    // Too old or too often for WeChat by now: then by bank transfer, and nobody waits for what cannot come.
    if (await this.refunds.hindrance(tx, orderNo, amountFen)) {
      await changeItem(tx, item, { way: 'bank_transfer', state: 'to_pay' });
      return;
    }
    const by = requesterOf(refund);
    const wish = {
      orderNo,
      amountFen,
      reason: refund.packageId === '' ? '储值退款' : '退卡',
      by,
      byName: refund.requestedName,
    };
    const { refundNo } = await this.refunds.request(tx, wish);
    await this.refunds.approve(tx, refundNo, staff);
    await changeItem(tx, item, { state: 'sent', refundNo });
  }
}

/** Who asked, as payments keep it: a name and an id, with no rights of a session. */
function requesterOf({ requestedKind, requestedBy, requestedName }: ValueRefund): Principal {
  const session = { sessionId: '' };
  if (requestedKind === 'client')
    return { kind: 'client', customerId: requestedBy, openid: '', ...session };
  const rights = { roles: [], storeIds: [], permissions: new Set<Permission>() };
  return { kind: 'staff', staffId: requestedBy, name: requestedName, ...rights, ...session };
}

/** Whether it is hers to take back, in a store that is still hers; what others asked for is turned down by whoever decides. */
export function mayWithdraw(who: ClientPrincipal | StaffPrincipal, refund: ValueRefund): boolean {
  if (who.kind === 'client') return refund.customerId === who.customerId;
  const isOwn = refund.requestedKind === 'staff' && refund.requestedBy === who.staffId;
  return isOwn && who.storeIds.includes(refund.storeId);
}

/** What goes back and what pays a debt: either way it is hers no more. */
const sumOf = (items: readonly RefundItem[]): number =>
  items.reduce((sum, { amountFen, setOffFen }) => sum + amountFen + setOffFen, 0);

const ofStoresOf =
  (staff: StaffPrincipal) =>
  (refund: ValueRefund): boolean =>
    staff.storeIds.includes(refund.storeId);

const holdsOf = (items: readonly RefundItem[]): number[] =>
  items.flatMap((item) =>
    [item.principalHoldId ?? [], item.bonusHoldId ?? [], item.sessionsHoldId ?? []].flat(),
  );

/** What was held of a lot: to what is payable, to the house for bonus that was used, and the bonus lapses; what pays her debt is not payable. */
function legsOf({ customerId }: ValueRefund, item: RefundItem): Leg[] {
  const { storeId, lotId, principalFen, bonusFen } = item;
  const dueFen = item.amountFen + item.setOffFen;
  const { fromPrincipalFen, recoveredFen, fromRevenueFen } = refundLegs(principalFen, dueFen);
  const principal = ofCustomer('SV_PRINCIPAL', customerId);
  const payable = ofHouse('REFUND_PAYABLE', storeId);
  const lot = { id: lotId };
  const legs: Leg[] = [
    { debit: principal, credit: payable, amount: fromPrincipalFen, lot },
    {
      debit: principal,
      credit: ofHouse('REV_BONUS_RECOVERY', storeId),
      ...{ amount: recoveredFen, lot },
    },
    { debit: ofHouse('REV_SERVICE', storeId), credit: payable, amount: fromRevenueFen },
    {
      debit: ofCustomer('SV_BONUS', customerId),
      credit: ofHouse('BONUS_FUNDING', storeId),
      ...{ amount: bonusFen, lot },
    },
    {
      debit: payable,
      credit: ofCustomer('CUST_RECEIVABLE', customerId),
      amount: item.setOffFen,
    },
  ];
  return legs.filter((leg) => leg.amount > 0);
}

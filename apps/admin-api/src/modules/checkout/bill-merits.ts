import { Injectable } from '@nestjs/common';
import type { PointsTender } from '@yance/shared-types';
import {
  Activity,
  EarnPoints,
  RedeemPoints,
  byOf,
  liveUsesOf,
  type Happened,
} from '../membership/index.js';
import type { Principal } from '../../platform/auth/index.js';
import type { LocalDate } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { refuse, refuseField } from '../../platform/errors/index.js';
import type { BillTender } from './data/tenders.js';
import type { Bill, BillLine } from './rules/bill.js';
import { billFacts, pointsPaid } from './rules/merits.js';
import type { SplitTender } from './rules/tenders.js';

/** What a bill does for its client beside its price: the points that it takes and brings, and what counts for her tier. */
@Injectable()
export class BillMerits {
  constructor(
    private readonly redeemPoints: RedeemPoints,
    private readonly earnPoints: EarnPoints,
    private readonly activity: Activity,
  ) {}

  /**
   * Takes the points that pay a part of it.
   * @param agreed she said yes to it: what takes from her needs that
   * @throws Refusal INVALID_INPUT without consent, or where they are worth another amount; POINTS_SHARE_TOO_HIGH
   *   { mostPoints }, POINTS_TOO_LOW { available }
   */
  async redeem(
    tx: Tx,
    by: Principal,
    { id: billId, storeId, customerId }: Bill,
    paying: {
      readonly tenders: readonly SplitTender[];
      readonly agreed: boolean;
      readonly on: LocalDate;
      /** What they may pay a share of. */
      readonly goodsFen: number;
    },
  ): Promise<void> {
    const place = paying.tenders.findIndex(({ kind }) => kind === 'points');
    const { points, amountFen = 0 } = paying.tenders[place] ?? {};
    if (points === undefined) return;
    if (customerId === null) return refuse('BILL_NEEDS_CLIENT');
    if (!paying.agreed) refuseField('code', '请扫顾客的会员码，或填写签字单号');
    const use = {
      ...{ customerId, storeId, billId, billFen: paying.goodsFen, points },
      ...{ on: paying.on, by: byOf(by) },
    };
    const { valueFen } = await this.redeemPoints.execute(tx, use);
    if (valueFen !== amountFen)
      refuseField(`tenders.${place}.amountFen`, '积分抵的金额和积分数对不上');
  }

  /** Counts what was paid: for her tier first, so that a tier that this bill gives multiplies its points already. */
  async reckon(
    tx: Tx,
    by: Principal,
    { id: billId, storeId, customerId, appointmentId }: Bill,
    {
      lines,
      paid,
      on,
    }: {
      readonly lines: readonly BillLine[];
      readonly paid: readonly BillTender[];
      readonly on: LocalDate;
    },
  ): Promise<void> {
    if (customerId === null) return;
    const happened = { customerId, storeId, on, sourceKind: 'bill', sourceId: billId } as const;
    const facts: Happened['facts'] = billFacts(lines, paid, appointmentId !== null);
    if (facts.length > 0) await this.activity.note(tx, { ...happened, facts });
    const byTender: Partial<Record<PointsTender, number>> = {
      ...pointsPaid(paid),
      session: await sessionsFen(tx, billId),
    };
    await this.earnPoints.execute(tx, {
      ...{ customerId, storeId, billId, on, paid: byTender, by: byOf(by) },
    });
  }

  /** Its points go back before those that it brought are taken, so that nothing is missing that is there. */
  async reverse(tx: Tx, by: Principal, billId: string, on: LocalDate): Promise<void> {
    const back = { billId, on, by: byOf(by) };
    await this.redeemPoints.reverse(tx, back);
    await this.earnPoints.reverse(tx, back);
    await this.activity.reverse(tx, 'bill', billId, on);
  }
}

/** What the sessions were worth that a bill used, in fen. */
async function sessionsFen(tx: Tx, billId: string): Promise<number> {
  return (await liveUsesOf(tx, { billId })).reduce((sum, { valueFen }) => sum + valueFen, 0);
}

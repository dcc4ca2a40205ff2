import { Injectable } from '@nestjs/common';
import type { PointsTender } from '@yance/shared-types';
import type { LocalDate } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { houseRules } from '../data/house-rules.js';
import type { By } from '../store-day.js';
import { TierQueries } from '../tiers/tier-queries.js';
import { GivePoints } from './give-points.js';
import { DEFAULT_POINTS_RULES, billPoints } from './rules/points-rules.js';
import { TakePointsBack } from './take-points.js';

export interface PaidBill {
  readonly customerId: string;
  readonly storeId: string;
  readonly billId: string;
  readonly on: LocalDate;
  /** What each tender paid, in fen. */
  readonly paid: Partial<Record<PointsTender, number>>;
  readonly by: By;
}

/** Something beside bills that points are given for. */
export interface Deed {
  readonly customerId: string;
  readonly storeId: string;
  /** The review, or the client who was brought: points come once for it. */
  readonly sourceId: string;
  readonly on: LocalDate;
  readonly by: By;
}

/** Points for what clients do, in the transaction in which they do it. Called by whoever knows of it. */
@Injectable()
export class EarnPoints {
  constructor(
    private readonly give: GivePoints,
    private readonly takeBack: TakePointsBack,
    private readonly tiers: TierQueries,
  ) {}

  /** @returns how many the bill brought; 0 brings nothing and is written nowhere */
  async execute(tx: Tx, { billId, paid, ...bill }: PaidBill): Promise<number> {
    const rules = await houseRules(tx, 'points_rules', DEFAULT_POINTS_RULES);
    const tier = await this.tiers.of(tx, bill.customerId, bill.on);
    const points = billPoints(rules, paid, tier?.pointsMultiplierPercent ?? 100);
    if (points === 0) return 0;
    await this.give.execute(tx, {
      ...{ ...bill, sourceKind: 'bill', sourceId: billId, points, title: '消费得积分' },
    });
    return points;
  }

  /** A bill that is reversed takes its points back. @returns how many were used already and are made up for later */
  reverse(
    tx: Tx,
    { billId, on, by }: Pick<PaidBill, 'billId' | 'on' | 'by'>,
  ): Promise<{ readonly missing: number }> {
    const back = { sourceKind: 'bill', sourceId: billId, title: '冲正：消费得积分' } as const;
    return this.takeBack.execute(tx, { ...back, on, by });
  }

  /** For a review; once for each. */
  async forReview(tx: Tx, deed: Deed): Promise<number> {
    const { enabled, reviewPoints } = await houseRules(tx, 'points_rules', DEFAULT_POINTS_RULES);
    if (!enabled || reviewPoints === 0) return 0;
    const points = reviewPoints;
    await this.give.execute(tx, { ...deed, sourceKind: 'review', points, title: '评价得积分' });
    return points;
  }

  /** For a client whom she brought; once for each. */
  async forReferral(tx: Tx, deed: Deed): Promise<number> {
    const { enabled, referralPoints } = await houseRules(tx, 'points_rules', DEFAULT_POINTS_RULES);
    if (!enabled || referralPoints === 0) return 0;
    const points = referralPoints;
    await this.give.execute(tx, {
      ...{ ...deed, sourceKind: 'referral', points, title: '推荐好友得积分' },
    });
    return points;
  }
}

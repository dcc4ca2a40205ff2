import type { TierThreshold } from '@yance/shared-types';
import type { LocalDate } from '../../../../platform/clock/index.js';
import type { ActivityRow } from '../../activity/data/activities.js';
import { addMonths } from '../../rules/months.js';

/** What counts, and how long a tier stays. */
export interface TierSettings {
  /** Spend is money that came in, or what was used of services and products. */
  readonly spendCounts: 'cash_in' | 'consumption';
  /** Bonus counts like money. */
  readonly bonusCounts: boolean;
  /** Months that a tier stays after it was reached or kept; null: for good. */
  readonly keepMonths: number | null;
  /** A tier that is not kept falls to the next one below, or at once to what was earned. */
  readonly downgradeStep: 'one' | 'to_merit';
}

export const DEFAULT_TIER_SETTINGS: TierSettings = {
  spendCounts: 'consumption',
  bonusCounts: false,
  keepMonths: 12,
  downgradeStep: 'one',
};

/** What the rules need to know of a tier. */
export interface RankedTier {
  readonly id: string;
  readonly rank: number;
  /** Any one of them is enough; none: by hand only. */
  readonly thresholds: readonly TierThreshold[];
}

/** Where a client stands; rank 0 without a tier. */
export interface Standing {
  readonly tierId: string | null;
  readonly keptUntil: LocalDate | null;
}

export interface Step extends Standing {
  readonly kind: 'upgrade' | 'keep' | 'downgrade';
}

/** How much of a threshold a client has on a day: fen, or visits. Never below zero. */
export function measure(
  activities: readonly ActivityRow[],
  { by, windowMonths }: Pick<TierThreshold, 'by' | 'windowMonths'>,
  on: LocalDate,
  settings: TierSettings,
): number {
  const after = windowMonths === null ? '' : addMonths(on, -windowMonths);
  const counted = activities.filter(
    (row) => counts(row, by, settings) && row.happenedOn <= on && row.happenedOn > after,
  );
  const worth = (row: ActivityRow): number =>
    row.sign * (by === 'visits' ? 1 : row.amountFen + (settings.bonusCounts ? row.bonusFen : 0));
  if (by !== 'top_up_once')
    return Math.max(
      0,
      counted.reduce((sum, row) => sum + worth(row), 0),
    );
  const each = new Map<string, number>();
  for (const row of counted) each.set(row.originId, (each.get(row.originId) ?? 0) + worth(row));
  return Math.max(0, ...each.values());
}

function counts(
  { kind }: ActivityRow,
  by: TierThreshold['by'],
  { spendCounts }: TierSettings,
): boolean {
  if (by === 'visits') return kind === 'visit';
  if (by !== 'spend') return kind === 'top_up';
  return spendCounts === 'cash_in'
    ? kind === 'cash_in'
    : kind === 'consumption' || kind === 'product';
}

/** The highest tier that a client's doings give on a day; undefined when none. @param tiers in any order */
export function meritedTier<T extends RankedTier>(
  tiers: readonly T[],
  activities: readonly ActivityRow[],
  on: LocalDate,
  settings: TierSettings,
): T | undefined {
  const reached = (tier: T): boolean =>
    tier.thresholds.some((one) => measure(activities, one, on, settings) >= one.amount);
  return byRank(tiers).filter(reached).at(-1);
}

/** What happens to a client's tier on a day; undefined when nothing does. */
export function nextStep(
  tiers: readonly RankedTier[],
  { tierId, keptUntil }: Standing,
  merited: RankedTier | undefined,
  on: LocalDate,
  settings: TierSettings,
): Step | undefined {
  const current = tiers.find((tier) => tier.id === tierId);
  const until = keptFrom(on, settings);
  // One that was retired has no rank any more: whoever has it moves on to what she merits, or until its time is over.
  const rank = current?.rank ?? 0;
  if (merited && merited.rank > rank)
    return { kind: 'upgrade', tierId: merited.id, keptUntil: until };
  if (tierId === null || keptUntil === null || on <= keptUntil) return undefined;
  if (current && merited && merited.rank >= rank) return { kind: 'keep', tierId, keptUntil: until };
  const below = byRank(tiers)
    .filter((tier) => tier.rank < rank)
    .at(-1);
  const to =
    settings.downgradeStep === 'one' && below && below.rank > (merited?.rank ?? 0)
      ? below
      : merited;
  return { kind: 'downgrade', tierId: to?.id ?? null, keptUntil: to ? until : null };
}

/** The last day on which a tier that was reached or kept on a day is safe; null: for good. */
export function keptFrom(on: LocalDate, { keepMonths }: TierSettings): LocalDate | null {
  return keepMonths === null ? null : addMonths(on, keepMonths);
}

/** A step that lifted a client, with where she stood before. */
export interface Lift {
  readonly from: Standing;
  readonly to: Standing;
  readonly on: LocalDate;
}

/**
 * Where a client stands once something she did is taken back: each lift since then is looked at again without it.
 * Never higher than now; a tier that she would have had anyway stays.
 * @param lifts since what was taken back, oldest first; none leave everything as it is
 * @param merited the tier of a day, without what was taken back
 */
export function withoutLifts(
  tiers: readonly RankedTier[],
  now: Standing,
  lifts: readonly Lift[],
  merited: (on: LocalDate) => RankedTier | undefined,
  today: Standing & { readonly on: LocalDate },
): Standing {
  const [first] = lifts;
  if (!first) return now;
  const rankOf = (id: string | null): number => tiers.find((tier) => tier.id === id)?.rank ?? 0;
  let stands = first.from;
  const rise = (tier: RankedTier | undefined, keptUntil: LocalDate | null): void => {
    if (tier && tier.rank > rankOf(stands.tierId)) stands = { tierId: tier.id, keptUntil };
  };
  for (const lift of lifts) rise(merited(lift.on), lift.to.keptUntil);
  rise(merited(today.on), today.keptUntil);
  return rankOf(stands.tierId) >= rankOf(now.tierId) ? now : stands;
}

export const byRank = <T extends RankedTier>(tiers: readonly T[]): T[] =>
  [...tiers].sort((a, b) => a.rank - b.rank);

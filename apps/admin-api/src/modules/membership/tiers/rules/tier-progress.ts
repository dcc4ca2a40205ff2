import type { TierThreshold } from '@yance/shared-types';
import type { LocalDate } from '../../../../platform/clock/index.js';
import type { ActivityRow } from '../../activity/data/activities.js';
import { byRank, measure, type RankedTier, type TierSettings } from './tier-rules.js';

/** One way to the next tier. Fen, or visits. */
export interface Way extends TierThreshold {
  readonly have: number;
  readonly missing: number;
  /** As the client reads it: 近 12 个月再消费 500 元. */
  readonly words: string;
}

export interface Progress {
  readonly tierId: string;
  /** Any one of them leads there. */
  readonly ways: readonly Way[];
}

/** What is missing to the tier above; undefined at the top, or where only the desk gives it. */
export function progressToNext(
  tiers: readonly RankedTier[],
  tierId: string | null,
  activities: readonly ActivityRow[],
  on: LocalDate,
  settings: TierSettings,
): Progress | undefined {
  const rank = tiers.find((tier) => tier.id === tierId)?.rank ?? 0;
  const next = byRank(tiers).find((tier) => tier.rank > rank && tier.thresholds.length > 0);
  if (!next) return undefined;
  const ways = next.thresholds.map((threshold): Way => {
    const have = measure(activities, threshold, on, settings);
    // One top-up is all or nothing: what was topped up before brings it no nearer.
    const missing =
      threshold.by === 'top_up_once' ? threshold.amount : Math.max(0, threshold.amount - have);
    return { ...threshold, have, missing, words: wordsOf(threshold, missing) };
  });
  return { tierId: next.id, ways };
}

/** Yuan as people write them: 500, or 12.50. */
const yuan = (fen: number): string =>
  fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2);

function wordsOf({ by, windowMonths }: TierThreshold, missing: number): string {
  const within = windowMonths === null ? '' : `近 ${windowMonths} 个月`;
  switch (by) {
    case 'visits':
      return `${within}再到店 ${missing} 次`;
    case 'top_up_once':
      return `一次储值满 ${yuan(missing)} 元`;
    case 'top_up_sum':
      return `${within}再储值 ${yuan(missing)} 元`;
    case 'spend':
      return `${within}再消费 ${yuan(missing)} 元`;
  }
}

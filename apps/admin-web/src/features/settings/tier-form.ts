import type { Tier, TierDraft } from '../../shared/api/contract';
import { readYuan, yuanText } from '../../shared/format/money';

type Threshold = TierDraft['thresholds'][number];

/** One way to a tier as it is typed: yuan, or visits. */
export interface WayFields {
  by: Threshold['by'];
  amount: string;
  /** Empty: ever. */
  windowMonths: string;
}

/** A tier as it is typed: discounts in 折, the multiplier in times. */
export interface TierFields {
  name: string;
  rank: string;
  service: string;
  product: string;
  multiplier: string;
  horizonDays: string;
  waitlistFirst: boolean;
  peakFirst: boolean;
  others: string;
  thresholds: WayFields[];
  state: Tier['state'];
}

/** What the form opens with: the tier, or a new one above the others. */
export function tierFieldsOf(tier: Tier | null, nextRank: number): TierFields {
  if (!tier)
    return {
      ...{ name: '', rank: String(nextRank), service: '10', product: '10', multiplier: '1' },
      ...{ horizonDays: '', waitlistFirst: false, peakFirst: false, others: '', state: 'active' },
      thresholds: [{ by: 'spend', amount: '', windowMonths: '12' }],
    };
  const { privileges } = tier;
  return {
    ...{ name: tier.name, rank: String(tier.rank ?? nextRank), state: tier.state },
    ...{ service: String(tier.serviceDiscountPermille / 100) },
    ...{ product: String(tier.productDiscountPermille / 100) },
    ...{ multiplier: String(tier.pointsMultiplierPercent / 100) },
    horizonDays: privileges.horizonDays === null ? '' : String(privileges.horizonDays),
    peakFirst: privileges.peakFirst,
    ...{ waitlistFirst: privileges.waitlistFirst, others: privileges.others.join('\n') },
    thresholds: tier.thresholds.map(({ by, amount, windowMonths }) => ({
      ...{ by, amount: by === 'visits' ? String(amount) : yuanText(amount) },
      windowMonths: windowMonths === null ? '' : String(windowMonths),
    })),
  };
}

/** What is sent. The form's own rules have held. */
export function tierDraftOf(fields: TierFields): TierDraft {
  const { horizonDays, others } = fields;
  return {
    ...{ name: fields.name.trim(), rank: Number(fields.rank), state: fields.state },
    serviceDiscountPermille: Math.round(Number(fields.service) * 100),
    productDiscountPermille: Math.round(Number(fields.product) * 100),
    pointsMultiplierPercent: Math.round(Number(fields.multiplier) * 100),
    privileges: {
      waitlistFirst: fields.waitlistFirst,
      peakFirst: fields.peakFirst,
      ...(horizonDays.trim() === '' ? {} : { horizonDays: Number(horizonDays) }),
      ...(others.trim() === '' ? {} : { others: others.trim() }),
    },
    thresholds: fields.thresholds.map(({ by, amount, windowMonths }) => ({
      ...{ by, amount: by === 'visits' ? Number(amount) : (readYuan(amount) ?? 0) },
      ...(windowMonths.trim() === '' ? {} : { windowMonths: Number(windowMonths) }),
    })),
  };
}

/** A way in words: `近12个月累计消费满 3000 元`. */
export function wayWords({ by, amount, windowMonths }: Tier['thresholds'][number]): string {
  const within = windowMonths === null ? '' : `近${windowMonths}个月`;
  if (by === 'visits') return `${within}到店满 ${amount} 次`;
  const what = { spend: '累计消费', top_up_once: '单次储值', top_up_sum: '累计储值' }[by];
  return `${within}${what}满 ${yuanText(amount)} 元`;
}

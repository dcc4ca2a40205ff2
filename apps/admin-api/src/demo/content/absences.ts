import type { StoreKey } from './content-types.js';

/** A time when a person, place or device cannot be booked; days count from today. */
export interface AbsenceContent {
  /** A person's name, or `store/name` of a place or device. */
  readonly who: string;
  readonly store: StoreKey;
  readonly fromDay: number;
  readonly days: number;
  /** Minutes since local midnight. */
  readonly fromMinute: number;
  readonly toMinute: number;
  readonly kind: 'leave' | 'block';
  readonly reason: string;
}

const WHOLE_DAY = { fromMinute: 540, toMinute: 1320 } as const;

export const ABSENCES: readonly AbsenceContent[] = [
  {
    who: '韩修',
    store: 'wukang',
    fromDay: -9,
    days: 2,
    ...WHOLE_DAY,
    kind: 'leave',
    reason: '病假',
  },
  {
    who: '白芷',
    store: 'binjiang',
    fromDay: 12,
    days: 3,
    ...WHOLE_DAY,
    kind: 'leave',
    reason: '年假',
  },
  {
    who: '唐悦',
    store: 'wukang',
    fromDay: 8,
    days: 1,
    ...WHOLE_DAY,
    kind: 'leave',
    reason: '外出培训',
  },
  {
    who: '何雨薇',
    store: 'wukang',
    fromDay: 3,
    days: 1,
    fromMinute: 840,
    toMinute: 960,
    kind: 'block',
    reason: '健康证年检',
  },
  {
    who: '林清荷',
    store: 'wukang',
    fromDay: 0,
    days: 1,
    fromMinute: 1020,
    toMinute: 1050,
    kind: 'block',
    reason: '新品手法交接',
  },
  {
    who: 'wukang/听雨',
    store: 'wukang',
    fromDay: 2,
    days: 1,
    fromMinute: 600,
    toMinute: 720,
    kind: 'block',
    reason: '空调检修',
  },
  {
    who: 'wukang/小气泡仪 A',
    store: 'wukang',
    fromDay: 5,
    days: 1,
    fromMinute: 600,
    toMinute: 690,
    kind: 'block',
    reason: '耗材更换与校准',
  },
];

/** Days on which a store does not open; days count from today. */
export const CLOSURES: Readonly<Record<StoreKey, readonly { fromDay: number; reason: string }[]>> =
  {
    wukang: [],
    binjiang: [{ fromDay: 24, reason: '商场消防检修，停业一天' }],
  };

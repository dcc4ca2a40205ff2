import type { LeaveDraft } from '../../modules/scheduling/index.js';
import type { StoreKey } from './content-types.js';

/** What somebody of the demo asks for; days count from today. */
export interface ShiftRequestContent {
  readonly who: string;
  readonly store: StoreKey;
  /** How many hours ago she asked. */
  readonly hoursAgo: number;
  readonly leaveKind: LeaveDraft['leaveKind'];
  readonly fromDay: number;
  readonly days: number;
  /** For some hours of one day: minutes since local midnight. */
  readonly hours?: readonly [from: number, to: number];
  readonly words: string;
  /** Why it was not agreed to; absent: it waits. */
  readonly refusedFor?: string;
}

export const SHIFT_REQUESTS: readonly ShiftRequestContent[] = [
  {
    ...{ who: '林清荷', store: 'wukang', hoursAgo: 100, leaveKind: 'rest', fromDay: 9, days: 1 },
    words: '想和家人过周末',
    refusedFor: '那天已有两位同事休息，换一天可以吗',
  },
  {
    ...{ who: '林清荷', store: 'wukang', hoursAgo: 5, leaveKind: 'annual', fromDay: 30, days: 3 },
    words: '回老家，重点顾客已和苏念交接',
  },
  {
    ...{ who: '苏念', store: 'wukang', hoursAgo: 2, leaveKind: 'personal', fromDay: 6, days: 1 },
    ...{ hours: [960, 1_080], words: '孩子家长会，两个小时' },
  },
];

import {
  ADJUSTMENT_STATE_WORDS,
  APPOINTMENT_STATE_WORDS,
  COUPON_SOURCE_WORDS,
  COUPON_STATE_WORDS,
  PACKAGE_STATE_WORDS,
  REFUND_STATE_WORDS,
  TIER_CHANGE_WORDS,
} from '@yance/shared-types';
import type { TimeLineEntry } from '../../../shared/api/contract';
import { priceLabel } from '../../../shared/format/money';
import { messageChannelWord, messageStateWord, messageWord } from '../../../shared/format/words';
import type { Permission } from '../../../shared/session/desk';
import type { Tone } from '../../../shared/ui/amount';

export const TIME_LINE_GROUPS = [
  { value: 'all', label: '全部', may: 'clients.read' },
  { value: 'visits', label: '到店', may: 'appointments.read' },
  { value: 'money', label: '收支', may: 'wallet.read' },
  { value: 'sessions', label: '次卡', may: 'wallet.read' },
  { value: 'coupons', label: '券', may: 'coupons.read' },
  { value: 'member', label: '会员', may: 'wallet.read' },
  { value: 'messages', label: '消息', may: 'appointments.read' },
] as const satisfies readonly { value: string; label: string; may: Permission }[];
export type TimeLineGroup = (typeof TIME_LINE_GROUPS)[number]['value'];

/** An entry as people read it. */
export interface EntryWords {
  readonly tone: Tone;
  readonly word: string;
  readonly title: string;
  /** What became of it, where that is worth a word. */
  readonly note: string | null;
}

const wordOf = (table: Readonly<Record<string, string>>, state: string): string =>
  table[state] ?? '';
const reversed = (state: string): string | null => (state === 'reversed' ? '已冲正' : null);

const WORDS: Readonly<
  Record<TimeLineEntry['kind'], (entry: TimeLineEntry) => Omit<EntryWords, 'tone'>>
> = {
  visit: ({ title, state }) => ({
    ...{ word: '到店', title: title || '预约' },
    note: wordOf(APPOINTMENT_STATE_WORDS, state),
  }),
  bill: ({ title, state }) => ({ word: '消费', title: title || '账单', note: reversed(state) }),
  session: ({ title, state }) => ({ word: '耗卡', title, note: reversed(state) }),
  spend: ({ title, state }) => ({ word: '扣款', title, note: reversed(state) }),
  top_up: ({ title, extra, state }) => ({
    ...{ word: '充值', title },
    note: reversed(state) ?? (extra ? `另送 ${priceLabel(extra)}` : null),
  }),
  package: ({ title, state }) => ({
    ...{ word: '开卡', title },
    note: state === 'active' ? null : wordOf(PACKAGE_STATE_WORDS, state),
  }),
  debt_paid: () => ({ word: '还款', title: '补交欠款', note: null }),
  refund: ({ state }) => ({
    ...{ word: '退款', title: '申请退款' },
    note: wordOf(REFUND_STATE_WORDS, state),
  }),
  given: ({ state }) => ({
    ...{ word: '转出', title: state === 'join' ? '档案合并转出' : '转给他人', note: null },
  }),
  received: ({ state }) => ({
    ...{ word: '转入', title: state === 'join' ? '档案合并转入' : '他人转来', note: null },
  }),
  coupon: ({ title, state }) => ({
    ...{ word: '得券', title },
    note: wordOf(COUPON_SOURCE_WORDS, state),
  }),
  coupon_over: ({ title, state }) => ({
    ...{ word: '券', title },
    note: wordOf(COUPON_STATE_WORDS, state),
  }),
  tier: ({ title, state }) => ({
    ...{ word: '等级', title: title || '普通会员' },
    note: wordOf(TIER_CHANGE_WORDS, state),
  }),
  points: ({ extra, state }) => ({
    ...{ word: '积分', title: `手工调整 ${(extra ?? 0) > 0 ? '+' : ''}${extra ?? 0} 分` },
    note: state === 'done' ? null : wordOf(ADJUSTMENT_STATE_WORDS, state),
  }),
  message: ({ title, state, byName }) => ({
    ...{ word: '消息', title: messageWord(title) },
    note: [messageChannelWord(byName ?? ''), messageStateWord(state)].filter(Boolean).join(' · '),
  }),
};

const TONES: Partial<Record<TimeLineEntry['kind'], Tone>> = {
  ...{ visit: 'leaf', session: 'leaf', bill: 'brand', spend: 'brand' },
  ...{ top_up: 'gold', package: 'gold', tier: 'gold' },
  ...{ refund: 'amber', given: 'amber', debt_paid: 'amber' },
};

/** What an entry of the time line says. */
export const entryWords = (entry: TimeLineEntry): EntryWords => ({
  ...WORDS[entry.kind](entry),
  tone: TONES[entry.kind] ?? 'quiet',
});

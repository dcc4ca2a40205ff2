import {
  ADJUSTMENT_STATE_WORDS,
  APPOINTMENT_STATE_WORDS,
  COUPON_SOURCE_WORDS,
  COUPON_STATE_WORDS,
  PACKAGE_CHANGE_WORDS,
  PACKAGE_STATE_WORDS,
  REDEMPTION_STATE_WORDS,
  REFUND_STATE_WORDS,
  TIER_CHANGE_WORDS,
} from '@yance/shared-types';
import type { FileChange, TimeLineEntry } from '../../../shared/api/contract';
import { priceLabel } from '../../../shared/format/money';
import { fateWord, messageChannelWord, messageWord } from '../../../shared/format/words';
import type { Permission } from '../../../shared/session/desk';
import type { Tone } from '../../../shared/ui/amount';
import { fieldWord } from '../file/field-words';

export const TIME_LINE_GROUPS = [
  { value: 'all', label: '全部', may: 'clients.read' },
  { value: 'visits', label: '到店', may: 'appointments.read' },
  { value: 'money', label: '收支', may: 'wallet.read' },
  { value: 'sessions', label: '次卡', may: 'wallet.read' },
  { value: 'coupons', label: '券', may: 'coupons.read' },
  { value: 'member', label: '会员', may: 'wallet.read' },
  { value: 'care', label: '护理', may: 'health.read' },
  { value: 'papers', label: '签署', may: 'clients.read' },
  { value: 'file', label: '档案', may: 'clients.read' },
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
  treatment: ({ title }) => ({ word: '护理', title: title || '护理记录', note: '护理记录' }),
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
  health: ({ state }) => ({
    ...{
      word: '健康',
      title: state === 'client' ? '自己填写了健康信息' : '更新了健康信息',
      note: null,
    },
  }),
  note: ({ state }) => ({
    ...{ word: '备注', title: state === 'corrected' ? '更正了备注' : '写了备注', note: null },
  }),
  change: ({ state }) => ({
    ...{ word: '档案', title: `修改了${fieldWord(state as FileChange['field'])}`, note: null },
  }),
  package_change: ({ title, state }) => ({
    ...{ word: '次卡', title },
    note: wordOf(PACKAGE_CHANGE_WORDS, state),
  }),
  redemption: ({ title, extra, state }) => ({
    ...{ word: '兑换', title },
    note: [`用 ${extra ?? 0} 分`, wordOf(REDEMPTION_STATE_WORDS, state)]
      .filter(Boolean)
      .join(' · '),
  }),
  assessment: ({ state }) => ({
    word: '评估',
    title: state === 'formula' ? '记了染发配方' : wordOf(ASSESSMENT_TITLES, state),
    note: null,
  }),
  care_plan: ({ state, extra }) => ({
    word: '方案',
    title: state === 'changed' ? '调整了护理方案' : '写了护理方案',
    note: state === 'changed' ? `第 ${extra ?? 0} 版` : null,
  }),
  plan_agreed: ({ extra }) => ({
    ...{ word: '方案', title: '顾客同意了护理方案' },
    note: (extra ?? 1) > 1 ? `第 ${extra ?? 1} 版` : null,
  }),
  // Which one it was is not told to everybody.
  consent: ({ title, state }) => ({
    ...{ word: '同意书', title: title || '告知书或同意书' },
    note: state === 'withdrawn' ? '已撤回' : '已签',
  }),
  questionnaire: ({ title, state }) => ({
    ...{ word: '问卷', title: title || '填了问卷' },
    note: state === 'phone' ? '在手机上填写' : '在店里填写',
  }),
  merge: ({ title, state }) => ({
    ...{ word: '合并', title: `档案 ${title} 并入` },
    note: state === 'undone' ? '后来撤销了' : null,
  }),
  merge_undone: ({ title }) => ({
    ...{ word: '合并', title: `撤销了档案 ${title} 的并入`, note: null },
  }),
  message: ({ title, state, byName }) => ({
    ...{ word: '消息', title: messageWord(title) },
    note: [messageChannelWord(byName ?? ''), fateWord({ channel: byName ?? '', state })]
      .filter(Boolean)
      .join(' · '),
  }),
};

const ASSESSMENT_TITLES: Readonly<Record<string, string>> = {
  ...{ face: '做了面部评估', scalp: '做了头皮评估', hair: '做了头发评估' },
};

const TONES: Partial<Record<TimeLineEntry['kind'], Tone>> = {
  ...{
    visit: 'leaf',
    session: 'leaf',
    treatment: 'leaf',
    plan_agreed: 'leaf',
    bill: 'brand',
    spend: 'brand',
  },
  ...{ top_up: 'gold', package: 'gold', tier: 'gold' },
  ...{ refund: 'amber', given: 'amber', debt_paid: 'amber' },
};

/** What an entry of the time line says. */
export const entryWords = (entry: TimeLineEntry): EntryWords => ({
  ...WORDS[entry.kind](entry),
  tone: TONES[entry.kind] ?? 'quiet',
});

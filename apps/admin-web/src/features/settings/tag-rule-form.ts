import type { TagRule } from '../../shared/api/contract';
import { readYuan, yuanText } from '../../shared/format/money';
import { STAGE_WORDS, sourceWord } from '../../shared/format/words';

/** What a rule may ask, in the order in which it is offered. */
export const RULE_KINDS = {
  spend: '消费金额',
  visits: '到店次数',
  away: '多久没来',
  stages: '阶段',
  tiers: '会员等级',
  needs: '护理需求',
  packages: '疗程卡、次卡',
  balance: '储值余额',
  birth: '生日月份',
  age: '年龄',
  sources: '来源',
} as const;
export type RuleKind = keyof typeof RULE_KINDS;

/** A rule as it is typed. Only what `kinds` names is asked. */
export interface RuleFields {
  kinds: RuleKind[];
  spendYuan: string;
  spendDays: string;
  visits: string;
  /** Empty: ever. */
  visitDays: string;
  awayDays: string;
  stages: string[];
  ageFrom: string;
  ageTo: string;
  birth: 'now' | 'months';
  months: string[];
  tierIds: string[];
  sources: string[];
  packages: 'held' | 'none';
  needIds: string[];
  balanceYuan: string;
}

const split = (text: string | undefined): string[] => text?.split(',') ?? [];
const yuanOf = (fen: string | undefined): string =>
  fen === undefined ? '' : yuanText(Number(fen));

const KIND_OF: readonly (readonly [RuleKind, keyof TagRule])[] = [
  ...([
    ['spend', 'spendFen'],
    ['visits', 'visits'],
    ['away', 'awayDays'],
    ['stages', 'stages'],
    ['tiers', 'tierIds'],
    ['needs', 'needIds'],
    ['packages', 'packages'],
    ['balance', 'minBalanceFen'],
    ['birth', 'birthMonths'],
    ['age', 'ageFrom'],
    ['age', 'ageTo'],
    ['sources', 'sources'],
  ] as const),
];

/** What the form opens with. */
export function ruleFieldsOf(rule: TagRule): RuleFields {
  const kinds = KIND_OF.filter(([, member]) => rule[member] !== undefined).map(([kind]) => kind);
  const isNow = rule.birthMonths === undefined || rule.birthMonths === 'now';
  return {
    kinds: [...new Set(kinds)],
    ...{ spendYuan: yuanOf(rule.spendFen), spendDays: rule.spendDays ?? '365' },
    ...{ visits: rule.visits ?? '', visitDays: rule.visitDays ?? '' },
    ...{ awayDays: rule.awayDays ?? '', stages: split(rule.stages) },
    ...{ ageFrom: rule.ageFrom ?? '', ageTo: rule.ageTo ?? '' },
    ...{ birth: isNow ? 'now' : 'months', months: isNow ? [] : split(rule.birthMonths) },
    ...{ tierIds: split(rule.tierIds), sources: split(rule.sources) },
    ...{ packages: rule.packages ?? 'held', needIds: split(rule.needIds) },
    balanceYuan: yuanOf(rule.minBalanceFen),
  };
}

const whole = (text: string): string | undefined => {
  const typed = text.trim();
  return /^\d{1,4}$/.test(typed) && Number(typed) > 0 ? String(Number(typed)) : undefined;
};
const years = (text: string): string | undefined =>
  /^\d{1,3}$/.test(text.trim()) && Number(text) <= 150 ? String(Number(text)) : undefined;
const fenOf = (yuan: string): string | undefined => {
  const fen = readYuan(yuan) ?? 0;
  return fen > 0 ? String(fen) : undefined;
};
const joined = (list: readonly string[]): string | undefined =>
  list.length === 0 ? undefined : list.join(',');

/** What each kind asks; undefined while it is not typed to its end. */
const ASKED: Readonly<Record<RuleKind, (fields: RuleFields) => TagRule | undefined>> = {
  spend: ({ spendYuan, spendDays }) => {
    const [fen, days] = [fenOf(spendYuan), whole(spendDays)];
    return fen && days ? { spendFen: fen, spendDays: days } : undefined;
  },
  visits: ({ visits, visitDays }) => {
    const [least, days] = [whole(visits), whole(visitDays)];
    if (!least || (visitDays.trim() !== '' && !days)) return undefined;
    return { visits: least, ...(days && { visitDays: days }) };
  },
  away: ({ awayDays }) => (whole(awayDays) ? { awayDays: whole(awayDays) } : undefined),
  stages: ({ stages }) => (joined(stages) ? { stages: joined(stages) } : undefined),
  tiers: ({ tierIds }) => (joined(tierIds) ? { tierIds: joined(tierIds) } : undefined),
  needs: ({ needIds }) => (joined(needIds) ? { needIds: joined(needIds) } : undefined),
  packages: ({ packages }) => ({ packages }),
  balance: ({ balanceYuan }) =>
    fenOf(balanceYuan) ? { minBalanceFen: fenOf(balanceYuan) } : undefined,
  birth: ({ birth, months }) => {
    if (birth === 'now') return { birthMonths: 'now' };
    return joined(months) ? { birthMonths: joined(months) } : undefined;
  },
  age: ({ ageFrom, ageTo }) => {
    const [from, to] = [years(ageFrom), years(ageTo)];
    if ((ageFrom.trim() !== '' && !from) || (ageTo.trim() !== '' && !to)) return undefined;
    if (!from && !to) return undefined;
    if (from && to && Number(from) > Number(to)) return undefined;
    return { ...(from && { ageFrom: from }), ...(to && { ageTo: to }) };
  },
  sources: ({ sources }) => (joined(sources) ? { sources: joined(sources) } : undefined),
};

/** The rule that is typed; undefined while one of its conditions is not typed to its end, or there is none. */
export function ruleOf(fields: RuleFields): TagRule | undefined {
  const asked = fields.kinds.map((kind) => ASKED[kind](fields));
  if (asked.length === 0 || asked.some((one) => one === undefined)) return undefined;
  return Object.assign({}, ...asked) as TagRule;
}

const yuanWords = (fen: string): string => `${yuanText(Number(fen))} 元`;

function didWords(rule: TagRule): string[] {
  const { spendFen, spendDays, visits, visitDays, awayDays, minBalanceFen } = rule;
  return [
    ...(spendFen ? [`近 ${spendDays ?? ''} 天消费满 ${yuanWords(spendFen)}`] : []),
    ...(visits ? [`${visitDays ? `近 ${visitDays} 天` : '累计'}到店满 ${visits} 次`] : []),
    ...(awayDays ? [`${awayDays} 天没来`] : []),
    ...(minBalanceFen ? [`储值余额满 ${yuanWords(minBalanceFen)}`] : []),
  ];
}

function bornWords({ ageFrom, ageTo, birthMonths }: TagRule): string[] {
  const age =
    ageFrom && ageTo
      ? `${ageFrom} 到 ${ageTo} 岁`
      : ageFrom
        ? `满 ${ageFrom} 岁`
        : `${ageTo ?? ''} 岁以内`;
  return [
    ...(ageFrom || ageTo ? [age] : []),
    ...(birthMonths === 'now' ? ['本月生日'] : []),
    ...(birthMonths && birthMonths !== 'now' ? [`${split(birthMonths).join('、')} 月生日`] : []),
  ];
}

/** A rule in words, condition by condition. @param nameOf a tier's or a tag's name */
export function ruleWords(rule: TagRule, nameOf: (id: string) => string): string[] {
  const { stages, tierIds, needIds, sources, packages } = rule;
  const anyOf = (text: string, word: (one: string) => string) => split(text).map(word).join('或');
  return [
    ...didWords(rule),
    ...(stages ? [anyOf(stages, (one) => STAGE_WORDS[one as keyof typeof STAGE_WORDS])] : []),
    ...(tierIds ? [anyOf(tierIds, nameOf)] : []),
    ...(needIds ? [`需要${anyOf(needIds, nameOf)}`] : []),
    ...(packages ? [packages === 'held' ? '有没用完的卡' : '没有可用的卡'] : []),
    ...bornWords(rule),
    ...(sources ? [`来自${anyOf(sources, sourceWord)}`] : []),
  ];
}

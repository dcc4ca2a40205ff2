import { refuseField } from '../../../../platform/errors/index.js';
import type { CustomerSource } from '../../../customers/index.js';
import type { ClientStage } from '../../rules/standing.js';

/** Whom a tag is put on, as it is written and sent; lists are separated by commas. What is not given asks nothing. */
export interface TagRuleText {
  readonly spendFen?: string;
  readonly spendDays?: string;
  readonly visits?: string;
  readonly visitDays?: string;
  readonly awayDays?: string;
  readonly stages?: string;
  readonly ageFrom?: string;
  readonly ageTo?: string;
  /** `now` for the month of the day on which it is looked at. */
  readonly birthMonths?: string;
  readonly tierIds?: string;
  readonly sources?: string;
  readonly packages?: HeldPackages;
  readonly needIds?: string;
  readonly minBalanceFen?: string;
}

/** Whether she has a package, or a card by time, that she can still use. */
export const HELD_PACKAGES = ['held', 'none'] as const;
export type HeldPackages = (typeof HELD_PACKAGES)[number];

/** All that a client has to be for the tag to be hers; undefined asks nothing. */
export interface TagRule {
  /** Used and bought in the last so many days, in fen without bonus. */
  readonly spend?: { readonly fen: number; readonly days: number };
  /** Days on which she was served, of the last so many days or of all. */
  readonly visits?: { readonly least: number; readonly days: number | null };
  /** Days since her last visit, or more. */
  readonly awayDays?: number;
  readonly stages?: readonly ClientStage[];
  /** In whole years by the calendar that she keeps; both ends count. Never one whose year of birth is not known. */
  readonly age?: { readonly from: number; readonly to: number };
  /** By the calendar that she keeps. */
  readonly birthMonths?: readonly number[] | 'now';
  readonly tierIds?: readonly string[];
  readonly sources?: readonly CustomerSource[];
  readonly packages?: HeldPackages;
  /** She has one of these tags by hand. */
  readonly needIds?: readonly string[];
  /** Principal and bonus, in fen. */
  readonly minBalanceFen?: number;
}

const OLDEST = 150;

const listOf = <T extends string>(text: string | undefined): T[] | undefined =>
  text === undefined ? undefined : ([...new Set(text.split(','))] as T[]);

const numberOf = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : Number(text);

/** Drops what is undefined, so that two rules that ask the same are written alike. */
export function plainRule(text: TagRuleText): TagRuleText {
  const given = Object.entries(text).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given);
}

/** Reads a rule whose members have the right form. @throws Refusal INVALID_INPUT naming what does not fit together */
export function readTagRule(text: TagRuleText): TagRule {
  const { spendFen, spendDays, visits, visitDays, ageFrom, ageTo, birthMonths } = text;
  if (Object.keys(plainRule(text)).length === 0) refuseField('rule', '请至少选一个条件');
  if ((spendFen === undefined) !== (spendDays === undefined))
    refuseField(spendFen === undefined ? 'spendFen' : 'spendDays', '请写明多少天内消费满多少元');
  if (visitDays !== undefined && visits === undefined) refuseField('visits', '请写明到店几次');
  const [from, to] = [Number(ageFrom ?? 0), Number(ageTo ?? OLDEST)];
  if (from > to) refuseField('ageTo', '不能小于起始年龄');
  return {
    ...(spendFen !== undefined && { spend: { fen: Number(spendFen), days: Number(spendDays) } }),
    ...(visits !== undefined && {
      visits: { least: Number(visits), days: numberOf(visitDays) ?? null },
    }),
    ...((ageFrom ?? ageTo) !== undefined && { age: { from, to } }),
    ...(birthMonths !== undefined && {
      birthMonths: birthMonths === 'now' ? birthMonths : listOf(birthMonths)?.map(Number),
    }),
    awayDays: numberOf(text.awayDays),
    stages: listOf<ClientStage>(text.stages),
    tierIds: listOf(text.tierIds),
    sources: listOf<CustomerSource>(text.sources),
    packages: text.packages,
    needIds: listOf(text.needIds),
    minBalanceFen: numberOf(text.minBalanceFen),
  };
}

import { formatYuan } from '@yance/shared-types';
import type { LocalDate } from '../../../platform/clock/index.js';

export const ALERT_KINDS = [
  ...(['merged', 'unread', 'caution', 'debt', 'dispute', 'frozen', 'refund'] as const),
  ...(['unsigned', 'paper', 'no_show', 'package_ending', 'birthday'] as const),
] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

/** How loud it is said: alarm is for what may not be overlooked, quiet for what is nice to know. */
export type AlertTone = 'alarm' | 'amber' | 'quiet';

/** What whoever opens a client's page should see first. */
export interface ClientAlert {
  readonly kind: AlertKind;
  readonly tone: AlertTone;
  /** A whole sentence in Chinese. */
  readonly words: string;
}

/** What is known of a client; what the asker may not read is undefined and says nothing. */
export interface AlertFacts {
  readonly isMerged: boolean;
  /** What could not be read, by its names: nobody may take its silence for good news. */
  readonly unread?: readonly string[] | undefined;
  /** What her health file warns of, in the words that the asker may see. */
  readonly cautions?: readonly { readonly severity: 'hard' | 'soft'; readonly words: string }[];
  readonly owedFen?: number;
  /** Deductions, sessions and bills that she disputes and nobody has settled. */
  readonly disputes?: number;
  readonly isFrozen?: boolean;
  readonly refundIsOpen?: boolean;
  readonly unsignedContracts?: number;
  /** Titles of consents and notices that her visits ahead ask for and that she has not signed. */
  readonly papers?: readonly string[];
  /** Visits of the last twelve months to which she did not come. */
  readonly noShows?: number;
  readonly packagesEnding?: readonly { readonly name: string; readonly expiresOn: LocalDate }[];
  readonly birthday?: { readonly on: LocalDate; readonly inDays: number };
}

const LOUDNESS: readonly AlertTone[] = ['alarm', 'amber', 'quiet'];
/** A package that ends within this many days is worth a word. */
export const ENDING_WITHIN_DAYS = 30;
/** One visit missed happens to anybody. */
const NO_SHOWS_WORTH_A_WORD = 2;

const dayWords = (on: LocalDate): string =>
  `${String(Number(on.slice(5, 7)))}月${String(Number(on.slice(8, 10)))}日`;

const birthdayWords = ({ on, inDays }: NonNullable<AlertFacts['birthday']>): string => {
  if (inDays === 0) return '今天是顾客的生日';
  return inDays === 1 ? '明天是顾客的生日' : `${dayWords(on)}是顾客的生日，还有 ${inDays} 天`;
};

/** The alerts of a client, the loudest first. */
export function alertsOf(facts: AlertFacts): ClientAlert[] {
  const alerts: ClientAlert[] = [];
  const say = (kind: AlertKind, tone: AlertTone, words: string): void => {
    alerts.push({ kind, tone, words });
  };
  const { owedFen = 0, disputes = 0, unsignedContracts = 0, noShows = 0 } = facts;
  if (facts.isMerged) say('merged', 'alarm', '这份档案已经合并到另一份，请到那份档案办理');
  if (facts.unread && facts.unread.length > 0)
    say('unread', 'alarm', `${facts.unread.join('、')}暂时打不开，请先当作不清楚，刷新后再看`);
  for (const { severity, words } of facts.cautions ?? [])
    say('caution', severity === 'hard' ? 'alarm' : 'amber', words);
  if (owedFen > 0) say('debt', 'alarm', `有欠款 ¥${formatYuan(owedFen)}，请提醒顾客补交`);
  if (disputes > 0) say('dispute', 'alarm', `有 ${disputes} 笔扣款顾客提出了异议，还没有处理`);
  if (facts.isFrozen === true) say('frozen', 'amber', '储值已冻结，解冻后才能使用');
  if (facts.refundIsOpen === true) say('refund', 'amber', '有一笔退款正在办理');
  if (unsignedContracts > 0) say('unsigned', 'amber', `有 ${unsignedContracts} 份协议还没有签名`);
  for (const title of facts.papers ?? [])
    say('paper', 'amber', `「${title}」还没有签，请在服务开始前签好`);
  if (noShows >= NO_SHOWS_WORTH_A_WORD)
    say('no_show', 'amber', `近一年有 ${noShows} 次预约没有到店`);
  for (const { name, expiresOn } of facts.packagesEnding ?? [])
    say('package_ending', 'amber', `「${name}」${dayWords(expiresOn)}到期，还没有用完`);
  if (facts.birthday) say('birthday', 'quiet', birthdayWords(facts.birthday));
  return alerts.sort((a, b) => LOUDNESS.indexOf(a.tone) - LOUDNESS.indexOf(b.tone));
}

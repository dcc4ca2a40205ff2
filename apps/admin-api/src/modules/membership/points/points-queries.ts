import { Injectable } from '@nestjs/common';
import {
  ENTRY_KINDS,
  ofCustomer,
  statementLines,
  unitLotsOf,
  type StatementLine,
} from '../../ledger/index.js';
import { Clock, HOME_ZONE, addDays, localDate } from '../../../platform/clock/index.js';
import { Database } from '../../../platform/database/index.js';
import { houseRules } from '../data/house-rules.js';
import { lastCheckIn, type CheckIn } from './data/check-ins.js';
import { shortfallOf } from './data/earnings.js';
import { DEFAULT_POINTS_RULES, streakOn, type PointsRules } from './rules/points-rules.js';

/** What a client has and what becomes of it. */
export interface PointsSight {
  /** Good today. */
  readonly points: number;
  readonly shortfall: number;
  /** What lapses next, and after which day. */
  readonly lapsing: { readonly points: number; readonly lastDay: string } | null;
  readonly rules: PointsRules;
  readonly checkedInToday: boolean;
  /** Days in a row, today's included; 0 when the row is broken. */
  readonly streak: number;
}

export interface PointsPage {
  readonly lines: readonly (StatementLine & { readonly title: string })[];
  readonly nextCursor: string | undefined;
}

const EVER = { from: new Date(0), to: new Date('9000-01-01T00:00:00Z') };
const PAGE = 30;

/** Reads of points for phone and desk. */
@Injectable()
export class PointsQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async sight(customerId: string): Promise<PointsSight> {
    const reader = this.database;
    const today = localDate(this.clock.now(), HOME_ZONE);
    const [lots, shortfall, rules, last] = await Promise.all([
      unitLotsOf(reader, ofCustomer('PTS', customerId)),
      shortfallOf(reader, customerId),
      houseRules(reader, 'points_rules', DEFAULT_POINTS_RULES),
      lastCheckIn(reader, customerId),
    ]);
    const good = lots.filter(({ expiresOn }) => expiresOn === null || expiresOn >= today);
    const lastDay = good[0]?.expiresOn ?? null;
    const lapsing = good.filter(({ expiresOn }) => expiresOn === lastDay);
    return {
      ...{ points: sum(good), shortfall, rules, checkedInToday: last?.onDate === today },
      lapsing: lastDay === null ? null : { points: sum(lapsing), lastDay },
      streak: rowOn(rules, last, today),
    };
  }

  /** Movements, latest first. */
  async history(customerId: string, cursor: string | undefined): Promise<PointsPage> {
    const query = { ...EVER, limit: PAGE, ...(cursor === undefined ? {} : { cursor }) };
    const page = await statementLines(this.database, [ofCustomer('PTS', customerId)], query);
    const lines = page.lines.map((line) => ({ ...line, title: titleOf(line) }));
    return { lines, nextCursor: page.nextCursor };
  }
}

const sum = (lots: readonly { readonly unitsLeft: number }[]): number =>
  lots.reduce((all, lot) => all + lot.unitsLeft, 0);

function rowOn(rules: PointsRules, last: CheckIn | undefined, today: string): number {
  if (last?.onDate === today) return last.streak;
  const isYesterday = last?.onDate === addDays(today, -1);
  return isYesterday ? streakOn(rules, { isYesterday, streak: last.streak }) - 1 : 0;
}

function titleOf({ about, kind }: StatementLine): string {
  const { title } = about;
  if (typeof title === 'string') return title;
  return kind in ENTRY_KINDS ? ENTRY_KINDS[kind as keyof typeof ENTRY_KINDS] : '其他';
}

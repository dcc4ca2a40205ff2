import { Injectable } from '@nestjs/common';
import {
  ENTRY_KINDS,
  ofCustomer,
  statementLines,
  type AccountRef,
  type StatementLine,
} from '../ledger/index.js';
import { storesByIds, type Store } from '../stores/index.js';
import { Clock, HOME_ZONE, addDays, instantOf, localDate } from '../../platform/clock/index.js';
import { Database } from '../../platform/database/index.js';
import { roomOf, valueOf, type Value } from './customer-wallets.js';
import { unsignedCount } from './data/contracts.js';
import { openRefundOf } from './data/refunds.js';
import { settingsOf } from './data/settings.js';
import { spendById, spendsOf, type Spend } from './data/spends.js';
import { topUpById, type TopUp } from './data/top-ups.js';
import { freezesOf, walletOf, type Freeze, type Wallet } from './data/wallets.js';
import { statementEntries, type StatementEntry } from './rules/statement.js';
import { valueLots, type ValueLot } from './value-lots.js';

/** What a client has, with what stands in its way. */
export interface WalletSight {
  readonly value: Value;
  readonly wallet: Wallet | undefined;
  readonly openRefundId: string | null;
  readonly unsignedContracts: number;
}

export interface StaffWalletSight extends WalletSight {
  readonly lots: readonly ValueLot[];
  readonly freezes: readonly Freeze[];
  readonly spends: readonly Spend[];
  readonly roomFen: number | null;
}

export interface MonthSight {
  readonly month: string;
  readonly entries: readonly StatementEntry[];
  readonly openingFen: number;
  readonly closingFen: number;
  readonly sealHash: string;
  readonly stores: ReadonlyMap<string, Pick<Store, 'name' | 'timeZone'>>;
}

const PAGE = 200;
/** Pages of a month; a client with more movements than this is a machine. */
const MOST_PAGES = 50;
const SPENDS = 50;
const VALUE_CODES = ['SV_PRINCIPAL', 'SV_BONUS', 'PTS'] as const;
const EVER = new Date('9000-01-01T00:00:00Z');

const accountsOf = (customerId: string): AccountRef[] =>
  VALUE_CODES.map((code) => ofCustomer(code, customerId));

const nameOf = (kind: string): string =>
  kind in ENTRY_KINDS ? ENTRY_KINDS[kind as keyof typeof ENTRY_KINDS] : '其他';

/** Reads of wallets for phone and desk. */
@Injectable()
export class WalletQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async sight(customerId: string): Promise<WalletSight> {
    const reader = this.database;
    const [value, wallet, refund, unsignedContracts] = await Promise.all([
      valueOf(reader, customerId),
      walletOf(reader, customerId),
      openRefundOf(reader, customerId),
      unsignedCount(reader, customerId),
    ]);
    return { value, wallet, openRefundId: refund?.id ?? null, unsignedContracts };
  }

  async staffSight(customerId: string): Promise<StaffWalletSight> {
    const reader = this.database;
    const { cardCapFen } = await settingsOf(reader, null);
    const [sight, lots, freezes, spends, roomFen] = await Promise.all([
      this.sight(customerId),
      valueLots(reader, customerId),
      freezesOf(reader, customerId),
      spendsOf(reader, customerId, SPENDS),
      roomOf(reader, customerId, cardCapFen),
    ]);
    return { ...sight, lots, freezes, spends, roomFen };
  }

  /** One deduction, whoever's it is; undefined when there is none. */
  spend(id: string): Promise<Spend | undefined> {
    return spendById(this.database, id);
  }

  /** One sale, whoever's it is; undefined when there is none. */
  topUp(id: string): Promise<TopUp | undefined> {
    return topUpById(this.database, id);
  }

  /** A client's month by the salon's wall. @param month `YYYY-MM`; this month unless told */
  async month(customerId: string, month: string | undefined): Promise<MonthSight> {
    const of = month ?? localDate(this.clock.now(), HOME_ZONE).slice(0, 7);
    const from = instantOf(`${of}-01`, 0, HOME_ZONE);
    const to = instantOf(`${addDays(`${of}-01`, 31).slice(0, 7)}-01`, 0, HOME_ZONE);
    const [value, lines, later] = await Promise.all([
      valueOf(this.database, customerId),
      this.#lines(customerId, from, to),
      this.#lines(customerId, to, EVER),
    ]);
    const isValue = ({ code }: StatementLine): boolean => code !== 'PTS';
    const sum = (some: readonly StatementLine[]): number =>
      some.filter(isValue).reduce((all, { delta }) => all + delta, 0);
    const closingFen = value.principalFen + value.bonusFen - sum(later);
    const storeIds = [...new Set(lines.map((line) => line.storeId))];
    const stores = await storesByIds(this.database, storeIds);
    return {
      ...{ month: of, entries: statementEntries(lines, closingFen, nameOf), closingFen },
      ...{ openingFen: closingFen - sum(lines), sealHash: value.tipHash },
      stores: new Map(stores.map((store) => [store.id, store])),
    };
  }

  /** All lines of a stretch of time, latest first. */
  async #lines(customerId: string, from: Date, to: Date): Promise<StatementLine[]> {
    const lines: StatementLine[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const query = { from, to, limit: PAGE, ...(cursor === undefined ? {} : { cursor }) };
      const { lines: more, nextCursor } = await statementLines(
        this.database,
        accountsOf(customerId),
        query,
      );
      lines.push(...more);
      if (nextCursor === undefined) return lines;
      cursor = nextCursor;
    }
    return lines;
  }
}

import { Injectable } from '@nestjs/common';
import {
  ENTRY_KINDS,
  balancesBefore,
  ofCustomer,
  statementLines,
  type AccountRef,
  type StatementLine,
} from '../ledger/index.js';
import { couponsOfCustomer, type CouponInHand } from '../coupons/index.js';
import { storesByIds, type Store } from '../stores/index.js';
import { Clock, HOME_ZONE, addDays, instantOf, localDate } from '../../platform/clock/index.js';
import { Database } from '../../platform/database/index.js';
import { sumFen } from '../../platform/money/index.js';
import { roomOf, valueOf, type Value } from './customer-wallets.js';
import { unsignedCount } from './data/contracts.js';
import { openRefundOf } from './data/refunds.js';
import { capAt } from './data/settings.js';
import { spendById, spendTitles, spendsOf, type Spend } from './data/spends.js';
import { topUpById, type TopUp } from './data/top-ups.js';
import { freezesOf, walletOf, type Freeze, type Wallet } from './data/wallets.js';
import { PackageQueries, type PackageSight } from './packages/package-queries.js';
import {
  dayEvents,
  ownLines,
  packagesOfStatement,
  unpostedEvents,
} from './packages/package-statement.js';
import { withTypedTitle } from './rules/book-title.js';
import { statementEntries, withEvents, type StatementEntry } from './rules/statement.js';
import { tierNameOf } from './tiers/data/customer-tiers.js';
import { valueLots, type ValueLot } from './value-lots.js';

/** What a client has, with what stands in its way. */
export interface WalletSight {
  readonly value: Value;
  readonly wallet: Wallet | undefined;
  readonly openRefundId: string | null;
  readonly unsignedContracts: number;
  /** Those that are not over; the first to end comes first. */
  readonly coupons: readonly CouponInHand[];
  /** Those in use, the one that expires first before the others. */
  readonly packages: readonly PackageSight[];
  /** Name of her tier; null without one. */
  readonly tier: string | null;
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
const SPENDS = 50;
const MONEY_CODES = ['SV_PRINCIPAL', 'SV_BONUS'] as const;
const SHOWN_CODES = [...MONEY_CODES, 'PTS'] as const;

const isMoney = (code: string): boolean => (MONEY_CODES as readonly string[]).includes(code);

const accountsOf = (
  customerId: string,
  codes: readonly (typeof SHOWN_CODES)[number][],
): AccountRef[] => codes.map((code) => ofCustomer(code, customerId));

const nameOf = (kind: string): string =>
  kind in ENTRY_KINDS ? ENTRY_KINDS[kind as keyof typeof ENTRY_KINDS] : '其他';

/** Reads of wallets for phone and desk. */
@Injectable()
export class WalletQueries {
  constructor(
    private readonly database: Database,
    private readonly packages: PackageQueries,
    private readonly clock: Clock,
  ) {}

  /** Four reads at once, then three: a page asks for more than this, and the pool is everybody's. */
  async sight(customerId: string): Promise<WalletSight> {
    const reader = this.database;
    const [value, wallet, refund, unsignedContracts] = await Promise.all([
      valueOf(reader, customerId),
      walletOf(reader, customerId),
      openRefundOf(reader, customerId),
      unsignedCount(reader, customerId),
    ]);
    const [coupons, packages, tier] = await Promise.all([
      couponsOfCustomer(reader, customerId, this.clock.now()),
      this.packages.inUse(customerId),
      tierNameOf(reader, customerId),
    ]);
    const openRefundId = refund?.id ?? null;
    return { value, wallet, openRefundId, unsignedContracts, coupons, packages, tier };
  }

  /** @param storeIds where it may be sold: the room is what a sale in any of them leaves */
  async staffSight(customerId: string, storeIds: readonly string[]): Promise<StaffWalletSight> {
    const reader = this.database;
    const cardCapFen = await capAt(reader, storeIds);
    const sight = await this.sight(customerId);
    const [lots, freezes, spends, roomFen] = await Promise.all([
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

  /**
   * A client's month by the salon's wall. It begins with what she had before, which no longer changes, and ends with
   * what its lines make of it: right to the fen while she pays. @param month `YYYY-MM`; this month unless told
   */
  async month(customerId: string, month: string | undefined): Promise<MonthSight> {
    const of = month ?? localDate(this.clock.now(), HOME_ZONE).slice(0, 7);
    const from = instantOf(`${of}-01`, 0, HOME_ZONE);
    const to = instantOf(`${addDays(`${of}-01`, 31).slice(0, 7)}-01`, 0, HOME_ZONE);
    const reader = this.database;
    const packages = await packagesOfStatement(reader, customerId);
    const [before, all, unposted] = await Promise.all([
      balancesBefore(reader, accountsOf(customerId, MONEY_CODES), from),
      this.#lines([...accountsOf(customerId, SHOWN_CODES), ...packages.accounts], from, to),
      unpostedEvents(reader, customerId, packages, { from, to }),
    ]);
    const openingFen = sumFen(before.values());
    const lines = ownLines(all, packages);
    const money = lines.filter(({ code }) => isMoney(code));
    const closingFen = openingFen + sumFen(money.map(({ delta }) => delta));
    const posted = lines.filter(({ kind }) => kind !== 'time_card_share');
    const events = [...unposted, ...dayEvents(lines, packages.packs)];
    const booked = withEvents(statementEntries(posted, closingFen, nameOf), events, openingFen);
    const entries = await this.#typed(booked);
    const storeIds = [...new Set(entries.map((entry) => entry.storeId))];
    const stores = await storesByIds(reader, storeIds);
    return {
      ...{ month: of, entries, closingFen, openingFen },
      sealHash: all.find(({ code }) => isMoney(code))?.hash ?? '',
      stores: new Map(stores.map((store) => [store.id, store])),
    };
  }

  /** Charges under the titles that the desk typed: the books do not keep those. */
  async #typed(entries: readonly StatementEntry[]): Promise<StatementEntry[]> {
    const idOf = ({ about }: StatementEntry): string =>
      typeof about['spendId'] === 'string' ? about['spendId'] : '';
    const ids = [...new Set(entries.map(idOf))].filter((id) => id !== '');
    const titles = await spendTitles(this.database, ids);
    return entries.map((entry) => ({
      ...entry,
      title: withTypedTitle(entry.title, titles.get(idOf(entry))),
    }));
  }

  /** All lines of a stretch of time, latest first. */
  async #lines(accounts: readonly AccountRef[], from: Date, to: Date): Promise<StatementLine[]> {
    const lines: StatementLine[] = [];
    for (let cursor: string | undefined; ;) {
      const query = { from, to, limit: PAGE, ...(cursor === undefined ? {} : { cursor }) };
      const page = await statementLines(this.database, accounts, query);
      lines.push(...page.lines);
      if (page.nextCursor === undefined) return lines;
      cursor = page.nextCursor;
    }
  }
}

import { Injectable } from '@nestjs/common';
import { HOME_ZONE, addDays, localDate } from '../../platform/clock/index.js';
import { groupBy } from '../../platform/collections/index.js';
import { Database, toSafeInteger } from '../../platform/database/index.js';
import { ContractProofs } from './contract-proofs.js';
import { contractsAfter, salesWithoutContract } from './data/contracts.js';
import type { PackageSight } from './packages/package-queries.js';
import { rawPackages, type RawPackage } from './packages/raw-packages.js';
import type { PackageMove } from './rules/statement.js';
import { WalletQueries } from './wallet-queries.js';

/** What the raw rows of the ledger say of one client, in fen and points. */
interface RawSums {
  readonly customerId: string;
  readonly principalFen: number;
  readonly bonusFen: number;
  readonly points: number;
  readonly firstAt: Date;
  readonly lastAt: Date;
}

/** A client with what is hers, from the first to the last thing that happened to it. */
interface RawClient extends RawSums {
  readonly packages: readonly RawPackage[];
}

export interface StatementCheck {
  readonly clients: number;
  readonly months: number;
  readonly lines: number;
  /** What all of them have together, in fen and points. */
  readonly principalFen: number;
  readonly bonusFen: number;
  readonly points: number;
  /** Packages that were paid for, and how many sessions are left of them. */
  readonly packages: number;
  readonly sessions: number;
  /** Clients whose statement or wallet says something else than the postings. */
  readonly wrong: readonly string[];
  readonly contracts: number;
  /** Contracts that are not what was agreed to, and sales whose contract is gone. */
  readonly altered: readonly string[];
}

/** Contracts that are looked at together. */
const CONTRACTS = 200;

const sumOf = (code: string, name: keyof RawSums): string =>
  `SUM(CASE WHEN a.code <> '${code}' THEN 0 WHEN p.credit_account_id = a.id THEN p.amount ELSE -p.amount END) AS ${name}`;

/** Adds up every client's postings without the ledger's own sums. */
const RAW = `SELECT a.owner_id AS customerId, MIN(t.posted_at) AS firstAt, MAX(t.posted_at) AS lastAt,
    ${sumOf('SV_PRINCIPAL', 'principalFen')},
    ${sumOf('SV_BONUS', 'bonusFen')},
    ${sumOf('PTS', 'points')}
  FROM ledger_account a
  JOIN ledger_posting p ON p.credit_account_id = a.id OR p.debit_account_id = a.id
  JOIN ledger_tx t ON t.id = p.tx_id
  WHERE a.owner_kind = 'customer' AND a.code IN ('SV_PRINCIPAL', 'SV_BONUS', 'PTS')
  GROUP BY a.owner_id ORDER BY a.owner_id`;

/**
 * Reads every client's statement and wallet as the phone does and holds them against the raw postings, and every
 * contract against the journal.
 */
@Injectable()
export class CheckStatements {
  constructor(
    private readonly database: Database,
    private readonly queries: WalletQueries,
    private readonly proofs: ContractProofs,
  ) {}

  async run(): Promise<StatementCheck> {
    const packages = await rawPackages(this.database);
    const clients = await this.#clients(packages);
    const now = packages.filter(({ isHers }) => isHers);
    const check = {
      ...{ clients: clients.length, months: 0, lines: 0, principalFen: 0, bonusFen: 0, points: 0 },
      ...{ packages: now.length, sessions: now.reduce((sum, { sessions }) => sum + sessions, 0) },
      wrong: [] as string[],
    };
    for (const raw of clients) {
      const { months, lines, right } = await this.#check(raw);
      check.months += months;
      check.lines += lines;
      check.principalFen += raw.principalFen;
      check.bonusFen += raw.bonusFen;
      check.points += raw.points;
      if (!right) check.wrong.push(raw.customerId);
    }
    return { ...check, ...(await this.#contracts()) };
  }

  async #clients(packages: readonly RawPackage[]): Promise<RawClient[]> {
    const rows = await this.database.rows<Record<keyof RawSums, unknown>>(RAW);
    const money = new Map(
      rows.map((row) => [
        String(row.customerId),
        {
          ...{ customerId: String(row.customerId), principalFen: toSafeInteger(row.principalFen) },
          ...{ bonusFen: toSafeInteger(row.bonusFen), points: toSafeInteger(row.points) },
          ...{ firstAt: row.firstAt as Date, lastAt: row.lastAt as Date },
        },
      ]),
    );
    const cards = groupBy(packages, ({ customerId }) => customerId);
    return [...new Set([...money.keys(), ...cards.keys()])].sort().map((customerId) => {
      const [own, hers] = [money.get(customerId), cards.get(customerId) ?? []];
      const all = [...(own ? [own] : []), ...hers];
      const times = (of: 'firstAt' | 'lastAt') => all.map((one) => one[of].getTime());
      return {
        ...{ customerId, principalFen: own?.principalFen ?? 0, bonusFen: own?.bonusFen ?? 0 },
        points: own?.points ?? 0,
        ...{ firstAt: new Date(Math.min(...times('firstAt'))), packages: hers },
        lastAt: new Date(Math.max(...times('lastAt'))),
      };
    });
  }

  async #contracts(): Promise<Pick<StatementCheck, 'contracts' | 'altered'>> {
    const altered: string[] = [];
    let [contracts, after] = [0, ''];
    for (;;) {
      const page = await contractsAfter(this.database, after, CONTRACTS);
      const found = await this.proofs.altered(this.database, page);
      altered.push(...found.map(({ id }) => id));
      contracts += page.length;
      const last = page.at(-1);
      if (!last) break;
      after = last.id;
    }
    return { contracts, altered: [...altered, ...(await salesWithoutContract(this.database))] };
  }

  async #check(raw: RawClient): Promise<{ months: number; lines: number; right: boolean }> {
    const sums = { principalFen: 0, bonusFen: 0, points: 0, months: 0, lines: 0 };
    const moved = new Map<string, Omit<PackageMove, 'packageId'>>();
    let [right, balanceFen] = [true, 0];
    for (const month of monthsFrom(raw.firstAt, raw.lastAt)) {
      const sight = await this.queries.month(raw.customerId, month);
      right &&= sight.openingFen === balanceFen;
      for (const entry of [...sight.entries].reverse()) {
        sums.principalFen += entry.principalFen;
        sums.bonusFen += entry.bonusFen;
        sums.points += entry.points;
        balanceFen += entry.principalFen + entry.bonusFen;
        right &&= entry.balanceAfter === balanceFen;
        for (const move of entry.moves) addMove(moved, move);
      }
      right &&= sight.closingFen === balanceFen;
      sums.months += 1;
      sums.lines += sight.entries.length;
    }
    const { value, packages } = await this.queries.sight(raw.customerId);
    right &&= raw.packages.every((pack) => isTold(pack, moved)) && shows(raw, packages);
    for (const asset of ['principalFen', 'bonusFen', 'points'] as const)
      right &&= sums[asset] === raw[asset] && value[asset] === raw[asset];
    return { months: sums.months, lines: sums.lines, right };
  }
}

function addMove(
  moved: Map<string, Omit<PackageMove, 'packageId'>>,
  { packageId, ...move }: PackageMove,
): void {
  const known = moved.get(packageId) ?? { sessions: 0, reserved: 0, leftFen: 0 };
  moved.set(packageId, {
    sessions: known.sessions + move.sessions,
    ...{ reserved: known.reserved + move.reserved, leftFen: known.leftFen + move.leftFen },
  });
}

/** Her lines about a package come to what is left of it, and to nothing once it is somebody else's. */
function isTold(
  { packageId, isHers, ...raw }: RawPackage,
  moved: ReadonlyMap<string, Omit<PackageMove, 'packageId'>>,
): boolean {
  const { sessions, reserved, leftFen } = moved.get(packageId) ?? NOTHING;
  const left = isHers ? raw : NOTHING;
  return sessions === left.sessions && reserved === left.reserved && leftFen === left.leftFen;
}

const NOTHING = { sessions: 0, reserved: 0, leftFen: 0 };

/** What her wallet shows of each package is what the postings say. */
function shows({ packages }: RawClient, sights: readonly PackageSight[]): boolean {
  const byId = new Map(packages.map((pack) => [pack.packageId, pack]));
  return sights.every(({ pack, items }) => {
    const raw = byId.get(pack.id);
    const left = items.reduce((sum, item) => sum + item.left, 0);
    const leftFen = items.reduce((sum, item) => sum + item.leftFen, 0);
    return raw?.isHers === true && raw.sessions === left && raw.leftFen === leftFen;
  });
}

/** `YYYY-MM` of every month from the one to the other, by the salon's wall. */
function monthsFrom(from: Date, to: Date): string[] {
  const last = localDate(to, HOME_ZONE).slice(0, 7);
  const months: string[] = [];
  let month = localDate(from, HOME_ZONE).slice(0, 7);
  while (month <= last) {
    months.push(month);
    month = addDays(`${month}-01`, 31).slice(0, 7);
  }
  return months;
}

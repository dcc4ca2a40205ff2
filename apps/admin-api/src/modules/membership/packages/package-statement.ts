import type { AccountRef, StatementLine } from '../../ledger/index.js';
import type { StatementKind } from '@yance/shared-types';
import { groupBy } from '../../../platform/collections/index.js';
import type { Reader } from '../../../platform/database/index.js';
import { movesOf, type Movement, type PackageEvent } from '../rules/statement.js';
import { changesWithoutEntry, type PackageChange } from './data/package-changes.js';
import { ownershipsOf, type Ownership } from './data/package-owners.js';
import { packagesByIds, type Package } from './data/packages.js';
import { usesWithoutEntry, type SessionUse } from './data/session-uses.js';
import { deferredOf, sessionsOf } from './rules/sale-legs.js';

/** A client's packages as her statement needs them: those she has and those that she gave away. */
export interface PackagesOfStatement {
  readonly packs: readonly Package[];
  readonly ownerships: readonly Ownership[];
  /** Where their money and sessions are in the ledger. */
  readonly accounts: readonly AccountRef[];
}

/** A stretch of time, its end excluded. */
interface Stretch {
  readonly from: Date;
  readonly to: Date;
}

export async function packagesOfStatement(
  reader: Reader,
  customerId: string,
): Promise<PackagesOfStatement> {
  const ownerships = await ownershipsOf(reader, customerId);
  const packs = await packagesByIds(reader, [...new Set(ownerships.map((one) => one.packageId))]);
  return {
    ...{ packs, ownerships },
    accounts: packs.flatMap((pack) =>
      pack.items.flatMap((item) => [
        ...[deferredOf(pack, item.id), sessionsOf(item.id, 'SES_AVAIL')],
        sessionsOf(item.id, 'SES_RESERVED'),
      ]),
    ),
  };
}

/** Which of the lines are about packages, and were the client's when they happened; her own are kept as they are. */
export function ownLines(lines: readonly StatementLine[], of: PackagesOfStatement): Movement[] {
  const packOf = new Map<number, string>();
  for (const pack of of.packs)
    for (const { lotId } of pack.items) if (lotId !== null) packOf.set(lotId, pack.id);
  const own = groupBy(of.ownerships, ({ packageId }) => packageId);
  return lines.flatMap((line) => {
    if (!CARD_ACCOUNTS.has(line.code)) return [line];
    const packageId = line.lotId === null ? undefined : packOf.get(line.lotId);
    if (packageId === undefined) return [];
    const hers = (own.get(packageId) ?? []).some((one) => isWithin(one, line.postedAt));
    return hers ? [{ ...line, packageId }] : [];
  });
}

const CARD_ACCOUNTS = new Set<string>([
  ...['PKG_DEFERRED', 'TIME_DEFERRED', 'SES_AVAIL', 'SES_RESERVED'],
]);

/** Who bought it has had it from the beginning, whatever the clocks say. */
const isWithin = ({ seq, since, until }: Ownership, at: Date): boolean =>
  (seq === 0 || since <= at) && (until === null || at < until);

/** The days of a card by time are one line a month, at the last of them. */
export function dayEvents(lines: readonly Movement[], packs: readonly Package[]): PackageEvent[] {
  const byPack = groupBy(
    lines.filter(({ kind }) => kind === 'time_card_share'),
    ({ packageId }) => packageId ?? '',
  );
  return packs.flatMap((pack) => {
    const [latest, ...rest] = byPack.get(pack.id) ?? [];
    if (!latest) return [];
    const days = [latest, ...rest];
    const count = new Set(days.map(({ txId }) => txId)).size;
    return [
      {
        ...{ id: `${pack.id}.${latest.entryNo}`, kind: 'time_card_days' as const },
        ...{ title: `${pack.name} · 使用 ${count} 天`, at: latest.postedAt },
        ...{ storeId: latest.storeId, about: { packageId: pack.id }, moves: movesOf(days) },
      },
    ];
  });
}

/** What happened to her packages without an entry: rest, more time, handing on, uses of a card by time. */
export async function unpostedEvents(
  reader: Reader,
  customerId: string,
  { packs, ownerships }: PackagesOfStatement,
  { from, to }: Stretch,
): Promise<PackageEvent[]> {
  const ids = packs.map((pack) => pack.id);
  const byId = new Map(packs.map((pack) => [pack.id, pack]));
  const [changes, uses] = await Promise.all([
    changesWithoutEntry(reader, ids, { from, to }),
    usesWithoutEntry(reader, customerId, { from, to }),
  ]);
  const own = groupBy(ownerships, ({ packageId }) => packageId);
  const told = changes.flatMap((change) => {
    const pack = byId.get(change.packageId);
    return pack ? eventsOfChange(change, pack, own.get(pack.id) ?? []) : [];
  });
  return [...told, ...uses.map(eventOfUse)];
}

const KINDS: Readonly<Partial<Record<PackageChange['kind'], StatementKind>>> = {
  freeze: 'package_freeze',
  unfreeze: 'package_unfreeze',
  extend: 'package_extend',
};

function eventsOfChange(
  change: PackageChange & { readonly packageId: string },
  pack: Package,
  own: readonly Ownership[],
): PackageEvent[] {
  const head = { at: change.at, storeId: change.storeId, about: { packageId: pack.id } };
  const id = `${pack.id}.${change.seq}`;
  if (change.kind === 'transfer') return transferEvents(change, pack, own);
  const kind = KINDS[change.kind];
  if (!kind || !own.some((one) => isWithin(one, change.at))) return [];
  return [{ ...head, id, kind, title: pack.name, moves: [] }];
}

/** Gone for whom it belonged to, come for who has it since: both, where it went out and came back. */
function transferEvents(
  { seq, at, storeId, detail }: PackageChange,
  pack: Package,
  own: readonly Ownership[],
): PackageEvent[] {
  const sessions = Number(detail['sessions'] ?? 0);
  const leftFen = Number(detail['leftFen'] ?? 0);
  const head = { at, storeId, title: pack.name, about: { packageId: pack.id } };
  const move = (sign: 1 | -1) => [
    { packageId: pack.id, sessions: sign * sessions, reserved: 0, leftFen: sign * leftFen },
  ];
  const came = own.some((one) => one.seq === seq);
  const went = own.some((one) => one.seq < seq && one.until?.getTime() === at.getTime());
  return [
    ...(came
      ? [{ ...head, id: `${pack.id}.${seq}.in`, kind: 'package_in' as const, moves: move(1) }]
      : []),
    ...(went
      ? [{ ...head, id: `${pack.id}.${seq}.out`, kind: 'package_out' as const, moves: move(-1) }]
      : []),
  ];
}

const eventOfUse = (use: SessionUse): PackageEvent => ({
  ...{ id: use.id, kind: 'session_use' as const, at: use.createdAt, storeId: use.storeId },
  title: `耗卡：${use.title}${use.state === 'reversed' ? '（已冲正）' : ''}`,
  ...{ about: { packageId: use.packageId, sessionUseId: use.id }, moves: [] },
});

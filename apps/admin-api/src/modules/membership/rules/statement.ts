import type { StatementKind } from '@yance/shared-types';

/** A movement of one of a client's accounts, as the ledger tells it. */
export interface Movement {
  readonly code: string;
  readonly txId: number;
  readonly entryNo: string;
  readonly kind: string;
  readonly about: Readonly<Record<string, unknown>>;
  readonly storeId: string;
  readonly postedAt: Date;
  readonly delta: number;
  /** The package that the account belongs to; absent for the client's own. */
  readonly packageId?: string;
}

/** What happened to a package of the client's. */
export interface PackageMove {
  readonly packageId: string;
  /** Change of the sessions that are left, those that wait for visits included. */
  readonly sessions: number;
  /** Change of those that wait for a visit. */
  readonly reserved: number;
  /** Change of the money that waits in it, in fen. */
  readonly leftFen: number;
}

/** What happened without a movement of the client's own value. */
export interface PackageEvent {
  /** Of its own kind of thing; with it a line is told from every other. */
  readonly id: string;
  readonly kind: StatementKind;
  readonly title: string;
  readonly at: Date;
  readonly storeId: string;
  readonly about: Readonly<Record<string, unknown>>;
  readonly moves: readonly PackageMove[];
}

/** What one entry did to a client's value. Amounts in fen, points in units. */
export interface StatementEntry extends PackageEvent {
  /** Null where nothing was posted. */
  readonly entryNo: string | null;
  readonly principalFen: number;
  readonly bonusFen: number;
  readonly points: number;
  /** Principal and bonus together afterwards. */
  readonly balanceAfter: number;
}

const KINDS: Readonly<Record<string, StatementKind>> = {
  top_up: 'top_up',
  opening_balance: 'opening',
  spend: 'spend',
  refund_approve: 'refund',
  package_sale: 'package',
  time_card_sale: 'package',
  package_refund: 'refund',
  time_card_refund: 'refund',
  package_convert: 'package_convert',
  session_reserve: 'session_reserve',
  session_release: 'session_release',
  session_redeem: 'session_use',
  session_lapse: 'session_lapse',
  time_card_share: 'time_card_days',
};

const REVERSALS: Readonly<Record<string, StatementKind>> = {
  points: 'points',
  top_up: 'top_up_reversal',
  package: 'package_reversal',
  session: 'session_reversal',
};

function kindOf(movement: Movement, valueDelta: number): StatementKind {
  const { kind, about } = movement;
  if (kind.startsWith('points_')) return 'points';
  if (kind === 'reversal') return REVERSALS[String(about['of'])] ?? 'spend_reversal';
  if (kind === 'transfer') {
    if (about['of'] === 'join') return 'joined';
    return valueDelta < 0 ? 'transfer_out' : 'transfer_in';
  }
  return KINDS[kind] ?? 'other';
}

/**
 * Puts the lines of a client's accounts together by entry.
 * @param movements latest first
 * @param closingFen principal and bonus together after the latest of them
 */
export function statementEntries(
  movements: readonly Movement[],
  closingFen: number,
  nameOf: (kind: string) => string,
): StatementEntry[] {
  const byEntry = new Map<number, Movement[]>();
  for (const movement of movements) {
    const entry = byEntry.get(movement.txId);
    if (entry) entry.push(movement);
    else byEntry.set(movement.txId, [movement]);
  }
  let balanceAfter = closingFen;
  return [...byEntry.values()].flatMap((entry) => {
    const [first] = entry;
    if (!first) return [];
    const sum = (code: string): number =>
      entry.reduce((all, { code: own, delta }) => (own === code ? all + delta : all), 0);
    const [principalFen, bonusFen, points] = [sum('SV_PRINCIPAL'), sum('SV_BONUS'), sum('PTS')];
    const title = first.about['title'];
    const line: StatementEntry = {
      ...{
        id: first.entryNo,
        entryNo: first.entryNo,
        kind: kindOf(first, principalFen + bonusFen),
      },
      title: typeof title === 'string' ? title : nameOf(first.kind),
      ...{ at: first.postedAt, storeId: first.storeId, principalFen, bonusFen, points },
      ...{ balanceAfter, about: first.about, moves: movesOf(entry) },
    };
    balanceAfter -= principalFen + bonusFen;
    return [line];
  });
}

const CARD_CODES = ['PKG_DEFERRED', 'TIME_DEFERRED'];
const SESSION_CODES = ['SES_AVAIL', 'SES_RESERVED'];

/** What an entry did to each package. */
export function movesOf(entry: readonly Movement[]): PackageMove[] {
  const moves = new Map<string, { sessions: number; reserved: number; leftFen: number }>();
  for (const { packageId, code, delta } of entry) {
    if (packageId === undefined) continue;
    const move = moves.get(packageId) ?? { sessions: 0, reserved: 0, leftFen: 0 };
    moves.set(packageId, move);
    if (CARD_CODES.includes(code)) move.leftFen += delta;
    if (SESSION_CODES.includes(code)) move.sessions += delta;
    if (code === 'SES_RESERVED') move.reserved += delta;
  }
  return [...moves].map(([packageId, move]) => ({ packageId, ...move }));
}

/**
 * Puts what happened without a movement of her value among the lines, each at its time.
 * @param entries latest first
 * @param openingFen principal and bonus together before the earliest of them
 */
export function withEvents(
  entries: readonly StatementEntry[],
  events: readonly PackageEvent[],
  openingFen: number,
): StatementEntry[] {
  const waiting = [...events].sort((a, b) => b.at.getTime() - a.at.getTime());
  const told = (event: PackageEvent, balanceAfter: number): StatementEntry => ({
    ...{ ...event, entryNo: null, principalFen: 0, bonusFen: 0, points: 0, balanceAfter },
  });
  const lines = entries.flatMap((entry) => {
    const later: StatementEntry[] = [];
    while (waiting[0] && waiting[0].at >= entry.at) {
      const [event] = waiting.splice(0, 1);
      if (event) later.push(told(event, entry.balanceAfter));
    }
    return [...later, entry];
  });
  return [...lines, ...waiting.map((event) => told(event, openingFen))];
}

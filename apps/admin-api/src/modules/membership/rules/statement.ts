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
}

/** What one entry did to a client's value. Amounts in fen, points in units. */
export interface StatementEntry {
  readonly entryNo: string;
  readonly kind: StatementKind;
  readonly title: string;
  readonly at: Date;
  readonly storeId: string;
  readonly principalFen: number;
  readonly bonusFen: number;
  readonly points: number;
  /** Principal and bonus together afterwards. */
  readonly balanceAfter: number;
  readonly about: Readonly<Record<string, unknown>>;
}

const KINDS: Readonly<Record<string, StatementKind>> = {
  top_up: 'top_up',
  opening_balance: 'opening',
  spend: 'spend',
  refund_approve: 'refund',
  package_sale: 'package',
  time_card_sale: 'package',
};

function kindOf(movement: Movement, valueDelta: number): StatementKind {
  const { kind, about } = movement;
  if (kind === 'reversal') {
    if (about['of'] === 'package') return 'package_reversal';
    return about['of'] === 'top_up' ? 'top_up_reversal' : 'spend_reversal';
  }
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
      ...{ entryNo: first.entryNo, kind: kindOf(first, principalFen + bonusFen) },
      title: typeof title === 'string' ? title : nameOf(first.kind),
      ...{ at: first.postedAt, storeId: first.storeId, principalFen, bonusFen, points },
      ...{ balanceAfter, about: first.about },
    };
    balanceAfter -= principalFen + bonusFen;
    return [line];
  });
}

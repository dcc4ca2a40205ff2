import type { StatementLine, StatementView } from '@/api/types';
import { clockOf, dateOf } from '@/lib/time';

/** '11-21 14:30' */
export const lineTime = (at: string): string => `${dateOf(at).slice(5)} ${clockOf(at)}`;

/** The end of a long hash, in groups that can be read out: whoever has the whole can tell that it is the same. */
export const checkWords = (hash: string): string => hash.slice(-16).replace(/(.{4})(?=.)/g, '$1 ');

/** What a month did: what came in, what went out, in fen, both as positive numbers. */
export function monthTotals({ lines }: Pick<StatementView, 'lines'>): { in: number; out: number } {
  const changes = lines.map(({ principalFen, bonusFen }) => principalFen + bonusFen);
  const sum = (some: number[]) => some.reduce((all, one) => all + one, 0);
  return {
    in: sum(changes.filter((change) => change > 0)),
    out: sum(changes.filter((change) => change < 0).map((change) => -change)),
  };
}

const REVERSALS: readonly StatementLine['kind'][] = ['top_up_reversal', 'spend_reversal'];

/** The other side of a reversal in the same month: what was mirrored, or the mirror of this line. */
export function counterpartOf(
  line: StatementLine,
  lines: readonly StatementLine[],
): StatementLine | undefined {
  const isMirror = REVERSALS.includes(line.kind);
  return lines.find(
    (other) =>
      other.txId !== line.txId &&
      REVERSALS.includes(other.kind) !== isMirror &&
      ((line.spendId !== undefined && other.spendId === line.spendId) ||
        (line.contractId !== undefined &&
          other.contractId === line.contractId &&
          (isMirror || REVERSALS.includes(other.kind)))),
  );
}

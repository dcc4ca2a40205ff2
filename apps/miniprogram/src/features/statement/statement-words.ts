import { formatYuan, type Fen } from '@yance/shared-types';
import type { StatementLine, StatementView } from '@/api/types';
import { clockOf, dateOf } from '@/lib/time';

/** '+1,000.00', '-90.90': always with its cents, so that a column lines up. */
export function columnYuan(fen: Fen): string {
  const whole = formatYuan(fen);
  return `${fen > 0 ? '+' : ''}${whole}${whole.includes('.') ? '' : '.00'}`;
}

/** From here on, in fen, two amounts and a title do not fit side by side on a narrow phone. */
const WIDE_FEN = 1_000_000;

/** Whether a month has amounts that need a row of their own. */
export const isWide = (
  lines: readonly Pick<StatementLine, 'principalFen' | 'bonusFen'>[],
): boolean =>
  lines.some(
    ({ principalFen, bonusFen }) =>
      Math.max(Math.abs(principalFen), Math.abs(bonusFen)) >= WIDE_FEN,
  );

/** What a line did to points: '积分 +120'. */
export const pointsWords = ({ points }: Pick<StatementLine, 'points'>): string =>
  `积分 ${points > 0 ? '+' : ''}${points}`;

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

const REVERSALS: readonly StatementLine['kind'][] = [
  ...(['top_up_reversal', 'spend_reversal', 'session_reversal'] as const),
];

/** The other side of a reversal in the same month: what was mirrored, or the mirror of this line. */
export function counterpartOf(
  line: StatementLine,
  lines: readonly StatementLine[],
): StatementLine | undefined {
  const isMirror = REVERSALS.includes(line.kind);
  return lines.find(
    (other) =>
      other.id !== line.id &&
      REVERSALS.includes(other.kind) !== isMirror &&
      ((line.spendId !== undefined && other.spendId === line.spendId) ||
        (line.sessionUseId !== undefined &&
          other.sessionUseId === line.sessionUseId &&
          (isMirror || REVERSALS.includes(other.kind))) ||
        (line.contractId !== undefined &&
          other.contractId === line.contractId &&
          (isMirror || REVERSALS.includes(other.kind)))),
  );
}

import { shareOut, type Outcome } from './evaluate.js';
import type { PriceInput } from './price-input.js';
import type { CoverClass, Problem } from './problem.js';

/** One coupon or card on some units of one line. */
export interface Covered {
  readonly kind: CoverClass['kind'];
  readonly id: string;
  /** Index of the line. */
  readonly line: number;
  readonly units: number;
  /** What each of these units costs. */
  readonly priceFen: number;
  readonly isReserved: boolean;
}

function reservedUnits({ lines, sessions }: PriceInput): Covered[] {
  return sessions.flatMap(({ id, kind, reserved }) =>
    reserved.map(({ lineId, units }) => ({
      ...{ kind, id, units, priceFen: 0, isReserved: true },
      line: lines.findIndex((line) => line.id === lineId),
    })),
  );
}

/** Which coupon and which card covers how many units of which line: like units in the order of the bill. */
export function coveredUnits(input: PriceInput, problem: Problem, outcome: Outcome): Covered[] {
  const covered = reservedUnits(input);
  const free = problem.units.map((units, line) => units - (outcome.paidUnits[line] ?? 0));
  for (const { cover, units } of outcome.choice.covers) {
    const total = units.reduce((sum, count) => sum + count, 0);
    const queue = shareOut(cover.members, total).flatMap(([{ id }, count]) =>
      Array.from({ length: count }, () => id),
    );
    for (const [group, { lines }] of problem.groups.entries())
      for (let wanted = units[group] ?? 0; wanted > 0; wanted -= 1) {
        const line = lines.find((index) => (free[index] ?? 0) > 0) ?? 0;
        free[line] = (free[line] ?? 0) - 1;
        const { kind, priceFen } = cover;
        const id = queue.shift() ?? '';
        covered.push({ kind, id, line, units: 1, priceFen, isReserved: false });
      }
  }
  return together(covered);
}

/** Units of the same line that the same coupon or card covers, as one. */
function together(covered: readonly Covered[]): Covered[] {
  const found = new Map<string, Covered>();
  for (const each of covered) {
    const key = [each.id, each.line, each.isReserved].join();
    const before = found.get(key);
    found.set(key, { ...each, units: each.units + (before?.units ?? 0) });
  }
  return [...found.values()].sort((a, b) => a.line - b.line);
}

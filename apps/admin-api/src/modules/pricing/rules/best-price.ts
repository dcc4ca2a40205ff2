import { checkInput } from './check-input.js';
import { coveredUnits, type Covered } from './covered-units.js';
import type { Outcome } from './evaluate.js';
import { beatenCoupons, beatenPrices, sentencesOf } from './explain.js';
import { pointsWorth } from './points-worth.js';
import type { PriceInput } from './price-input.js';
import { priceLines } from './price-lines.js';
import type { BestPrice, PricedLine, ProposedSession, UsedCoupon } from './price-output.js';
import { problemOf } from './problem.js';
import { search } from './search.js';

/** Coupons with what each takes off, line by line; what member benefits gave up for it is not in it. */
function usedCoupons(input: PriceInput, lines: readonly PricedLine[]): UsedCoupon[] {
  return input.coupons
    .map(({ id, name }) => {
      const shares = lines.flatMap(({ id: lineId, because }) =>
        because
          .filter(({ kind, sourceId }) => kind === 'coupon' && sourceId === id)
          .map(({ savesFen }) => ({ lineId, savesFen })),
      );
      const savesFen = shares.reduce((sum, share) => sum + share.savesFen, 0);
      return { couponId: id, name, savesFen, lines: shares };
    })
    .filter(({ lines: shares }) => shares.length > 0)
    .sort((a, b) => (a.couponId < b.couponId ? -1 : 1));
}

function proposedSessions(input: PriceInput, covered: readonly Covered[]): ProposedSession[] {
  return covered.flatMap(({ kind, id, line, units, isReserved }) => {
    if (kind === 'coupon') return [];
    const name = input.sessions.find((session) => session.id === id)?.name ?? '';
    const lineId = input.lines[line]?.id ?? '';
    return [{ sessionId: id, name, kind, lineId, units, isReserved }];
  });
}

const sum = (lines: readonly PricedLine[], of: 'listFen' | 'payFen'): number =>
  lines.reduce((total, line) => total + line[of], 0);

/**
 * The least that a client may be asked to pay for a bill, how it comes about and what was tried. Amounts in fen. The
 * rules of combination stand in the module's README. The same input always has the same answer.
 * @throws RangeError for a bill that cannot be: a negative price, sessions reserved for more units than there are
 */
export function bestPrice(input: PriceInput): BestPrice {
  checkInput(input);
  const problem = problemOf(input);
  const found = search(problem, input.mostCoupons);
  const outcome: Outcome | undefined = found.outcome;
  if (!outcome) throw new RangeError('a bill without coupons can always be settled');
  const covered = coveredUnits(input, problem, outcome);
  const lines = priceLines(input, problem, outcome, covered);
  const goodsFen = sum(
    lines.filter((_, index) => problem.isGoods[index]),
    'payFen',
  );
  const points = input.points && pointsWorth(goodsFen, input.points);
  const { beaten, nodes } = beatenCoupons(input, problem, outcome);
  return {
    listFen: sum(lines, 'listFen'),
    payFen: sum(lines, 'payFen'),
    lines,
    coupons: usedCoupons(input, lines),
    sessions: proposedSessions(input, covered),
    points,
    beaten: [...beaten, ...beatenPrices(input, problem, outcome)],
    sentences: sentencesOf(input, problem, outcome, lines, points),
    search: { nodes: found.nodes + nodes, exact: found.exact },
  };
}

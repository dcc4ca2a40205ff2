import { splitByLargestRemainder } from '../../../platform/money/index.js';
import type { Covered } from './covered-units.js';
import type { Outcome } from './evaluate.js';
import { manualOff } from './manual-discount.js';
import type { ComboLine, PriceInput, PriceLine } from './price-input.js';
import type { PricedLine, PricedPart, Reason } from './price-output.js';
import type { Problem } from './problem.js';
import { rulesInForce } from './rule-in-force.js';
import { partPrices, type UnitPrice, type UnitPrices } from './unit-prices.js';

interface Names {
  /** Names of coupons and cards by id. */
  readonly of: ReadonlyMap<string, string>;
}

const quoted = (name: string | undefined): string => `「${name ?? ''}」`;

function ruleReason(unit: UnitPrice, listFen: number, units: number): Reason[] {
  const { kind, sourceId, label, fen } = unit;
  if (kind === null || units === 0 || fen === listFen) return [];
  return [{ kind, sourceId, label, units, savesFen: (listFen - fen) * units }];
}

function coverReasons(
  covered: readonly Covered[],
  line: number,
  listFen: number,
  names: Names,
): Reason[] {
  return covered
    .filter((each) => each.line === line)
    .map(({ kind, id, units, priceFen }) => ({
      kind: kind === 'package' ? 'session' : kind,
      sourceId: id,
      label: quoted(names.of.get(id)),
      units,
      savesFen: (listFen - priceFen) * units,
    }));
}

function deductReasons(
  { deductions }: Outcome,
  line: number,
  units: number,
  names: Names,
): Reason[] {
  return deductions
    .map(({ couponId, byLine }) => ({
      ...{ kind: 'coupon' as const, sourceId: couponId, label: quoted(names.of.get(couponId)) },
      ...{ units, savesFen: byLine[line] ?? 0 },
    }))
    .filter(({ savesFen }) => savesFen > 0);
}

const savings = (reasons: readonly Reason[]): number =>
  reasons.reduce((sum, { savesFen }) => sum + savesFen, 0);

/** How what is paid for a combo is split over its services: by the stated shares, or by what they cost alone. */
function partsOf(
  line: ComboLine,
  payFen: number,
  unit: UnitPrice,
  price: (part: ComboLine['parts'][number]) => UnitPrices,
): PricedPart[] {
  const weights = line.parts.map((part) => {
    if (unit.kind === 'combo') return part.shareFen;
    if (unit.kind === null) return part.listFen;
    return (unit.isMemberBenefit ? price(part).best : price(part).open).fen;
  });
  // A combo of free services has nothing to weigh by; whatever is paid for it, nothing is then too.
  const shares = splitByLargestRemainder(payFen, weights);
  return line.parts.map(({ serviceId, listFen }, index) => ({
    ...{ serviceId, listFen: listFen * line.quantity, payFen: shares[index] ?? 0 },
  }));
}

function withoutManual(
  input: PriceInput,
  problem: Problem,
  outcome: Outcome,
  covered: readonly Covered[],
): { line: PriceLine; unit: UnitPrice; listFen: number; paidUnits: number; reasons: Reason[] }[] {
  const names = {
    of: new Map([...input.coupons, ...input.sessions].map(({ id, name }) => [id, name])),
  };
  return input.lines.map((line, index) => {
    const prices = problem.prices[index];
    if (!prices) throw new RangeError('a line has no price');
    const unit = outcome.isOpen[index] ? prices.open : prices.best;
    const paidUnits = outcome.paidUnits[index] ?? 0;
    const reasons = [
      ...ruleReason(unit, prices.listFen, paidUnits),
      ...coverReasons(covered, index, prices.listFen, names),
      ...deductReasons(outcome, index, paidUnits, names),
    ];
    return { line, unit, listFen: prices.listFen, paidUnits, reasons };
  });
}

/** The lines of a bill as an outcome settles them, discounts by hand after it. */
export function priceLines(
  input: PriceInput,
  problem: Problem,
  outcome: Outcome,
  covered: readonly Covered[],
): PricedLine[] {
  const priced = withoutManual(input, problem, outcome, covered);
  const costs = priced.map(
    ({ line, listFen, reasons }) => listFen * line.quantity - savings(reasons),
  );
  const byHand: Reason[][] = priced.map(() => []);
  for (const discount of input.manual) {
    const index = input.lines.findIndex(({ id }) => id === discount.lineId);
    const own = discount.lineId === null ? undefined : index;
    for (const [at, savesFen] of manualOff(discount, costs, own, problem.isGoods).entries()) {
      if (savesFen === 0) continue;
      costs[at] = (costs[at] ?? 0) - savesFen;
      const label = `手工优惠（${discount.reason}）`;
      const units = priced[at]?.line.quantity ?? 0;
      byHand[at]?.push({ kind: 'manual', sourceId: null, label, units, savesFen });
    }
  }
  const rules = rulesInForce(input.rules, input.client, input.at);
  return priced.map(({ line, unit, listFen, paidUnits, reasons }, index) => {
    const payFen = costs[index] ?? 0;
    return {
      ...{ id: line.id, listFen: listFen * line.quantity, payFen, paidUnits, unitFen: unit.fen },
      because: [...reasons, ...(byHand[index] ?? [])],
      parts:
        line.kind === 'combo'
          ? partsOf(line, payFen, unit, (part) => partPrices(part, input.client, rules))
          : [],
    };
  });
}

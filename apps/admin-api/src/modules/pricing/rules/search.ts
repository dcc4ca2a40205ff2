import { CoverSearch, type Keeper, type TakenCover, type TakenDeduct } from './cover-search.js';
import { compareOutcomes, evaluate, type CoverChoice, type Outcome } from './evaluate.js';
import type { CoverClass, DeductClass, Problem } from './problem.js';

/** The most steps that a search takes; a bill that needs more is answered with the best of these. */
export const MOST_NODES = 20_000;

/** The best that was found. */
export interface Found {
  /** Undefined when nothing meets the demand. */
  readonly outcome: Outcome | undefined;
  readonly nodes: number;
  readonly exact: boolean;
}

/** What a caller may ask of a search beside the best. */
export interface Wish {
  /** Only outcomes that use one of this class. */
  readonly using?: CoverClass | DeductClass;
  readonly withoutCoupons?: boolean;
  readonly mostNodes?: number;
}

/** A class of coupons and what one of it saves at most, fen. */
interface Candidate {
  readonly of: CoverClass | DeductClass;
  readonly savesFen: number;
  readonly count: number;
}

type Picked = readonly Candidate[];

const isDeduct = (one: CoverClass | DeductClass): one is DeductClass => 'amount' in one;
const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);

/** Which coupons are used: a branch and bound over classes, those that may save most first. */
class Search {
  nodes = 0;
  best: Outcome | undefined;
  readonly #cards: TakenCover[];
  /** Everything at its best price, fen. */
  readonly #baseFen: number;
  /** What all cards save at most, each for itself, fen; and how many units they have. */
  readonly #cardsFen: number;
  readonly #cardUnits: number;
  /** What the dearest units that anything covers cost together: none, one, two … */
  readonly #dearestUnits: readonly number[];

  constructor(
    private readonly problem: Problem,
    private readonly most: number,
    private readonly wish: Wish,
  ) {
    this.#cards = problem.covers
      .filter(({ kind }) => kind !== 'coupon')
      .map((cover) => ({ cover, least: 0, most: sumOf(cover.members.map(({ units }) => units)) }));
    const prices = problem.groups.flatMap(({ bestFen, lines }) =>
      Array.from({ length: sumOf(lines.map((line) => problem.units[line] ?? 0)) }, () => bestFen),
    );
    this.#baseFen = sumOf(prices);
    this.#cardsFen = sumOf(
      this.#cards.map(({ cover, most: units }) => this.#dearest(cover, units)),
    );
    this.#cardUnits = sumOf(this.#cards.map((card) => card.most));
    let sum = 0;
    this.#dearestUnits = [
      0,
      ...this.#coverable().map((price) => {
        sum += price;
        return sum;
      }),
    ];
  }

  run(): void {
    const { using, withoutCoupons } = this.wish;
    if (!using) this.#settle([]);
    if (withoutCoupons === true) return;
    const candidates = this.#candidates();
    for (const { of, savesFen } of candidates)
      if (!of.withCoupons && (!using || using === of)) this.#settle([{ of, savesFen, count: 1 }]);
    const together = candidates.filter(({ of }) => of.withCoupons);
    const first = together.filter(({ of }) => of === using);
    if (using && first.length === 0) return;
    this.#pick([...first, ...together.filter(({ of }) => of !== using)], [], 0);
  }

  /** Prices of all units that some coupon or card covers, dearest first. */
  #coverable(): number[] {
    const { covers, groups, reach } = this.problem;
    const reached = new Set(covers.flatMap((cover) => reach(cover)));
    return this.#unitPrices([...reached].filter((group) => groups[group])).sort((a, b) => b - a);
  }

  #unitPrices(among: readonly number[]): number[] {
    const { groups, units } = this.problem;
    return among.flatMap((group) => {
      const { bestFen, lines } = groups[group] ?? { bestFen: 0, lines: [] };
      return lines.flatMap((line) => Array.from({ length: units[line] ?? 0 }, () => bestFen));
    });
  }

  /** What so many of the dearest units that a class reaches are worth, less what they cost then, fen. */
  #dearest(cover: CoverClass, units: number): number {
    const gains = this.#unitPrices(this.problem.reach(cover))
      .map((price) => price - cover.priceFen)
      .filter((gain) => gain > 0);
    return sumOf(gains.sort((a, b) => b - a).slice(0, units));
  }

  #candidates(): Candidate[] {
    const { covers, deducts, units, prices } = this.problem;
    const unitCoupons = covers
      .filter(({ kind }) => kind === 'coupon')
      .map((of) => ({ of, savesFen: this.#dearest(of, of.members[0]?.units ?? 1) }));
    const others = deducts.map((of) => {
      const scope = sumOf(
        of.lines.map((line) => (units[line] ?? 0) * (prices[line]?.open.fen ?? 0)),
      );
      const wished = of.kind === 'percent' ? Math.floor((scope * of.amount) / 1_000) : of.amount;
      return { of, savesFen: Math.min(wished, of.capFen ?? wished, scope), scope };
    });
    return [...unitCoupons, ...others.filter(({ of, scope }) => scope >= of.minSpendFen)]
      .filter(({ savesFen }) => savesFen > 0)
      .map(({ of, savesFen }) => ({
        ...{ of, savesFen },
        count: isDeduct(of) && of.kind === 'percent' ? 1 : of.members.length,
      }))
      .sort((a, b) => b.savesFen - a.savesFen);
  }

  /** Chooses how many of each class are used, most first. */
  #pick(open: readonly Candidate[], picked: Picked, count: number): void {
    if (!this.step()) return;
    if (this.#isBeaten(this.#baseFen - this.#hopedFen(open, picked, this.most - count), 0, count))
      return;
    const [next, ...rest] = open;
    if (!next || count === this.most) {
      if (count > 0) this.#settle(picked);
      return;
    }
    const isFirst = next.of === this.wish.using;
    const isSecondPercent = isPercent(next.of) && picked.some(({ of }) => isPercent(of));
    const most = isSecondPercent ? 0 : Math.min(next.count, this.most - count);
    for (let used = most; used >= (isFirst ? 1 : 0); used -= 1)
      this.#pick(rest, used === 0 ? picked : [...picked, { ...next, count: used }], count + used);
  }

  /**
   * The most that cards, picked coupons and so many of the open ones save together, fen: coupons that take off each for
   * itself, those that cover and cards never more than the dearest units.
   */
  #hopedFen(open: readonly Candidate[], picked: Picked, room: number): number {
    const each = (list: Picked, ofDeducts: boolean): Candidate[] =>
      list
        .filter(({ of }) => isDeduct(of) === ofDeducts)
        .flatMap((one) => Array.from({ length: one.count }, () => one));
    const saves = (list: readonly Candidate[]): number => sumOf(list.map((one) => one.savesFen));
    const sized = (list: readonly Candidate[]): number[] =>
      list.map(({ of }) => of.members[0]?.units ?? 1);
    const [offs, covers] = [each(open, true), each(open, false)];
    const own = each(picked, false);
    const sizes = sized(covers).sort((a, b) => b - a);
    const ownUnits = this.#cardUnits + sumOf(sized(own));
    const ownFen = this.#cardsFen + saves(own);
    let most = 0;
    for (let used = 0; used <= room; used += 1) {
      const units = ownUnits + sumOf(sizes.slice(0, room - used));
      const covered = ownFen + saves(covers.slice(0, room - used));
      const ceiling = this.#dearestUnits[Math.min(units, this.#dearestUnits.length - 1)] ?? 0;
      most = Math.max(most, saves(offs.slice(0, used)) + Math.min(covered, ceiling));
    }
    return most + saves(each(picked, true));
  }

  /** Finds out what the picked coupons cover best, all of them used. */
  #settle(picked: Picked): void {
    const deducts = this.problem.deducts
      .flatMap((deduct): TakenDeduct[] => {
        const count = picked.find(({ of }) => of === deduct)?.count;
        return count === undefined ? [] : [{ deduct, count }];
      })
      .sort((a, b) => Number(isPercent(b.deduct)) - Number(isPercent(a.deduct)));
    const covers = picked.flatMap(({ of, count }): TakenCover[] => {
      if (isDeduct(of)) return [];
      const each = of.members[0]?.units ?? 1;
      return [{ cover: of, least: (count - 1) * each + 1, most: count * each }];
    });
    const coupons = sumOf(picked.map(({ count }) => count));
    const keeper: Keeper = {
      step: () => this.step(),
      isBeaten: (leastFen, sessions) => this.#isBeaten(leastFen, sessions, coupons),
      offer: (chosen) => this.#offer(chosen, deducts),
    };
    new CoverSearch(this.problem, [...covers, ...this.#cards], deducts, keeper).run();
  }

  #offer(chosen: readonly CoverChoice[], deducts: readonly TakenDeduct[]): void {
    const covers = chosen.filter(({ units }) => sumOf(units) > 0);
    const outcome = evaluate(this.problem, { covers, deducts });
    if (!outcome) return;
    if (!this.best || compareOutcomes(outcome, this.best) < 0) this.best = outcome;
  }

  step(): boolean {
    if (this.nodes >= (this.wish.mostNodes ?? MOST_NODES)) return false;
    this.nodes += 1;
    return true;
  }

  #isBeaten(leastFen: number, sessions: number, coupons: number): boolean {
    const { best } = this;
    if (!best || leastFen < best.payFen) return false;
    if (leastFen > best.payFen) return true;
    return sessions > best.sessions || (sessions === best.sessions && coupons > best.coupons);
  }
}

const isPercent = (one: CoverClass | DeductClass): boolean =>
  isDeduct(one) && one.kind === 'percent';

/**
 * The best way to settle a bill.
 * @param most coupons that one bill takes
 */
export function search(problem: Problem, most: number, wish: Wish = {}): Found {
  const mostNodes = wish.mostNodes ?? MOST_NODES;
  const tried = new Search(problem, most, wish);
  tried.run();
  return { outcome: tried.best, nodes: tried.nodes, exact: tried.nodes < mostNodes };
}

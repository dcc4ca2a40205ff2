import type { CoverChoice } from './evaluate.js';
import { dearestFirst, lowerBound, type OpenCover } from './lower-bound.js';
import type { CoverClass, DeductClass, Problem } from './problem.js';

/** A class and how many of it are used. Of cards any number of units up to what they have. */
export interface TakenCover {
  readonly cover: CoverClass;
  /** Units that it covers at least and at most. */
  readonly least: number;
  readonly most: number;
}

export interface TakenDeduct {
  readonly deduct: DeductClass;
  readonly count: number;
}

/** Whoever keeps the best so far. */
export interface Keeper {
  /** Counts a step; false when there have been too many. */
  step(): boolean;
  /** Whether nothing that costs at least this much, with so many sessions and coupons, can still be the best. */
  isBeaten(leastFen: number, sessions: number): boolean;
  offer(covers: readonly CoverChoice[]): void;
}

interface Threshold {
  readonly groups: readonly number[];
  readonly minSpendFen: number;
}

/** Which units the chosen coupons and cards cover: a branch and bound over groups of like units. */
export class CoverSearch {
  readonly #units: number[];
  readonly #prices: number[];
  readonly #weights: number[];
  readonly #whole: number[];
  readonly #byPrice: number[];
  readonly #thresholds: Threshold[];
  readonly #open: OpenCover[];
  readonly #offFen: number;
  readonly #capFen: number | null;
  readonly #own: number[][];

  constructor(
    private readonly problem: Problem,
    private readonly taken: readonly TakenCover[],
    deducts: readonly TakenDeduct[],
    private readonly keeper: Keeper,
  ) {
    const { groups, units, reach } = problem;
    const all = [...groups.keys()];
    const percent = deducts.find(({ deduct }) => deduct.kind === 'percent')?.deduct;
    const losesBenefits = new Set(
      deducts.flatMap(({ deduct }) => (deduct.takesBenefits ? reach(deduct) : [])),
    );
    this.#units = groups.map(({ lines }) =>
      lines.reduce((sum, line) => sum + (units[line] ?? 0), 0),
    );
    this.#prices = groups.map(({ bestFen, openFen }, group) =>
      losesBenefits.has(group) ? openFen : bestFen,
    );
    this.#whole = all.map(() => 1_000);
    this.#weights = all.map((group) =>
      percent && reach(percent).includes(group) ? 1_000 - percent.amount : 1_000,
    );
    this.#byPrice = dearestFirst(all, this.#prices, this.#weights);
    this.#open = taken.map(({ cover, most }) => ({
      priceFen: cover.priceFen,
      groups: dearestFirst(reach(cover), this.#prices, this.#weights),
      left: most,
    }));
    this.#thresholds = this.#thresholdsOf(deducts);
    this.#offFen = deducts.reduce(
      (sum, { deduct, count }) => sum + (deduct === percent ? 0 : deduct.amount * count),
      0,
    );
    this.#capFen = percent?.capFen ?? null;
    this.#own = taken.map(() => all.map(() => 0));
  }

  run(): void {
    this.#place(0, 0, this.taken[0]?.most ?? 0, 0, 0);
  }

  #thresholdsOf(deducts: readonly TakenDeduct[]): Threshold[] {
    const { groups, isGoods, reach } = this.problem;
    const goods = [...groups.keys()].filter((group) => isGoods[groups[group]?.lines[0] ?? -1]);
    return [
      ...deducts.map(({ deduct }) => ({
        groups: reach(deduct),
        minSpendFen: Math.max(1, deduct.minSpendFen),
      })),
      ...this.taken
        .filter(({ least }) => least > 0)
        .map(({ cover }) => ({ groups: goods, minSpendFen: cover.minSpendFen })),
    ];
  }

  /** What is left to pay only falls, so a minimum spend that is missed now is missed for good. */
  #isForbidden(): boolean {
    return this.#thresholds.some(({ groups, minSpendFen }) => {
      let sum = 0;
      for (const group of groups) sum += (this.#units[group] ?? 0) * (this.#prices[group] ?? 0);
      return sum < minSpendFen;
    });
  }

  #leastFen(index: number, position: number, left: number, coveredFen: number): number {
    const [current, ...rest] = this.#open.slice(index);
    const covers = current
      ? [{ ...current, groups: current.groups.slice(position), left }, ...rest]
      : [];
    const [units, prices, byPrice] = [this.#units, this.#prices, this.#byPrice];
    const at = { units, prices, byPrice, coveredFen, covers };
    const weighted = lowerBound({ ...at, weights: this.#weights, offFen: this.#offFen });
    if (this.#capFen === null) return weighted;
    // With the cap as a plain amount off, other units are the dearest.
    const weights = this.#whole;
    const sorted = (among: readonly number[]): number[] => dearestFirst(among, prices, weights);
    const capped = {
      ...{ ...at, weights, offFen: this.#offFen + this.#capFen, byPrice: sorted(byPrice) },
      covers: covers.map((cover) => ({ ...cover, groups: sorted(cover.groups) })),
    };
    return Math.max(weighted, lowerBound(capped));
  }

  /** Chooses how many units of its next group a class covers, most first, the dearest group first. */
  #place(
    index: number,
    position: number,
    left: number,
    coveredFen: number,
    sessions: number,
  ): void {
    if (!this.keeper.step() || this.#isForbidden()) return;
    if (this.keeper.isBeaten(this.#leastFen(index, position, left, coveredFen), sessions)) return;
    const taken = this.taken[index];
    if (!taken) {
      this.keeper.offer(
        this.taken.map(({ cover }, at) => ({ cover, units: [...(this.#own[at] ?? [])] })),
      );
      return;
    }
    const open = this.#open[index];
    const group = open?.groups[position];
    if (group === undefined || left === 0) {
      if (taken.most - left >= taken.least)
        this.#place(index + 1, 0, this.taken[index + 1]?.most ?? 0, coveredFen, sessions);
      return;
    }
    const own = this.#own[index] ?? [];
    const { priceFen, kind } = taken.cover;
    const before = this.#units[group] ?? 0;
    const worth = (this.#prices[group] ?? 0) > priceFen;
    for (let count = worth ? Math.min(left, before) : 0; count >= 0; count -= 1) {
      this.#units[group] = before - count;
      own[group] = count;
      this.#place(
        ...([index, position + 1, left - count, coveredFen + count * priceFen] as const),
        sessions + (kind === 'package' ? count : 0),
      );
    }
  }
}

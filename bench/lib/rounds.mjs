import { median, spread } from './statistics.mjs';

/**
 * @typedef {import('./measure.mjs').Measured} Measured
 * @typedef {object} Comparison
 * @property {number} ours      median over the rounds
 * @property {number} baseline
 * @property {number} ratio     median of each round's ratio: what drifts during a run does not count
 * @property {number} spread    of the rounds' ratios, as a share
 * @property {number[]} ratios
 * @property {{ ours: Measured, baseline: Measured }[]} rounds
 */

/** @param {string} what  @param {Measured} measured  @returns {Measured} */
export function mustSucceed(what, measured) {
  if (Object.keys(measured.failed).length > 0 || measured.done === 0) {
    throw new Error(`${what}: ${JSON.stringify(measured)}`);
  }
  return measured;
}

/**
 * Runs ours and the baseline in turns, each turn first by the other one, after a round that does not count.
 * @param {number} rounds
 * @param {{ ours: (round: number) => Promise<Measured>, baseline: (round: number) => Promise<Measured> }} sides
 * @param {(measured: Measured) => number} figure
 * @returns {Promise<Comparison>}
 */
export async function compare(rounds, { ours, baseline }, figure) {
  /** @type {Comparison['rounds']} */
  const all = [];
  for (let round = 0; round <= rounds; round += 1) {
    const first = round % 2 === 0 ? 'ours' : 'baseline';
    const side = {
      ours: async () => mustSucceed('ours', await ours(round)),
      baseline: async () => mustSucceed('baseline', await baseline(round)),
    };
    const one = await side[first]();
    const two = await side[first === 'ours' ? 'baseline' : 'ours']();
    if (round === 0) continue;
    all.push(first === 'ours' ? { ours: one, baseline: two } : { ours: two, baseline: one });
  }
  const ratios = all.map((round) => figure(round.ours) / figure(round.baseline));
  return {
    ours: median(all.map((round) => figure(round.ours))),
    baseline: median(all.map((round) => figure(round.baseline))),
    ratio: median(ratios),
    spread: spread(ratios),
    ratios,
    rounds: all,
  };
}

/**
 * What a bar gets to work with.
 * @typedef {object} Bench
 * @property {import('./stage.mjs').Stage} stage
 * @property {number} rounds     that count
 * @property {number} ms         of one side of one round
 * @property {boolean} quick
 * @property {number} lines      of the longer ledger of bar 10; the shorter one has a hundredth of them
 * @property {boolean} verify    whether longer books are checked row by row, which takes long
 * @property {(line: string) => void} say
 * @property {() => Promise<string>} salon  the URL of the salon that bars share
 *
 * A line of a plot: how a figure grows.
 * @typedef {{ label: string, points: readonly (readonly [x: number, y: number])[] }} Series
 * @typedef {{ x: string, y: string, series: readonly Series[] }} Plot
 *
 * One comparison that has to be good enough.
 * @typedef {object} Verdict
 * @property {string} what
 * @property {'at least' | 'at most'} goal
 * @property {number} bar
 * @property {string} unit
 * @property {import('./rounds.mjs').Comparison} comparison
 *
 * @typedef {object} Result
 * @property {readonly Verdict[]} verdicts
 * @property {Plot} plot
 * @property {string} [note]  what a reader of the table has to know
 * @property {Record<string, unknown>} [more]  other figures worth keeping
 *
 * @typedef {{ number: number, name: string, title: string, run: (bench: Bench) => Promise<Result> }} Bar
 */

/** @param {Verdict} verdict */
export function isMet({ goal, bar, comparison }) {
  return goal === 'at least' ? comparison.ratio >= bar : comparison.ratio <= bar;
}

import { mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { isMet } from './bar.mjs';
import { draw } from './svg.mjs';
import { median } from './statistics.mjs';

const machine = () => ({
  cpus: os.cpus().length,
  cpu: os.cpus()[0]?.model ?? '',
  memoryGiB: Math.round(os.totalmem() / 2 ** 30),
  node: process.version,
  system: `${os.type()} ${os.release()}`,
  loadBefore: os.loadavg()[0],
});

/** @param {number} value */
const short = (value) => Number(value.toPrecision(3)).toLocaleString('en');

/**
 * One line for each verdict of a bar.
 * @param {import('./bar.mjs').Bar} bar  @param {import('./bar.mjs').Result} result
 */
export function lines({ number }, { verdicts }) {
  return verdicts.map((verdict) => {
    const { what, goal, bar, unit, comparison } = verdict;
    const { ours, baseline, ratio, spread, rounds } = comparison;
    const late = (/** @type {'p50' | 'p99'} */ name) =>
      short(median(rounds.map((round) => round.ours[name])));
    return [
      `${standing(verdict).padEnd(9)} bar ${number} ${what}: ratio ${ratio.toFixed(2)}`,
      `(${goal} ${bar}), spread ±${(spread * 100).toFixed(0)} %,`,
      `${short(ours)} against ${short(baseline)} ${unit}, p50 ${late('p50')} ms, p99 ${late('p99')} ms`,
    ].join(' ');
  });
}

export const TABLE_HEAD = [
  '| bar | ours | baseline | ratio | spread | goal | |',
  '| --- | --- | --- | --- | --- | --- | --- |',
];

/**
 * What the rounds say of a bar: where they lie on both sides of it, nothing.
 * @param {import('./bar.mjs').Verdict} verdict  @returns {'met' | 'missed' | 'not shown'}
 */
export function standing(verdict) {
  const { bar, comparison } = verdict;
  const distance = Math.abs(comparison.ratio - bar);
  if (distance < comparison.spread * comparison.ratio) return 'not shown';
  return isMet(verdict) ? 'met' : 'missed';
}

/** @param {import('./bar.mjs').Verdict} verdict */
function judged(verdict) {
  const distance = Math.abs(verdict.comparison.ratio - verdict.bar);
  if (standing(verdict) === 'not shown') return 'not shown: within the spread';
  return isMet(verdict) ? 'met' : `**missed** by ${short(distance)}`;
}

/**
 * A row of the table in docs/performance.md for each verdict of a bar.
 * @param {import('./bar.mjs').Bar} bar  @param {import('./bar.mjs').Result} result
 */
export function tableRows({ number, name }, { verdicts, note }) {
  return verdicts.map((verdict) => {
    const { what, goal, bar, unit, comparison } = verdict;
    const { ours, baseline, ratio, spread, rounds } = comparison;
    const late = (/** @type {'p50' | 'p99'} */ name) =>
      `${name} ${short(median(rounds.map((round) => round.ours[name])))} ms`;
    const figure = unit === 'ms' ? '' : `${short(ours)} ${unit}, `;
    const cells = [
      `${number} ${name}${verdicts.length > 1 ? `: ${what}` : ''}`,
      `${figure}${late('p50')}, ${late('p99')}${note ? ` (${note})` : ''}`,
      `${short(baseline)} ${unit}`,
      ratio.toFixed(2),
      `±${(spread * 100).toFixed(0)} %`,
      `${goal === 'at least' ? '≥' : '≤'} ${bar}`,
      judged(verdict),
    ];
    return `| ${cells.join(' | ')} |`;
  });
}

/**
 * Writes the figures and the plot of a bar.
 * @param {string} folder  @param {import('./bar.mjs').Bar} bar  @param {import('./bar.mjs').Result} result
 * @param {object} settings
 */
export function write(folder, { number, name, title }, { verdicts, plot, more }, settings) {
  mkdirSync(folder, { recursive: true });
  const judged = verdicts.map((verdict) => ({ ...verdict, met: isMet(verdict) }));
  const all = { bar: number, title, machine: machine(), settings, verdicts: judged, plot, more };
  writeFileSync(path.join(folder, `${number}-${name}.json`), `${JSON.stringify(all, null, 2)}\n`);
  writeFileSync(path.join(folder, `${number}-${name}.svg`), draw(`${number}. ${title}`, plot));
}

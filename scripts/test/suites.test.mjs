import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allSuites, jestRuns, selection } from '../lib/testing/suites.mjs';
import { asLine, sum, tallyOfJest, tallyOfTap } from '../lib/testing/tally.mjs';

/** @param {readonly string[]} args */
const names = (args) => selection(args, allSuites()).suites.map((suite) => suite.name);

test('without arguments everything runs', () => {
  assert.equal(names([]).length, allSuites().length);
});

test('names choose suites, and what is no name chooses test files', () => {
  assert.deepEqual(names(['unit']), ['unit']);
  assert.deepEqual(names(['db', 'appointments']), ['db']);
  assert.deepEqual(selection(['db', 'appointments'], allSuites()).patterns, ['appointments']);
  assert.deepEqual(names(['lint', 'format']), ['lint', 'format']);
});

test('a pattern alone is looked for in all test files, and checks are left out', () => {
  assert.ok(!names(['appointments']).includes('lint'));
});

test('projects of one package are one run, so that no core waits at the end of each', () => {
  const { suites } = selection(['lint', 'db', 'http', 'miniprogram'], allSuites());
  const runs = jestRuns(suites).map(({ name, projects }) => [name, ...projects]);
  assert.deepEqual(runs, [['miniprogram'], ['db http', 'db', 'http']]);
});

test('a test file that could not be loaded counts as failed', () => {
  const report = { numPassedTests: 4, numFailedTests: 1, numRuntimeErrorTestSuites: 2 };
  assert.deepEqual(tallyOfJest(JSON.stringify(report), false), { passed: 4, failed: 3 });
});

test('a run that wrote no report, or ended badly for no visible reason, is not counted as good', () => {
  assert.deepEqual(tallyOfJest(undefined, true), { passed: 0, failed: 1 });
  const clean = { numPassedTests: 4, numFailedTests: 0, numRuntimeErrorTestSuites: 0 };
  assert.deepEqual(tallyOfJest(JSON.stringify(clean), false), { passed: 4, failed: 1 });
  assert.deepEqual(tallyOfTap('', false), { passed: 0, failed: 1 });
});

test('the totals of all suites make the last line', () => {
  const tap = tallyOfTap('# tests 3\n# pass 2\n# fail 1\n# cancelled 0\n', false);
  assert.equal(asLine(sum([tap, { passed: 5, failed: 0 }])), '7 passed, 1 failed');
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { nodeVersionProblem } from '../lib/node-version.mjs';

test('an old Node is told in one sentence which one is needed', () => {
  for (const version of ['12.22.0', '18.20.4', '20.18.3']) {
    const problem = nodeVersionProblem(version);
    assert.match(problem, /20\.19/);
    assert.ok(problem.includes(version) && !problem.includes('\n'));
  }
});

test('Node from 20.19 on will do', () => {
  for (const version of ['20.19.0', '22.0.0', '24.1.0'])
    assert.equal(nodeVersionProblem(version), '');
});

test('what runs before the check has no syntax or import that an old Node cannot read', () => {
  for (const name of ['../start.mjs', '../test.mjs', '../lib/node-version.mjs']) {
    const source = readFileSync(new URL(name, import.meta.url), 'utf8');
    assert.doesNotMatch(source, /from 'node:|\?\?|\?\.|\bawait\b|#\w+\(/);
  }
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MODULE_TABLE, circleIn, moduleFolders } from '../module-table.mjs';

test('the module table allows no circle', () => {
  assert.deepEqual(circleIn(MODULE_TABLE), []);
});

test('a circle is found wherever it hides', () => {
  assert.deepEqual(circleIn({ a: ['b'], b: ['c'], c: ['b'] }), ['b', 'c', 'b']);
  assert.deepEqual(circleIn({ a: ['a'] }), ['a', 'a']);
  assert.deepEqual(circleIn({ a: ['b', 'c'], b: ['c'], c: [] }), []);
});

test('every module that exists, and every one that is allowed, has its own line in the table', () => {
  const listed = Object.keys(MODULE_TABLE);
  for (const name of [...moduleFolders(), ...Object.values(MODULE_TABLE).flat()]) {
    assert.ok(listed.includes(name), `${name} is not in module-table.json`);
  }
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shownLine } from '../lib/service-log.mjs';

test('people see warnings, errors and what is no log line; the rest stays in the file', () => {
  assert.equal(shownLine('{"level":30,"msg":"request completed"}'), undefined);
  assert.equal(shownLine('{"level":"info","msg":"request completed"}'), undefined);
  assert.equal(shownLine('{"level":40,"msg":"slow"}'), 'slow');
  assert.equal(
    shownLine('{"level":"error","msg":"failed","err":{"message":"why"}}'),
    'failed：why',
  );
  assert.equal(shownLine('TypeError: x'), 'TypeError: x');
  assert.equal(shownLine(''), undefined);
});

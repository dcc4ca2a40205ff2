import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shownLine } from '../lib/service-log.mjs';

test('people see warnings, errors and what is no log line; the rest stays in the file', () => {
  assert.equal(shownLine('{"level":30,"msg":"request completed"}', true), undefined);
  assert.equal(shownLine('{"level":"info","msg":"request completed"}', true), undefined);
  assert.equal(shownLine('{"level":40,"msg":"slow"}', true), 'slow');
  assert.equal(
    shownLine('{"level":"error","msg":"failed","err":{"message":"why"}}', true),
    'failed：why',
  );
  assert.equal(shownLine('TypeError: x', true), 'TypeError: x');
  assert.equal(shownLine('', true), undefined);
  assert.equal(shownLine('listening', false), undefined);
});

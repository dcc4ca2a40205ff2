import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Explained } from '../lib/explained.mjs';
import { optionsFrom } from '../lib/start-command.mjs';

test('a fresh start is asked for after -- or, as npm passes it on, without it', () => {
  assert.equal(optionsFrom([], {}).fresh, false);
  assert.equal(optionsFrom(['--fresh'], {}).fresh, true);
  assert.equal(optionsFrom([], { npm_config_fresh: 'true' }).fresh, true);
  assert.equal(optionsFrom([], { npm_config_fresh: '' }).fresh, false);
});

test('an unknown option and a port without a neighbour are refused in words', () => {
  assert.throws(() => optionsFrom(['--frehs'], {}), Explained);
  assert.throws(() => optionsFrom([], { PORT: '65535' }), Explained);
});

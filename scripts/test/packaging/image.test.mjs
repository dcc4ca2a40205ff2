import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkFiles, checkImage } from '../../lib/packaging/check-packaging.mjs';
import { Processes } from '../../lib/processes.mjs';

test('the compose files and the Dockerfile keep the rules', () => {
  assert.doesNotThrow(() => checkFiles(console.log));
});

test('the image builds step by step, and its processes serve a salon in production', async () => {
  await checkImage(new Processes(), console.log);
});

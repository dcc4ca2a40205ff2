import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { inRoot } from '../../lib/paths.mjs';
import { pnpmRunner } from '../../lib/pnpm.mjs';
import { Processes } from '../../lib/processes.mjs';
import { idleExceptions } from '../../lib/supply-chain/licences.mjs';
import { readPolicy } from '../../lib/supply-chain/policy.mjs';

const folder = mkdtempSync(path.join(os.tmpdir(), 'yance-chain-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

test('lockfile, install scripts, licences, bills of materials and secrets of this repository are in order', async () => {
  const script = inRoot('scripts/supply-chain.mjs');
  const { code, output } = await new Processes().run(process.execPath, [script, folder]);
  console.log(output);
  assert.equal(code, 0);
});

test('every exception of the policy is still needed', () => {
  const licences = JSON.parse(readFileSync(path.join(folder, 'licences.json'), 'utf8'));
  assert.deepEqual(idleExceptions(licences, readPolicy()), []);
});

test('every exception of the policy says why', () => {
  const { licenceExceptions, advisoryExceptions } = readPolicy();
  for (const { why } of [...licenceExceptions, ...advisoryExceptions]) assert.ok(why.length > 10);
});

test('pnpm is the pinned one', async () => {
  const { stdout } = await pnpmRunner(new Processes())(['--version']);
  assert.equal(
    `pnpm@${stdout.trim()}`,
    JSON.parse(readFileSync(inRoot('package.json'), 'utf8')).packageManager,
  );
});

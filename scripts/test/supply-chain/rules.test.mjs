import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { Processes } from '../../lib/processes.mjs';
import { readAudit } from '../../lib/supply-chain/audit.mjs';
import { billProblems } from '../../lib/supply-chain/bill-of-materials.mjs';
import { buildRuleProblems, packagesWithScripts } from '../../lib/supply-chain/install-scripts.mjs';
import { idleExceptions, licenceProblems } from '../../lib/supply-chain/licences.mjs';
import { lockfileProblems } from '../../lib/supply-chain/lockfile.mjs';
import { secretsIn, secretsInHistory } from '../../lib/supply-chain/secrets.mjs';

const folder = mkdtempSync(path.join(os.tmpdir(), 'yance-supply-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const policy = {
  allowedLicences: ['MIT', 'ISC'],
  licenceExceptions: [{ package: 'tool-*', licence: 'MPL-2.0', why: 'builds only' }],
  advisoryExceptions: [{ id: 'GHSA-1', package: 'a', why: 'not reached', until: '2027-01-01' }],
};
/** @param {string} name */
const one = (name) => [{ name, versions: ['1.0.0'] }];

test('a licence is allowed, chosen from several, or an exception of one package; everything else is found', () => {
  const licences = {
    MIT: one('a'),
    '(MIT OR GPL-2.0)': one('b'),
    'ISC AND MIT': one('c'),
    'MPL-2.0': [...one('tool-linux'), ...one('other')],
    'MIT AND GPL-3.0': one('d'),
    Unknown: one('e'),
  };
  assert.deepEqual(licenceProblems(licences, policy), [
    'd 1.0.0: MIT AND GPL-3.0',
    'e 1.0.0: Unknown',
    'other 1.0.0: MPL-2.0',
  ]);
});

test('an exception that nothing needs any more is found', () => {
  assert.deepEqual(idleExceptions({ 'MPL-2.0': one('tool-linux') }, policy), []);
  assert.deepEqual(idleExceptions({ MIT: one('tool-linux') }, policy), ['tool-*']);
});

test('a lockfile that names a host, a branch or no hash is found', () => {
  const integrity = `sha512-${'A'.repeat(86)}==`;
  const lock = (/** @type {string} */ resolution) =>
    `packages:\n  a@1.0.0:\n    resolution: ${resolution}\n`;
  assert.deepEqual(lockfileProblems(lock(`{integrity: ${integrity}}`)), []);
  assert.equal(
    lockfileProblems(lock(`{integrity: ${integrity}, tarball: https://mirror.example/a.tgz}`))
      .length,
    2,
  );
  assert.equal(
    lockfileProblems(lock('{commit: abc, repo: https://git.example/a, type: git}')).length,
    5,
  );
  assert.equal(lockfileProblems(lock('{integrity: sha1-abc}')).length, 1);
});

test('a package with an install script needs a rule, and the rule is no', () => {
  const make = (/** @type {string} */ name, /** @type {object} */ scripts) => {
    const place = path.join(folder, `${name}@1.0.0/node_modules`, name);
    mkdirSync(place, { recursive: true });
    writeFileSync(path.join(place, 'package.json'), JSON.stringify({ name, scripts }));
    return place;
  };
  make('quiet', { test: 'x' });
  make('loud', { postinstall: 'x' });
  writeFileSync(path.join(make('compiled', {}), 'binding.gyp'), '{}');
  const found = packagesWithScripts(folder);
  assert.deepEqual(found, ['compiled', 'loud']);
  const no = 'allowBuilds:\n  compiled: false\n  loud: false\n';
  assert.deepEqual(buildRuleProblems(no, found), []);
  assert.equal(buildRuleProblems('allowBuilds:\n  loud: true\n', found).length, 2);
  assert.equal(buildRuleProblems(`${no}dangerouslyAllowAllBuilds: true\n`, found).length, 1);
});

test('serious advisories count until somebody wrote down why not, and again when that has run out', () => {
  const advisory = { module_name: 'a', severity: 'high', github_advisory_id: 'GHSA-1', title: 't' };
  const report = (/** @type {object} */ more) =>
    `warning\n${JSON.stringify({ advisories: { 1: { ...advisory, ...more } }, metadata: {} })}`;
  const ask = (/** @type {object} */ more, day = '2026-12-01') =>
    readAudit(report(more), policy, day);
  assert.deepEqual(ask({}), { checked: true, problems: [], known: 1 });
  assert.deepEqual(ask({ severity: 'low', github_advisory_id: 'GHSA-2' }), {
    checked: true,
    problems: [],
    known: 0,
  });
  for (const answer of [ask({ github_advisory_id: 'GHSA-2' }), ask({}, '2027-01-02')])
    assert.ok(answer.checked && answer.problems.length === 1);
});

test('a registry that does not answer means "not checked", never "nothing found"', () => {
  const refused = 'Error: ERR_PNPM_AUDIT_BAD_RESPONSE\n responded with 405: {"message": "no"}';
  assert.deepEqual(readAudit(refused, policy, '2026-12-01'), {
    checked: false,
    why: 'ERR_PNPM_AUDIT_BAD_RESPONSE',
  });
  assert.equal(readAudit('', policy, '2026-12-01').checked, false);
});

test('a bill of materials without versions, licences or the right format is found', () => {
  const component = { name: 'a', version: '1.0.0', purl: 'pkg:npm/a@1.0.0', licenses: [{}] };
  const bill = {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    metadata: { component: { name: 'x' } },
    components: [component],
  };
  assert.deepEqual(billProblems(bill), []);
  assert.equal(billProblems({ ...bill, specVersion: '1.5' }).length, 1);
  assert.equal(billProblems({ ...bill, components: [component, component] }).length, 1);
  assert.equal(billProblems({ ...bill, components: [{ ...component, licenses: [] }] }).length, 1);
});

test('a planted key is found, and not repeated by whoever found it', async () => {
  const file = path.join(folder, 'planted.txt');
  // Put together here, or the scan of the repository would find it in this file.
  const token = ['ghp', 'aB3dE5gH7jK9mN1pQ3sT5vX7zA9cE1gH3jK5'].join('_');
  const key = ['-----BEGIN RSA PRIVATE', 'KEY-----'].join(' ');
  writeFileSync(
    file,
    `token = ${token}\n${key}\n${'MIIEow'.repeat(20)}\n${key.replace('BEGIN', 'END')}\n`,
  );
  const clean = path.join(folder, 'clean.txt');
  writeFileSync(clean, 'nothing here\n');
  const found = await secretsIn(new Processes(), ['planted.txt', 'clean.txt'], folder);
  assert.match(found, /planted\.txt/);
  assert.ok(!found.includes(token) && !found.includes('clean.txt'));
});

/** Put together from parts, or the scan of the repository would find them in this file. */
const PLANTED = [
  ['YANCE_KEYS', `1:${randomBytes(32).toString('base64')}`],
  ['YANCE_BLIND_INDEX_KEY', randomBytes(32).toString('base64')],
  ['YANCE_SEAL_KEY', randomBytes(32).toString('base64')],
  ['WECHAT_SECRET', randomBytes(16).toString('hex')],
  ['WECHAT_PAY_API_V3_KEY', randomBytes(16).toString('hex')],
];

test('the secrets of this house are found, however they are written down', async () => {
  const forms = PLANTED.flatMap(([name, value]) =>
    [`${name}=${value}`, `${name}: '${value}'`, `"${name}": "${value}"`].map((line) => ({
      ...{ line, value: String(value), file: `own-${randomBytes(4).toString('hex')}.txt` },
    })),
  );
  for (const { file, line } of forms) writeFileSync(path.join(folder, file), `${line}\n`);
  const files = forms.map(({ file }) => file);
  const found = await secretsIn(new Processes(), files, folder);
  for (const { file, line, value } of forms) {
    assert.ok(found.includes(file), line.replace(value, '…'));
    assert.ok(!found.includes(value));
  }
});

test('a secret that was committed and taken out again is found in the history', async () => {
  const repository = path.join(folder, 'repository');
  const processes = new Processes();
  const git = async (/** @type {string[]} */ ...args) => {
    const who = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com'];
    assert.equal((await processes.run('git', [...who, ...args], { cwd: repository })).code, 0);
  };
  mkdirSync(repository);
  const file = path.join(repository, 'prod.env');
  await git('init', '-q');
  writeFileSync(file, `${PLANTED[3]?.join('=')}\n`);
  await git('add', '.');
  await git('commit', '-q', '-m', 'one');
  rmSync(file);
  await git('commit', '-qa', '-m', 'two');
  const { commits, found } = await secretsInHistory(processes, repository);
  assert.equal(commits, 2);
  assert.match(found, /[0-9a-f]{40}\.txt/);
});

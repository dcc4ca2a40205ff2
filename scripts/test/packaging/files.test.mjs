import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import {
  composeProblems,
  mountProblems,
  productionProblems,
  readCompose,
  referenceProblems,
} from '../../lib/packaging/compose.mjs';
import { houseProblems, lintProblems, stagesOf } from '../../lib/packaging/dockerfile.mjs';
import { contextFilter } from '../../lib/packaging/dockerignore.mjs';
import { proxyProblems } from '../../lib/packaging/proxy.mjs';
import { inRoot } from '../../lib/paths.mjs';

const folder = mkdtempSync(path.join(os.tmpdir(), 'yance-compose-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

/** @param {string} content */
function composeFile(content) {
  const file = path.join(folder, 'compose.yml');
  writeFileSync(file, content);
  return file;
}

const dockerfile = readFileSync(inRoot('Dockerfile'), 'utf8');
/** @param {string} from  @param {string} to */
const changed = (from, to) => {
  assert.ok(dockerfile.includes(from));
  return houseProblems(stagesOf(dockerfile.replace(from, to)));
};

test('a compose file with a word that the specification does not know is found', () => {
  const problems = composeProblems(
    composeFile('services:\n  a:\n    image: nginx:1.28\n    imagge: x\n'),
  );
  assert.match(problems.join(), /invalid-schema/);
});

test('a moving image tag and a port open to the world by accident are found', () => {
  const file = composeFile(
    "services:\n  a:\n    image: nginx:latest\n    ports:\n      - '80:80'\n",
  );
  assert.match(composeProblems(file).join(), /service-image-require-explicit-tag/);
  assert.match(composeProblems(file).join(), /no-unbound-port-interfaces/);
});

test('a secret that is read but not mounted, and one that is not defined, are found', () => {
  const compose = readCompose(inRoot('deploy/compose.yml'));
  compose.services.api.secrets = ['yance_keys', 'of_nobody'];
  const problems = referenceProblems(compose).join('\n');
  assert.match(problems, /DATABASE_URL_FILE reads the secret database_url, which is not mounted/);
  assert.match(problems, /secret of_nobody is not defined/);
});

test('an API that does not wait for the migrations, or could change tables, is found', () => {
  const compose = readCompose(inRoot('deploy/compose.yml'));
  compose.services.api.depends_on['seal-words'].condition = 'service_started';
  compose.services.api.secrets.push('database_migration_url');
  compose.services.api.environment.WECHAT_SECRET = 'plain';
  const problems = productionProblems(compose);
  assert.deepEqual(problems.length, 3);
});

test('an image that runs as root, moves with a tag, hides SIGTERM or has no health check is found', () => {
  assert.deepEqual(houseProblems(stagesOf(dockerfile)), []);
  assert.equal(changed('USER node\n', '').length, 1);
  assert.equal(
    changed('FROM node:20.20.2-bookworm-slim AS runtime', 'FROM node:20 AS runtime').length,
    1,
  );
  assert.equal(
    changed('CMD ["node", "--enable-source-maps", "dist/main.js"]', 'CMD node dist/main.js').length,
    1,
  );
  assert.equal(changed(/HEALTHCHECK.*\n/.exec(dockerfile)?.[0] ?? '', '').length, 1);
});

test('an instruction that does not exist is found', () => {
  assert.match(lintProblems('FROM node:20.20.2\nCOPPY a b\n').join(), /line 2/);
});

test('the builder gets sources and nothing else: no tests, no built files, no settings, no history', () => {
  const keeps = contextFilter(readFileSync(inRoot('.dockerignore'), 'utf8'));
  const kept = ['package.json', 'apps/admin-api/src/main.ts', 'packages/shared-types/package.json'];
  const left = [
    ...['.git/HEAD', 'README.md', '.data/secrets.json', 'deploy/secrets/yance_keys'],
    ...['apps/admin-api/dist/main.js', 'apps/admin-api/node_modules/x/i.js', 'apps/admin-api/.env'],
    ...[
      'apps/admin-api/src/a.db-spec.ts',
      'apps/admin-api/test/http/a.ts',
      'apps/miniprogram/a.ts',
    ],
    ...['packages/wechat-sandbox/src/main.ts', 'scripts/start.mjs'],
  ];
  assert.deepEqual([...kept, ...left].filter(keeps), kept);
});

test('the last rule that matches a file decides', () => {
  const keeps = contextFilter('*.md\n!README.md\ndocs\n!docs/a/**\n**/b?.txt\n');
  const files = [
    'x.md',
    'README.md',
    'docs/x',
    'docs/a/x',
    'deep/b1.txt',
    'deep/b12.txt',
    'd/x.md',
  ];
  assert.deepEqual(files.filter(keeps), ['README.md', 'docs/a/x', 'deep/b12.txt', 'd/x.md']);
});

test('a file that is mounted and not there is found', () => {
  const compose = readCompose(inRoot('deploy/compose.yml'));
  assert.deepEqual(mountProblems(compose, inRoot('deploy/compose.yml')), []);
  const elsewhere = mountProblems(compose, path.join(folder, 'compose.yml'));
  assert.match(elsewhere.join('\n'), /proxy: \.\/proxy\/nginx\.conf is not there/);
  assert.match(elsewhere.join('\n'), /database: \.\/database\/accounts\.sh is not there/);
});

test('a proxy that listens elsewhere, takes old TLS or believes its callers is found', () => {
  const config = readFileSync(inRoot('deploy/proxy/nginx.conf'), 'utf8');
  assert.deepEqual(proxyProblems(config), []);
  for (const [from, to] of [
    ['listen 443 ssl;', 'listen 4443 ssl;'],
    ['TLSv1.2 TLSv1.3', 'TLSv1 TLSv1.2 TLSv1.3'],
    ['server api:3000', 'server app:3000'],
    ['X-Forwarded-For $remote_addr', 'X-Forwarded-For $proxy_add_x_forwarded_for'],
    ['proxy_buffering off;', ''],
  ])
    assert.equal(proxyProblems(config.replace(String(from), String(to))).length, 1, from);
});

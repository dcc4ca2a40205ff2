import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseDatabase } from '../lib/database/choice.mjs';
import { Explained } from '../lib/explained.mjs';

/** @param {Partial<{ docker: boolean, server: boolean, install: boolean }>} has */
function machine({ docker = false, server = false, install = false }) {
  return {
    dockerAnswers: async () => docker,
    hasServer: () => server,
    canInstallPackages: () => install,
  };
}
const nothingBefore = { databaseUrl: undefined, before: undefined };
const everything = machine({ docker: true, server: true, install: true });

test('a database that the user named comes before all others, and nothing else is even asked', async () => {
  const fail = () => assert.fail('asked the machine');
  const silent = { dockerAnswers: fail, hasServer: fail, canInstallPackages: fail };
  const known = { databaseUrl: 'mysql://db/yance', before: undefined };
  assert.equal(await chooseDatabase(known, silent), 'named');
});

test('without a named one: Docker, then a server on the machine, then one that may be installed', async () => {
  assert.equal(await chooseDatabase(nothingBefore, everything), 'docker');
  assert.equal(
    await chooseDatabase(nothingBefore, machine({ server: true, install: true })),
    'private',
  );
  assert.equal(await chooseDatabase(nothingBefore, machine({ install: true })), 'install');
});

test('where nothing can be had, one sentence says what to install', async () => {
  await assert.rejects(chooseDatabase(nothingBefore, machine({})), (error) => {
    assert.ok(error instanceof Explained && !error.message.includes('\n'));
    assert.match(error.message, /MariaDB.*DATABASE_URL/);
    return true;
  });
});

test('data that already lies in a private instance stays there when a Docker turns up', async () => {
  const known = { databaseUrl: undefined, before: /** @type {const} */ ('private') };
  assert.equal(await chooseDatabase(known, everything), 'private');
});

test('data that lies in a stopped Docker is not replaced by an empty database', async () => {
  const known = { databaseUrl: undefined, before: /** @type {const} */ ('docker') };
  await assert.rejects(chooseDatabase(known, machine({ server: true })), Explained);
});

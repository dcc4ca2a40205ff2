import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { Explained } from '../lib/explained.mjs';
import { freePort, isFree, portFrom, portsFrom, requireFreePorts } from '../lib/ports.mjs';

/** @param {string} host */
async function listening(host) {
  const server = createServer();
  await new Promise((resolve) => server.listen({ port: 0, host }, () => resolve(undefined)));
  return { server, port: /** @type {import('node:net').AddressInfo} */ (server.address()).port };
}

test('a taken port is named in one sentence together with the way out', async () => {
  const { server, port } = await listening('127.0.0.1');
  await assert.rejects(requireFreePorts([{ name: 'SANDBOX_PORT', port }]), (error) => {
    assert.ok(error instanceof Explained);
    assert.ok(error.message.includes(String(port)) && error.message.includes('SANDBOX_PORT='));
    assert.ok(!error.message.includes('\n'));
    return true;
  });
  server.close();
});

test('a port is taken whether all addresses or only the loopback one is listened on', async () => {
  for (const host of ['0.0.0.0', '127.0.0.1']) {
    const { server, port } = await listening(host);
    assert.equal(await isFree(port), false);
    await new Promise((resolve) => server.close(resolve));
    assert.equal(await isFree(port), true);
  }
});

test('a free port is free', async () => {
  assert.equal(await isFree(await freePort()), true);
});

test('a port from the environment is a whole number in range, or the variable is named', () => {
  assert.equal(portFrom({}, 'PORT', 3000), 3000);
  assert.equal(portFrom({ PORT: '4200' }, 'PORT', 3000), 4200);
  for (const bad of ['0', '70000', 'abc', '30.5', '-1']) {
    assert.throws(() => portFrom({ PORT: bad }, 'PORT', 3000), /PORT/);
  }
});

test('the last port has no neighbour for the sandbox, unless the sandbox is given another', () => {
  assert.deepEqual(portsFrom({ PORT: '65534' }), { port: 65_534, sandboxPort: 65_535 });
  assert.throws(() => portsFrom({ PORT: '65535' }), Explained);
  assert.equal(portsFrom({ PORT: '65535', SANDBOX_PORT: '4000' }).sandboxPort, 4000);
});

import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { accessSync, constants, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { connectAsRoot } from '../database/accounts.mjs';
import { PrivateInstance } from '../database/private-instance.mjs';
import { Processes } from '../processes.mjs';

const REAPER = fileURLToPath(new URL('reaper.mjs', import.meta.url));
const MEMORY_FOLDER = '/dev/shm';
const ROOM_BYTES = 2 ** 30;

/**
 * A database server for one test run, gone with the process that asked for it, however that ends.
 * @param {{ durable?: boolean }} [options] durable: on disk and safe against crashes, for tests that crash it; else
 *   in memory where the machine allows it, and fast
 * @returns {Promise<import('./throwaway-database.d.mts').ThrowawayDatabase>}
 */
export async function startThrowawayDatabase({ durable = false } = {}) {
  const folder = mkdtempSync(path.join(durable ? os.tmpdir() : fastestFolder(), 'yance-test-'));
  const instance = new PrivateInstance(folder, { durable });
  const reaper = spawn(process.execPath, [REAPER, folder], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  reaper.unref();
  /** @type {import('node:net').Socket} */ (reaper.stdin).unref();
  const rootPassword = randomBytes(12).toString('hex');
  const password = randomBytes(12).toString('hex');
  try {
    await instance.start(new Processes());
    const root = await connectAsRoot({ socketPath: instance.socket }, rootPassword);
    await root.query('CREATE USER ?@? IDENTIFIED BY ?', ['yance_test', '127.0.0.1', password]);
    await root.query('GRANT ALL PRIVILEGES ON *.* TO ?@? WITH GRANT OPTION', [
      'yance_test',
      '127.0.0.1',
    ]);
    await root.end();
  } catch (error) {
    reaper.stdin?.end();
    throw error;
  }
  return {
    adminUrl: `mysql://yance_test:${password}@127.0.0.1:${instance.port}/`,
    start: () => instance.start(new Processes()),
    stop: () => instance.stop(),
    kill: () => instance.kill(),
    async discard() {
      await instance.kill();
      rmSync(folder, { recursive: true, force: true });
      reaper.stdin?.end();
    },
  };
}

/** Where files live in memory, if the machine has room there. */
export function fastestFolder() {
  try {
    accessSync(MEMORY_FOLDER, constants.W_OK);
    const { bavail, bsize } = statfsSync(MEMORY_FOLDER);
    return bavail * bsize > ROOM_BYTES ? MEMORY_FOLDER : os.tmpdir();
  } catch {
    return os.tmpdir();
  }
}

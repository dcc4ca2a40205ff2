import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { inRoot } from '../lib/paths.mjs';
import { GaleraCluster } from './galera-cluster.mjs';

/**
 * The suite `busy-calendar` in its long form: 64 clients, four desks and broken lamps on one calendar, through two API
 * processes or, with --galera, through three, each on its own node of a cluster. Ends with 1 when anything is held
 * twice, held by nobody, or given up too often.
 */
const { values } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string', default: '600' },
    seed: { type: 'string', default: '20261123' },
    galera: { type: 'boolean', default: false },
  },
});

/** @param {Record<string, string>} env  @returns {Promise<number>} the exit code of the suite */
async function suite(env) {
  const child = spawn(process.execPath, [inRoot('scripts/test.mjs'), 'faults', 'busy-calendar'], {
    ...{ stdio: 'inherit', env: { ...process.env, ...env } },
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
    process.on(signal, () => child.kill(signal));
  const [code] = await once(child, 'close');
  return code ?? 1;
}

const env = {
  ...{ YANCE_MODEL_SECONDS: values.seconds, YANCE_MODEL_SEED: values.seed },
  YANCE_MODEL_PAUSE_MS: '0',
};
if (values.galera) {
  const cluster = await GaleraCluster.start();
  try {
    const [first = ''] = cluster.urls;
    const nodes = { TEST_DATABASE_URL: first, TEST_DATABASE_NODES: cluster.urls.join(',') };
    process.exitCode = await suite({ ...env, ...nodes });
    process.stdout.write(`galera: ${await cluster.story()}\n`);
  } finally {
    await cluster.discard();
  }
} else process.exitCode = await suite(env);

import { spawn } from 'node:child_process';
import { inRoot } from './lib/paths.mjs';

/** A million random deeds on the books, or as many as asked for: `npm run soak -- 200000 [seed]`. */
const [operations = '1000000', seed = '20261122'] = process.argv.slice(2);
const test = spawn(process.execPath, [inRoot('scripts/test.mjs'), 'db', 'ledger-model'], {
  stdio: 'inherit',
  env: { ...process.env, YANCE_MODEL_OPERATIONS: operations, YANCE_MODEL_SEED: seed },
});
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.on(signal, () => test.kill(signal));
}
test.on('exit', (code) => {
  process.exitCode = code ?? 1;
});

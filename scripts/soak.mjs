import { spawn } from 'node:child_process';
import { inRoot } from './lib/paths.mjs';

const [first = '1000000', ...rest] = process.argv.slice(2);

/** Payments while API and database are killed again and again: `npm run soak -- payments [--top-ups 4000 …]`. */
const payments = () =>
  spawn(process.execPath, [inRoot('scripts/soak/payments.mjs'), ...rest], { stdio: 'inherit' });

/** A million random deeds on the books, or as many as asked for: `npm run soak -- 200000 [seed]`. */
const books = () =>
  spawn(process.execPath, [inRoot('scripts/test.mjs'), 'db', 'ledger-model'], {
    stdio: 'inherit',
    env: {
      ...process.env,
      ...{ YANCE_MODEL_OPERATIONS: first, YANCE_MODEL_SEED: rest[0] ?? '20261122' },
    },
  });

const test = first === 'payments' ? payments() : books();
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.on(signal, () => test.kill(signal));
}
test.on('exit', (code) => {
  process.exitCode = code ?? 1;
});

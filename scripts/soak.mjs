import { spawn } from 'node:child_process';
import { inRoot } from './lib/paths.mjs';

const [first = '1000000', ...rest] = process.argv.slice(2);

/** Payments while API and database are killed again and again: `npm run soak -- payments [--top-ups 4000 …]`. */
const payments = () =>
  spawn(process.execPath, [inRoot('scripts/soak/payments.mjs'), ...rest], { stdio: 'inherit' });

/** 64 clients on one calendar: `npm run soak -- bookings [--seconds 600] [--galera] [--seed …]`. */
const bookings = () =>
  spawn(process.execPath, [inRoot('scripts/soak/bookings.mjs'), ...rest], { stdio: 'inherit' });

/** A jest suite of the API in its long form. @param {string[]} args  @param {Record<string, string>} size */
const model = (args, size) =>
  spawn(process.execPath, [inRoot('scripts/test.mjs'), ...args], {
    ...{ stdio: 'inherit', env: { ...process.env, ...size } },
  });

/** A leap year of birthdays, day by day, on workers that are killed: `npm run soak -- birthdays [clients] [seed]`. */
const birthdays = () =>
  model(['faults', 'birthday-year'], {
    ...{ YANCE_MODEL_BIRTHDAYS: rest[0] ?? '5000', YANCE_MODEL_SEED: rest[1] ?? '20280623' },
  });

/** The engine against trying everything, in random salons: `npm run soak -- engine [salons] [seed]`. */
const engine = () =>
  model(['unit', 'availability.properties'], {
    ...{ YANCE_MODEL_SALONS: rest[0] ?? '5000', YANCE_MODEL_SEED: rest[1] ?? '20261124' },
  });

/** A million random deeds on the books, or as many as asked for: `npm run soak -- 200000 [seed]`. */
const books = () =>
  model(['db', 'ledger-model'], {
    ...{ YANCE_MODEL_OPERATIONS: first, YANCE_MODEL_SEED: rest[0] ?? '20261122' },
  });

const kinds = new Map([
  ['payments', payments],
  ['bookings', bookings],
  ['birthdays', birthdays],
  ['engine', engine],
]);
const test = (kinds.get(first) ?? books)();
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.on(signal, () => test.kill(signal));
}
test.on('exit', (code) => {
  process.exitCode = code ?? 1;
});

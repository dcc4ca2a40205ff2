const { createHash } = require('node:crypto');
const path = require('node:path');

/** What takes minutes begins first, or the other core would wait for it at the end. */
const LONG = [
  'src/modules/ledger/ledger-model.db-spec.ts',
  'test/http/hostile/input.spec.ts',
  'test/browser/console-money.spec.ts',
  'test/browser/desk-day.spec.ts',
  'src/demo/load-demo-salon.db-spec.ts',
  'test/browser/screens.spec.ts',
  'test/browser/money-pressure.spec.ts',
  'test/browser/coupon-path.spec.ts',
  'test/weapp/money-path.spec.ts',
  'test/browser/wallet-states.spec.ts',
  'test/http/checkout/random-bills.spec.ts',
  'test/http/platform/idempotency.spec.ts',
  'test/browser/booking-path.spec.ts',
  'test/faults/birthday-year.spec.ts',
];

/**
 * Runs the test files in an order drawn from YANCE_TEST_ORDER (any text; the same text gives the same order on every
 * machine). Jest's own order follows what earlier runs on that machine took, so a test that leans on another one fails
 * first where nobody can see why.
 */
module.exports = class AnyOrder {
  /** Files are drawn whole: a shard is not a thing here. */
  sort(tests) {
    const drawn = tests.map((test) => ({ test, draw: drawOf(test) }));
    drawn.sort((a, b) => (a.draw === b.draw ? 0 : a.draw < b.draw ? -1 : 1));
    return drawn.map(({ test }) => test);
  }

  allFailedTests(tests) {
    return tests;
  }

  cacheResults() {}
};

function drawOf(test) {
  const file = path.relative(test.context.config.rootDir, test.path);
  if (LONG.includes(file)) return '';
  const seed = process.env.YANCE_TEST_ORDER ?? 'plain';
  return createHash('sha256').update(`${seed}\n${file}`).digest('hex');
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Turns } from '../lib/turns.mjs';

/** Work that ends when it is told to. */
class Work {
  begun = false;
  /** @type {(value?: unknown) => void} */
  end = () => {};
  /** @type {(reason: Error) => void} */
  fail = () => {};
  #ended = new Promise((resolve, reject) => Object.assign(this, { end: resolve, fail: reject }));

  run = () => {
    this.begun = true;
    return this.#ended;
  };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test('no more goes on at once than may, in the order of coming', async () => {
  const turns = new Turns(2);
  const works = [new Work(), new Work(), new Work(), new Work()];
  const all = works.map(({ run }) => turns.take(run));
  await settled();
  assert.deepEqual(
    works.map((one) => one.begun),
    [true, true, false, false],
  );
  works[1].end();
  await settled();
  assert.deepEqual(
    works.map((one) => one.begun),
    [true, true, true, false],
  );
  for (const { end } of works) end();
  await Promise.all(all);
  assert.ok(works.every((one) => one.begun));
});

test('work that fails gives its turn back', async () => {
  const turns = new Turns(1);
  const [bad, good] = [new Work(), new Work()];
  const first = turns.take(bad.run);
  const second = turns.take(good.run);
  bad.fail(new Error('no'));
  await assert.rejects(first, /no/);
  good.end();
  await second;
});

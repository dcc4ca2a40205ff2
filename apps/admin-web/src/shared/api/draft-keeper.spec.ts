import { expect, it } from '@jest/globals';
import { DraftKeeper, type DraftState, type DraftStore } from './draft-keeper';
import { ApiProblem, noAnswer } from './problem';

type Outcome = 'kept' | 'lost' | 'late';

/** A keeper on a line that behaves as told, one outcome after the other; timers go off when they are told to. */
function aKeeper(...outcomes: Outcome[]) {
  const timers: { ms: number; callBack: () => void }[] = [];
  const states: DraftState[] = [];
  const saved: { draft: string; revision: number }[] = [];
  const store: DraftStore<string> = {
    changed: 'ASSESSMENT_DRAFT_CHANGED',
    save: (_key, draft, revision) => {
      const outcome = outcomes.shift() ?? 'kept';
      if (outcome === 'lost') return Promise.reject(noAnswer());
      if (outcome === 'late') return new Promise(() => undefined);
      saved.push({ draft, revision });
      return Promise.resolve(revision + 1);
    },
  };
  const keeper = new DraftKeeper(store, 4, {
    newKey: () => 'key',
    show: (state) => void states.push(state),
    after: (ms, callBack) => {
      const timer = { ms, callBack };
      timers.push(timer);
      return () => void timers.splice(0, timers.length, ...timers.filter((one) => one !== timer));
    },
  });
  /** The next timer goes off. @returns how long it had been set to */
  const ring = async (): Promise<number | undefined> => {
    const timer = timers.shift();
    timer?.callBack();
    await new Promise(setImmediate);
    return timer?.ms;
  };
  return { keeper, saved, ring, timers, last: () => states.at(-1)?.kind };
}

it('tries a save without an answer again by itself, ever more seldom, until it went', async () => {
  const { keeper, saved, ring, last } = aKeeper('lost', 'lost', 'kept');
  keeper.typed('红');
  await ring();
  expect(last()).toBe('failed');
  const first = (await ring()) ?? 0;
  const second = (await ring()) ?? 0;
  expect([first >= 750, second >= 1_500]).toEqual([true, true]);
  expect([last(), saved]).toEqual(['saved', [{ draft: '红', revision: 4 }]]);
});

it('does not try again what was refused', async () => {
  const refusal = new ApiProblem(409, 'ASSESSMENT_DRAFT_CHANGED', '另一个窗口改过');
  let calls = 0;
  const timers: (() => void)[] = [];
  const keeper = new DraftKeeper<string>(
    {
      changed: 'ASSESSMENT_DRAFT_CHANGED',
      save: () => {
        calls += 1;
        return Promise.reject(refusal);
      },
    },
    0,
    {
      newKey: () => 'key',
      show: () => undefined,
      after: (_ms, callBack) => {
        timers.push(callBack);
        return () => undefined;
      },
    },
  );
  keeper.typed('x');
  await keeper.saveNow();
  expect([calls, timers.length]).toEqual([1, 1]);
});

it('saves the latest words at once when it is told to', async () => {
  const { keeper, saved, ring, timers } = aKeeper('lost');
  keeper.typed('一');
  await ring();
  keeper.typed('一二');
  await keeper.saveNow();
  expect([saved, timers]).toEqual([[{ draft: '一二', revision: 4 }], []]);
});

it('is settled when nothing waits, or after a last try that went', async () => {
  const { keeper, saved } = aKeeper();
  expect(await keeper.settled()).toBe(true);
  keeper.typed('一');
  expect(await keeper.settled()).toBe(true);
  expect(saved).toHaveLength(1);
});

it('is not settled while the line is down, nor while an answer does not come', async () => {
  const down = aKeeper('lost');
  down.keeper.typed('一');
  expect(await down.keeper.settled()).toBe(false);
  const slow = aKeeper('late');
  slow.keeper.typed('一');
  const settled = slow.keeper.settled();
  await slow.ring();
  expect(await settled).toBe(false);
});

it('keeps nothing any more once it was stopped', async () => {
  const { keeper, saved, timers } = aKeeper();
  keeper.typed('一');
  keeper.stop();
  await keeper.close();
  expect([saved, timers]).toEqual([[], []]);
});

import fc from 'fast-check';
import { byTurn, queueOf, TURN_EVENTS, type TurnEvent, type TurnEventKind } from './queue.js';

const happened = (...deeds: readonly [string, TurnEventKind][]): TurnEvent[] =>
  deeds.map(([staffId, kind], minute) => ({ staffId, kind, at: new Date(minute * 60_000) }));
const names = (events: readonly TurnEvent[]): string[] =>
  queueOf(events).map(({ staffId }) => staffId);

const MORNING: [string, TurnEventKind][] = [
  ['ming', 'sign_in'],
  ['lan', 'sign_in'],
  ['qing', 'sign_in'],
];

describe('the queue of a day', () => {
  it('stands in the order of sign-in', () => {
    expect(names(happened(...MORNING))).toEqual(['ming', 'lan', 'qing']);
  });

  it.each(['served', 'passed'] as const)('sends her to the tail who %s', (kind) => {
    const events = happened(...MORNING, ['ming', kind]);
    expect(names(events)).toEqual(['lan', 'qing', 'ming']);
    expect(queueOf(events).at(-1)).toMatchObject({ [kind]: 1 });
  });

  it('keeps her place who signs in twice, and her hour', () => {
    const events = happened(...MORNING, ['ming', 'sign_in']);
    expect(queueOf(events)[0]).toMatchObject({ staffId: 'ming', signedInAt: new Date(0) });
  });

  it('lets her go who signs out; who comes back is last and keeps her count', () => {
    const left = happened(...MORNING, ['ming', 'served'], ['ming', 'sign_out']);
    expect(names(left)).toEqual(['lan', 'qing']);
    const back = happened(...MORNING, ['lan', 'served'], ['ming', 'sign_out'], ['ming', 'sign_in']);
    expect(names(back)).toEqual(['qing', 'lan', 'ming']);
  });

  it('counts a turn of somebody who has not signed in, and does not let her in by it', () => {
    expect(names(happened(['ming', 'served'], ['lan', 'sign_in']))).toEqual(['lan']);
    expect(queueOf(happened(['ming', 'served'], ['ming', 'sign_in']))).toMatchObject([
      { served: 1 },
    ]);
  });

  it('offers those first who have least ahead of them, else by place', () => {
    const queue = queueOf(happened(...MORNING));
    const ahead = new Map([
      ['ming', 1],
      ['lan', 1],
    ]);
    expect(byTurn(queue, ahead)).toEqual(['qing', 'ming', 'lan']);
    expect(byTurn(queue, new Map())).toEqual(['ming', 'lan', 'qing']);
  });

  it('is whoever is in, each once, whatever happens; and nobody overtakes who did nothing', () => {
    const deed = fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom(...TURN_EVENTS));
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 40 }), deed, (before, [who, kind]) => {
        const queue = names(happened(...before));
        const after = names(happened(...before, [who, kind]));
        expect(new Set(after).size).toBe(after.length);
        const others = (all: string[]) => all.filter((name) => name !== who);
        expect(others(after)).toEqual(others(queue));
        expect(after.includes(who)).toBe(
          kind === 'sign_in' || (kind !== 'sign_out' && queue.includes(who)),
        );
        const stays = kind === 'sign_in' && queue.includes(who);
        if (stays) expect(after).toEqual(queue);
        else if (after.includes(who)) expect(after.at(-1)).toBe(who);
      }),
    );
  });
});

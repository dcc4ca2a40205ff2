import type { EntryKind, NewLot } from '../../index.js';
import { aDeedHead, legsOf, type Deed, type Move, type World } from './deed.js';
import type { ModelLot } from './salon-model.js';

/** A deed that is one entry with these legs. */
export function posted(
  world: World,
  name: string,
  kind: EntryKind,
  store: string,
  moves: Move[],
): Deed {
  const head = aDeedHead(kind, store);
  return { name, head, run: (tx) => world.ledger.post(tx, { ...head, legs: legsOf(moves) }) };
}

/** A deed whose entry makes a lot. */
export function postedWithLot(
  world: World,
  name: string,
  kind: EntryKind,
  lot: ModelLot,
  newLot: Omit<NewLot, 'storeId' | 'validEverywhere' | 'paidOn'>,
  moves: Move[],
): Deed {
  const head = aDeedHead(kind, lot.store);
  const whole = { ...newLot, storeId: lot.store, validEverywhere: true, paidOn: lot.paidOn };
  return {
    ...{ name, head },
    run: async (tx) => {
      const { lotIds } = await world.ledger.post(tx, {
        ...head,
        legs: legsOf(moves),
        newLots: [whole],
      });
      lot.id = lotIds[0] ?? 0;
    },
  };
}

/** Into the first lot that the entry makes. */
export const put = { lot: () => ({ new: 0 }) };
/** Into or out of a lot that is there. */
export const ofLot = (lot: ModelLot) => ({ lot: () => ({ id: lot.id }) });
export const someStore = (world: World): string => world.random.of(world.stores);

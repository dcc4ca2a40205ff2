import { ofCustomer, ofHouse, type AccountCode, type EntryKind } from '../../index.js';
import { aDeedHead, house, owned, type Deed, type World } from './deed.js';
import { ofLot, posted, postedWithLot, put, someStore } from './posted-deed.js';
import type { ModelLot } from './salon-model.js';

const TODAY = '2026-11-22';
const NEVER = '9999-12-31';
const LAST_DAYS = [undefined, '2026-11-21', TODAY, '2027-03-31'] as const;

/** The last day of each lot of points; other lots of a client are not in here. */
const endOf = new WeakMap<ModelLot, string>();
const soonest = (a: ModelLot, b: ModelLot): number =>
  (endOf.get(a) ?? NEVER).localeCompare(endOf.get(b) ?? NEVER) || a.age - b.age;

const pointsOf = (world: World, client: string): ModelLot[] =>
  world.model.lotsOf(client).filter((lot) => lot.at.u > 0 && endOf.has(lot));

/** What a lot of points is made with, in the model and in the books. */
function aLot(world: World, client: string, store: string, units: number, end: string) {
  const lot = world.model.newLot({ owner: client, store, was: { p: 0, b: 0, u: units } });
  endOf.set(lot, end);
  const owner = { kind: 'customer', id: client } as const;
  return { lot, made: { owner, units, ...(end === NEVER ? {} : { expiresOn: end }) } };
}

function earn(world: World, client: string): Deed {
  const { random } = world;
  const [store, units] = [someStore(world), random.whole(1, 5_000)];
  const { lot, made } = aLot(world, client, store, units, random.of(LAST_DAYS) ?? NEVER);
  return postedWithLot(world, 'points earned', 'points_earn', lot, made, [
    {
      from: house(world, 'PTS_ISSUED', store, units),
      to: owned(world, 'PTS', client, units),
      ...{ amount: units, ...put },
    },
  ]);
}

/** To another file, as when two become one: a lot that is there ends in one with the same last day. */
function move(world: World, lot: ModelLot): Deed | undefined {
  const to = world.random.of(world.clients);
  if (to === lot.owner) return undefined;
  const units = lot.at.u;
  lot.at.u = 0;
  const next = aLot(world, to, lot.store, units, endOf.get(lot) ?? NEVER);
  return postedWithLot(world, 'points moved', 'points_move', next.lot, next.made, [
    {
      from: owned(world, 'PTS', lot.owner, -units),
      to: owned(world, 'PTS', to, units),
      ...{ amount: units, ...ofLot(lot), toLot: put.lot },
    },
  ]);
}

/** Points come in lots with a last day, and a lot ends in several ways. */
export function points(world: World): Deed | undefined {
  const { random } = world;
  const client = random.of(world.clients);
  const [lot] = pointsOf(world, client);
  if (!lot || random.chance(0.5)) return earn(world, client);
  if (random.chance(0.2)) return move(world, lot);
  const [store, units] = [someStore(world), random.whole(1, lot.at.u)];
  lot.at.u -= units;
  return posted(world, 'points lapsed', 'points_expire', store, [
    {
      from: owned(world, 'PTS', lot.owner, -units),
      to: house(world, 'PTS_EXPIRED', store, -units),
      ...{ amount: units, ...ofLot(lot) },
    },
  ]);
}

/** Points that leave by amount: those that lapse first, and what lapsed is not there any more. */
function leave(
  world: World,
  name: string,
  kind: EntryKind,
  code: Extract<AccountCode, 'PTS_USED' | 'PTS_ISSUED'>,
): Deed | undefined {
  const { random, model, ledger } = world;
  const [client, store] = [random.of(world.clients), someStore(world)];
  const lots = pointsOf(world, client);
  if (lots.length === 0) return undefined;
  const good = lots.filter((lot) => (endOf.get(lot) ?? NEVER) >= TODAY).sort(soonest);
  const there = good.reduce((sum, lot) => sum + lot.at.u, 0);
  const amount = random.whole(1, there + (random.chance(0.1) ? 50 : 0) || 1);
  const head = aDeedHead(kind, store);
  const refused = amount > there;
  let open = refused ? 0 : amount;
  const parts = good.map((lot) => {
    const units = Math.min(open, lot.at.u);
    open -= units;
    return { lot, units };
  });
  const undoable = { txId: 0, undo: () => () => give(1) };
  /** @param sign -1 takes them, 1 gives them back to their lots */
  const give = (sign: 1 | -1): number => {
    for (const { lot, units } of parts) lot.at.u += sign * units;
    model.add('PTS', client, sign * amount);
    model.book(code, store, sign * amount);
    return 0;
  };
  if (!refused) {
    give(-1);
    world.undoable.push(undoable);
  }
  const to = ofHouse(code, store);
  return {
    ...{ name, head, ...(refused ? { refused: 'BALANCE_TOO_LOW' } : {}) },
    run: async (tx) => {
      const from = ofCustomer('PTS', client);
      undoable.txId = (await ledger.useUnits(tx, { ...head, from, amount, to })).txId;
    },
  };
}

export const usePoints = (world: World): Deed | undefined =>
  leave(world, 'points used', 'points_redeem', 'PTS_USED');

/** What a reversed bill brought, or what was given by mistake: as if it had never been issued. */
export const takePointsBack = (world: World): Deed | undefined =>
  leave(world, 'points taken back', 'points_take_back', 'PTS_ISSUED');

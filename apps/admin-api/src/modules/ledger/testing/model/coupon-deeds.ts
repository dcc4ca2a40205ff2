import type { NewLot } from '../../index.js';
import { house, owned, type Deed, type Move, type World } from './deed.js';
import { ofLot, posted, postedWithLot, put, someStore } from './posted-deed.js';
import type { ModelLot } from './salon-model.js';

/** Coupons that a bill has used and may give back, by who has them. */
const usedOf = new WeakMap<World, { readonly client: string; readonly store: string }[]>();
const isCoupon = new WeakSet<ModelLot>();

/** One coupon is one unit in a lot of its own; whoever it comes from, the lot is new. */
function intoNewLot(
  world: World,
  name: string,
  kind: 'coupon_issue' | 'coupon_return' | 'coupon_move',
  owner: string,
  store: string,
  move: Omit<Move, 'to' | 'amount'>,
): Deed {
  const lot = world.model.newLot({ owner, store, was: { p: 0, b: 0, u: 1 } });
  isCoupon.add(lot);
  const newLot: Omit<NewLot, 'storeId' | 'validEverywhere' | 'paidOn'> = {
    owner: { kind: 'customer', id: owner },
    ...{ units: 1, expiresOn: '2026-12-31' },
  };
  const to = owned(world, 'CPN', owner, 1);
  return postedWithLot(world, name, kind, lot, newLot, [{ ...put, ...move, to, amount: 1 }]);
}

function issue(world: World, client: string): Deed {
  const store = someStore(world);
  const from = house(world, 'CPN_ISSUED', store, 1);
  return intoNewLot(world, 'coupon issued', 'coupon_issue', client, store, { from });
}

/** Used, expired or taken back; what was used may come back. */
function end(world: World, lot: ModelLot): Deed {
  const store = someStore(world);
  const [name, kind, to] = world.random.of([
    ['coupon used', 'coupon_use', 'CPN_USED'],
    ['coupon used', 'coupon_use', 'CPN_USED'],
    ['coupon expired', 'coupon_expire', 'CPN_EXPIRED'],
    ['coupon revoked', 'coupon_revoke', 'CPN_ISSUED'],
  ] as const);
  lot.at.u -= 1;
  if (kind === 'coupon_use') {
    const used = usedOf.get(world) ?? [];
    usedOf.set(world, [...used.slice(-50), { client: lot.owner, store }]);
  }
  return posted(world, name, kind, store, [
    {
      from: owned(world, 'CPN', lot.owner, -1),
      to: house(world, to, store, -1),
      amount: 1,
      ...ofLot(lot),
    },
  ]);
}

/** To another file, as when two become one. */
function move(world: World, lot: ModelLot): Deed | undefined {
  const to = world.random.of(world.clients);
  if (to === lot.owner) return undefined;
  lot.at.u -= 1;
  return intoNewLot(world, 'coupon moved', 'coupon_move', to, lot.store, {
    from: owned(world, 'CPN', lot.owner, -1),
    ...ofLot(lot),
    toLot: () => ({ new: 0 }),
  });
}

/** A bill is undone: what it used is back, in a lot of its own. */
export function returnCoupon(world: World): Deed | undefined {
  const last = usedOf.get(world)?.pop();
  if (!last) return undefined;
  const from = house(world, 'CPN_USED', last.store, 1);
  return intoNewLot(world, 'coupon returned', 'coupon_return', last.client, last.store, { from });
}

export function coupons(world: World): Deed | undefined {
  const { random, model } = world;
  const client = random.of(world.clients);
  const lot = model.lotsOf(client).find((one) => one.at.u > 0 && isCoupon.has(one));
  if (!lot || random.chance(0.4)) return issue(world, client);
  return random.chance(0.15) ? move(world, lot) : end(world, lot);
}

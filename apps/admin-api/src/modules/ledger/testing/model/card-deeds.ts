import { newId } from '../../../../platform/ids/index.js';
import { house, owned, type Deed, type World } from './deed.js';
import { ofLot, posted, postedWithLot, put, someStore } from './posted-deed.js';
import type { ModelLot } from './salon-model.js';

/** The latest of a kind of owner that are not used up: older ones are looked for no more. */
const lotsWith = (world: World, prefix: string, part: 'p' | 'u'): ModelLot[] =>
  world.model.lots.slice(-400).filter((lot) => lot.owner.startsWith(prefix) && lot.at[part] > 0);

/** Owners of packages and cards are told apart in the model by what their lots began with. */
export function sellPackage(world: World): Deed {
  const [id, store, price, sessions] = [
    `PKG${newId().slice(3)}`,
    someStore(world),
    world.random.whole(1, 90_000),
    world.random.whole(1, 12),
  ];
  const lot = world.model.newLot({ owner: id, store, was: { p: price, b: 0, u: sessions } });
  return postedWithLot(
    ...([world, 'package sold', 'package_sale', lot] as const),
    { owner: { kind: 'package', id }, principalFen: price, units: sessions },
    [
      {
        from: house(world, 'CASH_CLEARING', store, price),
        to: owned(world, 'PKG_DEFERRED', id, price),
        amount: price,
        ...put,
      },
      {
        from: house(world, 'SES_ISSUED', store, sessions),
        to: owned(world, 'SES_AVAIL', id, sessions),
        amount: sessions,
        ...put,
      },
    ],
  );
}

export function useSession(world: World): Deed | undefined {
  const lots = lotsWith(world, 'PKG', 'u');
  if (lots.length === 0) return undefined;
  const { model, random } = world;
  const lot = random.of(lots);
  const store = someStore(world);
  const [free, reserved] = [model.of('SES_AVAIL', lot.owner), model.of('SES_RESERVED', lot.owner)];
  if (free > 0 && (reserved === 0 || random.chance(0.4)))
    return posted(world, 'session reserved', 'session_reserve', store, [
      {
        from: owned(world, 'SES_AVAIL', lot.owner, -1),
        to: owned(world, 'SES_RESERVED', lot.owner, 1),
        amount: 1,
        ...ofLot(lot),
      },
    ]);
  if (reserved > 0 && random.chance(0.25))
    return posted(world, 'session released', 'session_release', store, [
      {
        from: owned(world, 'SES_RESERVED', lot.owner, -1),
        to: owned(world, 'SES_AVAIL', lot.owner, 1),
        amount: 1,
        ...ofLot(lot),
      },
    ]);
  if (reserved > 0) {
    // Remaining money over remaining sessions; the last one takes the residue.
    const worth = lot.at.u === 1 ? lot.at.p : Math.floor(lot.at.p / lot.at.u);
    lot.at.u -= 1;
    lot.at.p -= worth;
    return posted(world, 'session used', 'session_redeem', store, [
      {
        from: owned(world, 'SES_RESERVED', lot.owner, -1),
        to: house(world, 'SES_USED', store, -1),
        amount: 1,
        ...ofLot(lot),
      },
      {
        from: owned(world, 'PKG_DEFERRED', lot.owner, -worth),
        to: house(world, 'REV_SERVICE', store, -worth),
        amount: worth,
        ...ofLot(lot),
      },
    ]);
  }
  return undefined;
}

export function refundPackage(world: World): Deed | undefined {
  const { model, random } = world;
  const lots = lotsWith(world, 'PKG', 'u').filter(
    (lot) => model.of('SES_RESERVED', lot.owner) === 0,
  );
  if (lots.length === 0 || random.chance(0.7)) return undefined;
  const lot = random.of(lots);
  const [sessions, money, back] = [lot.at.u, lot.at.p, random.whole(0, lot.at.p)];
  Object.assign(lot.at, { u: 0, p: 0 });
  return posted(world, 'package refunded', 'package_refund', lot.store, [
    {
      from: owned(world, 'SES_AVAIL', lot.owner, -sessions),
      to: house(world, 'SES_CANCELLED', lot.store, -sessions),
      amount: sessions,
      ...ofLot(lot),
    },
    {
      from: owned(world, 'PKG_DEFERRED', lot.owner, -back),
      to: house(world, 'REFUND_PAYABLE', lot.store, -back),
      amount: back,
      ...ofLot(lot),
    },
    {
      from: owned(world, 'PKG_DEFERRED', lot.owner, back - money),
      to: house(world, 'REV_SERVICE', lot.store, back - money),
      amount: money - back,
      ...ofLot(lot),
    },
  ]);
}

export function timeCard(world: World): Deed {
  const { random, model } = world;
  const cards = lotsWith(world, 'CRD', 'p');
  if (cards.length === 0 || random.chance(0.2)) {
    const [id, store, price] = [
      `CRD${newId().slice(3)}`,
      someStore(world),
      random.whole(1, 365_000),
    ];
    const lot = model.newLot({ owner: id, store, was: { p: price, b: 0, u: 0 } });
    return postedWithLot(
      world,
      'time card sold',
      'time_card_sale',
      lot,
      { owner: { kind: 'card', id }, principalFen: price },
      [
        {
          from: house(world, 'CARD_CLEARING', store, price),
          to: owned(world, 'TIME_DEFERRED', id, price),
          amount: price,
          ...put,
        },
      ],
    );
  }
  const lot = random.of(cards);
  const share = random.chance(0.2) ? lot.at.p : random.whole(1, lot.at.p);
  lot.at.p -= share;
  return posted(world, 'day of a time card', 'time_card_share', lot.store, [
    {
      from: owned(world, 'TIME_DEFERRED', lot.owner, -share),
      to: house(world, 'REV_SERVICE', lot.store, -share),
      amount: share,
      ...ofLot(lot),
    },
  ]);
}

export function giftCard(world: World): Deed {
  const { random, model } = world;
  const open = world.gifts.slice(-50).filter((gift) => gift.left > 0);
  if (open.length === 0 || random.chance(0.5)) {
    const [id, store, amount] = [newId(), someStore(world), random.whole(1, 50_000)];
    world.gifts.push({ id, left: amount, store });
    return posted(world, 'gift card sold', 'gift_card_sale', store, [
      {
        from: house(world, 'WX_CLEARING', store, amount),
        to: owned(world, 'GIFT_LIABILITY', id, amount),
        amount,
      },
    ]);
  }
  const [gift, client] = [random.of(open), random.of(world.clients)];
  const amount = gift.left;
  gift.left = 0;
  const lot = model.newLot({ owner: client, store: gift.store, was: { p: amount, b: 0, u: 0 } });
  return postedWithLot(
    world,
    'gift card used',
    'gift_card',
    lot,
    { owner: { kind: 'customer', id: client }, principalFen: amount },
    [
      {
        from: owned(world, 'GIFT_LIABILITY', gift.id, -amount),
        to: owned(world, 'SV_PRINCIPAL', client, amount),
        amount,
        ...put,
      },
    ],
  );
}

import { newId } from '../../../../platform/ids/index.js';
import { ofHouse } from '../../index.js';
import { aDeedHead, house, owned, type Deed, type World } from './deed.js';
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

/** A package that is paid out of stored value: bonus goes back to its source, only principal is worth something in it. */
export function buyPackageFromWallet(world: World): Deed | undefined {
  const { random, model, ledger } = world;
  const [client, store] = [random.of(world.clients), someStore(world)];
  const [price, sessions, cash] = [
    random.whole(1, 40_000),
    random.whole(1, 12),
    random.whole(0, 500),
  ];
  const parts = model.partsOf(client, price, store);
  if (!parts) return undefined;
  const [head, id] = [aDeedHead('package_sale', store), `PKG${newId().slice(3)}`];
  const principal = parts.reduce((sum, { p }) => sum + p, 0);
  for (const { lot, p, b } of parts) {
    lot.at.p -= p;
    lot.at.b -= b;
    model.add('SV_PRINCIPAL', client, -p);
    model.add('SV_BONUS', client, -b);
    model.book('BONUS_FUNDING', lot.store, -b);
    if (lot.store !== store) {
      model.book('INTERSTORE', store, p);
      model.book('INTERSTORE', lot.store, -p);
    }
  }
  const was = { p: principal + cash, b: 0, u: sessions };
  const made = model.newLot({ owner: id, store, was });
  model.add('PKG_DEFERRED', id, was.p);
  model.add('SES_AVAIL', id, sessions);
  model.book('CASH_CLEARING', store, cash);
  model.book('SES_ISSUED', store, sessions);
  const account = { code: 'PKG_DEFERRED', ownerId: id } as const;
  const lot = { new: 0 };
  const legs = [
    { debit: ofHouse('CASH_CLEARING', store), credit: account, amount: cash, lot },
    {
      debit: ofHouse('SES_ISSUED', store),
      credit: { code: 'SES_AVAIL', ownerId: id } as const,
      ...{ amount: sessions, lot },
    },
  ].filter(({ amount }) => amount > 0);
  return {
    ...{ name: 'package bought with stored value', head },
    run: async (tx) => {
      const spent = await ledger.spend(tx, {
        ...{ ...head, customerId: client, amountFen: price, atStoreId: store },
        to: (principalFen) => ({
          into: [{ account, lot, amountFen: principalFen }],
          newLots: [
            {
              ...{ owner: { kind: 'package', id }, storeId: store, validEverywhere: true },
              // A repeat finds less in the wallet and is told apart only once it is written: what it says has to fit.
              ...{ principalFen: principalFen + cash, units: sessions, paidOn: made.paidOn },
            },
          ],
          legs,
        }),
      });
      made.id = spent.lotIds[0] ?? 0;
    },
  };
}

/** What is left of a package goes into a new one, with something on top; its sessions are called off. */
export function convertPackage(world: World): Deed | undefined {
  const { model, random } = world;
  const lots = lotsWith(world, 'PKG', 'u').filter(
    (lot) => model.of('SES_RESERVED', lot.owner) === 0 && lot.at.p > 0,
  );
  if (lots.length === 0) return undefined;
  const old = random.of(lots);
  const [id, store, sessions] = [`PKG${newId().slice(3)}`, old.store, random.whole(1, 12)];
  const [credit, paid, gone] = [old.at.p, random.whole(1, 30_000), old.at.u];
  Object.assign(old.at, { p: 0, u: 0 });
  const lot = model.newLot({ owner: id, store, was: { p: credit + paid, b: 0, u: sessions } });
  return postedWithLot(
    ...([world, 'package converted', 'package_convert', lot] as const),
    { owner: { kind: 'package', id }, principalFen: credit + paid, units: sessions },
    [
      {
        from: owned(world, 'SES_AVAIL', old.owner, -gone),
        to: house(world, 'SES_CANCELLED', store, -gone),
        ...{ amount: gone, ...ofLot(old) },
      },
      {
        from: owned(world, 'PKG_DEFERRED', old.owner, -credit),
        to: owned(world, 'PKG_DEFERRED', id, credit),
        ...{ amount: credit, ...ofLot(old), toLot: put.lot },
      },
      {
        from: house(world, 'PAYCODE_CLEARING', store, paid),
        to: owned(world, 'PKG_DEFERRED', id, paid),
        ...{ amount: paid, ...put },
      },
      {
        from: house(world, 'SES_ISSUED', store, sessions),
        to: owned(world, 'SES_AVAIL', id, sessions),
        ...{ amount: sessions, ...put },
      },
    ],
  );
}

/** Sessions that were given on top lapse; the money stays with those that are left. */
export function giftsLapse(world: World): Deed | undefined {
  const { model, random } = world;
  const lots = lotsWith(world, 'PKG', 'u').filter(
    (lot) => lot.at.u > 1 && model.of('SES_AVAIL', lot.owner) > 1,
  );
  if (lots.length === 0) return undefined;
  const lot = random.of(lots);
  const gone = random.whole(1, model.of('SES_AVAIL', lot.owner) - 1);
  lot.at.u -= gone;
  return posted(world, 'gift sessions lapse', 'session_lapse', lot.store, [
    {
      from: owned(world, 'SES_AVAIL', lot.owner, -gone),
      to: house(world, 'SES_EXPIRED', lot.store, -gone),
      ...{ amount: gone, ...ofLot(lot) },
    },
  ]);
}

/** What is left of a card by time when it is given back: a part of it goes back, the rest is the house's. */
export function refundTimeCard(world: World): Deed | undefined {
  const { random } = world;
  const cards = lotsWith(world, 'CRD', 'p');
  if (cards.length === 0) return undefined;
  const lot = random.of(cards);
  const [money, back] = [lot.at.p, random.whole(0, lot.at.p)];
  lot.at.p = 0;
  return posted(world, 'time card refunded', 'time_card_refund', lot.store, [
    {
      from: owned(world, 'TIME_DEFERRED', lot.owner, -back),
      to: house(world, 'REFUND_PAYABLE', lot.store, -back),
      ...{ amount: back, ...ofLot(lot) },
    },
    {
      from: owned(world, 'TIME_DEFERRED', lot.owner, back - money),
      to: house(world, 'REV_SERVICE', lot.store, back - money),
      ...{ amount: money - back, ...ofLot(lot) },
    },
  ]);
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
      ...(store === lot.store ? [] : [betweenStores(world, store, lot.store, worth)]),
    ]);
  }
  return undefined;
}

/** Where one store sold what another does, the seller owes the other what it took. */
const betweenStores = (world: World, used: string, sold: string, amount: number) => ({
  from: house(world, 'INTERSTORE', used, amount),
  to: house(world, 'INTERSTORE', sold, -amount),
  amount,
});

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

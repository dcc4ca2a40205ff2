import { ofCustomer, ofHouse, type AccountCode, type EntryKind } from '../../index.js';
import { aDeedHead, house, owned, type Deed, type Move, type World } from './deed.js';
import { ofLot, posted, postedWithLot, put, someStore } from './posted-deed.js';
import type { ModelLot } from './salon-model.js';

/** Points: units that come in lots and end in several ways. */
function unitDeeds(code: 'PTS', ends: readonly (readonly [EntryKind, AccountCode])[]) {
  const [issued, kind] = ['PTS_ISSUED', 'points_earn'] as const;
  return (world: World): Deed => {
    const { random, model } = world;
    const client = random.of(world.clients);
    const store = someStore(world);
    const lots = model.lotsOf(client).filter((lot) => lot.at.u > 0 && unitOf.get(lot) === code);
    const [lot] = lots;
    if (!lot || random.chance(0.5)) {
      const units = random.whole(1, 5_000);
      const made = model.newLot({ owner: client, store, was: { p: 0, b: 0, u: units } });
      unitOf.set(made, code);
      const expiresOn = random.of([undefined, '2026-11-21', '2026-11-22', '2027-03-31']);
      if (expiresOn !== undefined) endOf.set(made, expiresOn);
      return postedWithLot(
        world,
        `${code} issued`,
        kind,
        made,
        {
          ...{ owner: { kind: 'customer', id: client }, units },
          ...(expiresOn === undefined ? {} : { expiresOn }),
        },
        [
          {
            from: house(world, issued, store, units),
            to: owned(world, code, client, units),
            amount: units,
            ...put,
          },
        ],
      );
    }
    const [endKind, to] = random.of(ends);
    const units = random.whole(1, lot.at.u);
    lot.at.u -= units;
    return posted(world, `${code} ended`, endKind, store, [
      {
        from: owned(world, code, client, -units),
        to: house(world, to, store, -units),
        amount: units,
        ...ofLot(lot),
      },
    ]);
  };
}

/** Points that are used: those that lapse first, and what lapsed is not there any more. */
export function usePoints(world: World): Deed | undefined {
  const { random, model, ledger } = world;
  const [client, store] = [random.of(world.clients), someStore(world)];
  const lots = model.lotsOf(client).filter((lot) => lot.at.u > 0 && unitOf.get(lot) === 'PTS');
  const good = lots.filter((lot) => (endOf.get(lot) ?? NEVER) >= TODAY).sort(soonest);
  const there = good.reduce((sum, lot) => sum + lot.at.u, 0);
  if (lots.length === 0) return undefined;
  const amount = random.whole(1, there + (random.chance(0.1) ? 50 : 0) || 1);
  const head = aDeedHead('points_redeem', store);
  const refused = amount > there;
  let open = refused ? 0 : amount;
  for (const lot of good) {
    const take = Math.min(open, lot.at.u);
    lot.at.u -= take;
    open -= take;
  }
  const to = ofHouse('PTS_USED', store);
  if (!refused) {
    model.add('PTS', client, -amount);
    model.book('PTS_USED', store, -amount);
  }
  return {
    ...{ name: 'points used', head, ...(refused ? { refused: 'BALANCE_TOO_LOW' } : {}) },
    run: (tx) => ledger.useUnits(tx, { ...head, from: ofCustomer('PTS', client), amount, to }),
  };
}

const TODAY = '2026-11-22';
const NEVER = '9999-12-31';
const endOf = new WeakMap<ModelLot, string>();
const soonest = (a: ModelLot, b: ModelLot): number =>
  (endOf.get(a) ?? NEVER).localeCompare(endOf.get(b) ?? NEVER) || a.age - b.age;

const unitOf = new WeakMap<ModelLot, 'PTS'>();

export const points = unitDeeds('PTS', [
  ['points_redeem', 'PTS_USED'],
  ['points_expire', 'PTS_EXPIRED'],
]);

export function deposit(world: World): Deed {
  const { random, model } = world;
  const [client, store] = [random.of(world.clients), someStore(world)];
  const has = model.of('DEPOSIT', client);
  if (has === 0 || random.chance(0.4)) {
    const amount = random.whole(1, 10_000);
    return posted(world, 'deposit paid', 'deposit', store, [
      {
        from: house(world, 'WX_CLEARING', store, amount),
        to: owned(world, 'DEPOSIT', client, amount),
        amount,
      },
    ]);
  }
  const amount = random.whole(1, has);
  const [kind, to] = random.of([
    ['deposit_use', 'REV_SERVICE'],
    ['deposit_return', 'REFUND_PAYABLE'],
    ['deposit_forfeit', 'REV_FORFEIT'],
  ] as const);
  return posted(world, 'deposit settled', kind, store, [
    {
      from: owned(world, 'DEPOSIT', client, -amount),
      to: house(world, to, store, -amount),
      amount,
    },
  ]);
}

export function debt(world: World): Deed {
  const { random, model } = world;
  const [client, store] = [random.of(world.clients), someStore(world)];
  const owes = model.of('CUST_RECEIVABLE', client);
  if (owes === 0 || random.chance(0.4)) {
    const amount = random.whole(1, 10_000);
    return posted(world, 'debt', 'debt', store, [
      {
        from: owned(world, 'CUST_RECEIVABLE', client, amount),
        to: house(world, 'REV_SERVICE', store, -amount),
        amount,
      },
    ]);
  }
  const amount = random.whole(1, owes);
  return posted(world, 'debt paid', 'debt_paid', store, [
    {
      from: house(world, 'PAYCODE_CLEARING', store, amount),
      to: owned(world, 'CUST_RECEIVABLE', client, -amount),
      amount,
    },
  ]);
}

export function commission(world: World): Deed {
  const { random, model } = world;
  const [person, store] = [random.of(world.staff), someStore(world)];
  const has = model.of('COMM_PAYABLE', person);
  const back = has > 0 && random.chance(0.2);
  const amount = back ? random.whole(1, has) : random.whole(1, 3_000);
  const moves: Move[] = back
    ? [
        {
          from: owned(world, 'COMM_PAYABLE', person, -amount),
          to: house(world, 'EXP_COMMISSION', store, -amount),
          amount,
        },
      ]
    : [
        {
          from: house(world, 'EXP_COMMISSION', store, amount),
          to: owned(world, 'COMM_PAYABLE', person, amount),
          amount,
        },
      ];
  return posted(world, 'commission', 'commission', store, moves);
}

/** Entries of the house alone: no account of anybody is locked. */
export function ofTheHouse(world: World): Deed {
  const { random } = world;
  const [store, amount] = [someStore(world), random.whole(1, 10_000)];
  const payable = world.payables.pop();
  if (payable)
    return posted(world, 'refund paid', 'refund_paid', payable.store, [
      {
        from: house(world, 'REFUND_PAYABLE', payable.store, payable.left),
        to: house(world, 'WX_CLEARING', payable.store, -payable.left),
        amount: payable.left,
      },
    ]);
  const [kind, debit, credit] = random.of([
    ['fee', 'EXP_WX_FEE', 'WX_CLEARING'],
    ['settlement', 'BANK', 'WX_CLEARING'],
    ['tender', 'VOUCHER_CLEARING', 'REV_PRODUCT'],
    ['tender', 'CASH_CLEARING', 'REV_SERVICE'],
  ] as const);
  return posted(world, 'of the house', kind, store, [
    { from: house(world, debit, store, amount), to: house(world, credit, store, -amount), amount },
  ]);
}

/** Bonus that was used up and is taken off a refund. */
export function bonusRecovery(world: World): Deed | undefined {
  const { random, model } = world;
  const client = random.of(world.clients);
  const lot = random.of([undefined, ...model.lotsOf(client)]);
  const most = lot ? Math.min(lot.at.p - lot.held, model.free('SV_PRINCIPAL', client), 500) : 0;
  if (!lot || most <= 0) return undefined;
  const amount = random.whole(1, most);
  lot.at.p -= amount;
  return posted(world, 'bonus recovered', 'bonus_recovery', lot.store, [
    {
      from: owned(world, 'SV_PRINCIPAL', client, -amount),
      to: house(world, 'REV_BONUS_RECOVERY', lot.store, -amount),
      amount,
      ...ofLot(lot),
    },
  ]);
}

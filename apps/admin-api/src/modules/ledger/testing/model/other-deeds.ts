import { house, owned, type Deed, type Move, type World } from './deed.js';
import { ofLot, posted, someStore } from './posted-deed.js';

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
  world.recovered.push({ client, lot, left: amount });
  return posted(world, 'bonus recovered', 'bonus_recovery', lot.store, [
    {
      from: owned(world, 'SV_PRINCIPAL', client, -amount),
      to: house(world, 'REV_BONUS_RECOVERY', lot.store, -amount),
      amount,
      ...ofLot(lot),
    },
  ]);
}

/** What a refund recovered goes back into the lot it came from. */
export function recoveryReturned(world: World): Deed | undefined {
  const recovered = world.recovered.find(({ left }) => left > 0);
  if (!recovered) return undefined;
  const { client, lot } = recovered;
  const amount = world.random.whole(1, recovered.left);
  recovered.left -= amount;
  lot.at.p += amount;
  return posted(world, 'recovery returned', 'recovery_return', lot.store, [
    {
      from: house(world, 'REV_BONUS_RECOVERY', lot.store, amount),
      to: owned(world, 'SV_PRINCIPAL', client, amount),
      amount,
      ...ofLot(lot),
    },
  ]);
}

/** Bonus that nobody used is taken off the debt of whoever bought it. */
export function debtRelieved(world: World): Deed | undefined {
  const { random, model } = world;
  const [client, store] = [random.of(world.clients), someStore(world)];
  const owes = model.of('CUST_RECEIVABLE', client);
  if (owes === 0) return undefined;
  const amount = random.whole(1, owes);
  return posted(world, 'debt relieved', 'debt_paid', store, [
    {
      from: house(world, 'REV_BONUS_RECOVERY', store, amount),
      to: owned(world, 'CUST_RECEIVABLE', client, -amount),
      amount,
    },
  ]);
}

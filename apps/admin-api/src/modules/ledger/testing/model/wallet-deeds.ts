import { newId } from '../../../../platform/ids/index.js';
import type { NewLot } from '../../index.js';
import { aDeedHead, house, legsOf, owned, type Deed, type Move, type World } from './deed.js';
import type { ModelLot } from './salon-model.js';

const PAID_ON = ['2026-09-01', '2026-10-01', '2026-11-01'] as const;
const ORDERS = ['principal_first', 'bonus_first', 'proportional'] as const;

const CLEARINGS = ['WX_CLEARING', 'CASH_CLEARING', 'CARD_CLEARING', 'VOUCHER_CLEARING'] as const;

interface Source {
  readonly code: (typeof CLEARINGS)[number] | 'OPENING_BALANCE';
  readonly amount: number;
}

/** Mostly one way of paying; on a bill one sale is paid in several. */
function paidFrom({ random }: World, price: number): Source[] {
  if (price < CLEARINGS.length || random.chance(0.7))
    return [{ code: random.of(CLEARINGS), amount: price }];
  const first = random.whole(1, price - 2);
  const second = random.whole(1, price - first - 1);
  const amounts = [first, second, price - first - second];
  return amounts.map((amount, place) => ({ code: CLEARINGS[place] ?? 'CASH_CLEARING', amount }));
}

export function topUp(world: World): Deed {
  const { random, model, ledger } = world;
  const [client, store] = [random.of(world.clients), random.of(world.stores)];
  const [p, b] = [random.whole(1, 99_999), random.chance(0.7) ? random.whole(1, 19_999) : 0];
  const [order, everywhere, paidOn] = [random.of(ORDERS), random.chance(0.8), random.of(PAID_ON)];
  const opening = random.chance(0.05);
  const head = aDeedHead(opening ? 'opening_balance' : 'top_up', store);
  const lot = model.newLot({
    ...{ owner: client, store, everywhere, order, paidOn },
    was: { p, b, u: 0 },
  });
  const sources = opening ? [{ code: 'OPENING_BALANCE', amount: p } as const] : paidFrom(world, p);
  const put = { lot: () => ({ new: 0 }) };
  const moves = sources.map(({ code, amount }): Move => ({
    from: house(world, code, store, amount),
    to: owned(world, 'SV_PRINCIPAL', client, amount),
    ...{ amount, ...put },
  }));
  if (b > 0)
    moves.push({
      ...{ from: house(world, 'BONUS_FUNDING', store, b), to: owned(world, 'SV_BONUS', client, b) },
      ...{ amount: b, ...put },
    });
  const newLot: NewLot = {
    ...{ owner: { kind: 'customer', id: client }, storeId: store, validEverywhere: everywhere },
    ...{ principalFen: p, bonusFen: b, spendOrder: order, paidOn },
  };
  const undoable = { txId: 0, undo: () => undoTopUp(world, lot, sources, store) };
  world.undoable.push(undoable);
  return {
    ...{ name: 'top-up', head },
    run: async (tx) => {
      const posted = await ledger.post(tx, { ...head, legs: legsOf(moves), newLots: [newLot] });
      lot.id = posted.lotIds[0] ?? 0;
      undoable.txId = posted.txId;
    },
  };
}

/** Takes back what is there; the rest becomes debt. */
function undoTopUp(world: World, lot: ModelLot, sources: readonly Source[], store: string) {
  const { model } = world;
  const backP = Math.max(
    0,
    Math.min(lot.was.p, lot.at.p - lot.held, model.free('SV_PRINCIPAL', lot.owner)),
  );
  const backB = Math.max(0, Math.min(lot.was.b, lot.at.b, model.free('SV_BONUS', lot.owner)));
  const missing = lot.was.p + lot.was.b - backP - backB;
  const apply = (): number => {
    lot.at.p -= backP;
    lot.at.b -= backB;
    model.add('SV_PRINCIPAL', lot.owner, -backP);
    model.add('SV_BONUS', lot.owner, -backB);
    if (missing > 0) model.add('CUST_RECEIVABLE', lot.owner, missing);
    for (const { code, amount } of sources) model.book(code, store, -amount);
    model.book('BONUS_FUNDING', store, -backB);
    model.book('REV_BONUS_RECOVERY', store, -(lot.was.b - backB));
    return missing;
  };
  return Object.assign(apply, { missing });
}

export function spend(world: World): Deed {
  const { random, model, ledger } = world;
  const [client, store] = [random.of(world.clients), random.of(world.stores)];
  const amount = random.chance(0.1) ? random.whole(1, 3) : random.whole(1, 30_000);
  const head = aDeedHead('spend', store);
  const parts = model.partsOf(client, amount, store);
  const revenue = random.chance(0.8) ? 'REV_SERVICE' : 'REV_PRODUCT';
  const undoable = { txId: 0, undo: () => () => take(-1) };
  /** @param sign 1 pays, -1 gives back */
  const take = (sign: number): number => {
    for (const { lot, p, b } of parts ?? []) {
      lot.at.p -= sign * p;
      lot.at.b -= sign * b;
      model.add('SV_PRINCIPAL', client, -sign * p);
      model.add('SV_BONUS', client, -sign * b);
      model.book(revenue, store, -sign * p);
      model.book('BONUS_FUNDING', lot.store, -sign * b);
      if (lot.store !== store) {
        model.book('INTERSTORE', store, sign * p);
        model.book('INTERSTORE', lot.store, -sign * p);
      }
    }
    return 0;
  };
  if (parts) {
    take(1);
    world.undoable.push(undoable);
  }
  return {
    ...{ name: 'spend', head, ...(parts ? {} : { refused: 'BALANCE_TOO_LOW' }) },
    run: async (tx) => {
      const spent = await ledger.spend(tx, {
        ...{ ...head, customerId: client, amountFen: amount, atStoreId: store },
        to: { code: revenue, storeId: store },
      });
      undoable.txId = spent.txId;
    },
  };
}

export function undo(world: World): Deed | undefined {
  const { random, ledger } = world;
  const at = random.whole(0, Math.max(0, world.undoable.length - 1));
  const entry = world.undoable[at];
  if (!entry) return undefined;
  const shortfall = random.of(['refuse', 'receivable'] as const);
  const apply = entry.undo(world, shortfall) as (() => number) & { missing?: number };
  const head = aDeedHead('reversal', world.stores[0] ?? '');
  const refused = shortfall === 'refuse' && (apply.missing ?? 0) > 0;
  if (!refused) {
    apply();
    world.undoable.splice(at, 1);
  }
  return {
    ...{ name: 'reversal', head, ...(refused ? { refused: 'BALANCE_TOO_LOW' } : {}) },
    run: (tx) => ledger.reverse(tx, { ...head, txId: entry.txId, shortfall }),
  };
}

export function transfer(world: World): Deed | undefined {
  const { random, model, ledger } = world;
  const [from, to] = [random.of(world.clients), random.of(world.clients)];
  const lot = random.of([undefined, ...model.lotsOf(from)]);
  if (from === to || !lot || lot.at.p + lot.at.b === 0) return undefined;
  const [p, b] = [random.whole(0, lot.at.p), random.whole(0, lot.at.b)];
  if (p + b === 0) return undefined;
  const head = aDeedHead('transfer', lot.store);
  const refused =
    p > lot.at.p - lot.held ||
    p > model.free('SV_PRINCIPAL', from) ||
    b > model.free('SV_BONUS', from);
  let made: ModelLot | undefined;
  if (!refused) {
    lot.at.p -= p;
    lot.at.b -= b;
    for (const [owner, sign] of [
      [from, -1],
      [to, 1],
    ] as const) {
      model.add('SV_PRINCIPAL', owner, sign * p);
      model.add('SV_BONUS', owner, sign * b);
    }
    const { store, everywhere, order, paidOn } = lot;
    made = model.newLot({
      ...{ owner: to, store, everywhere, order, paidOn },
      was: { p, b, u: 0 },
    });
  }
  return {
    ...{ name: 'transfer', head, ...(refused ? { refused: 'BALANCE_TOO_LOW' } : {}) },
    run: async (tx) => {
      const shares = [{ lotId: lot.id, principalFen: p, bonusFen: b }];
      const moved = await ledger.moveLots(tx, { ...head, from, to, shares });
      if (made) made.id = moved.lotIds[0] ?? 0;
    },
  };
}

export function hold(world: World): Deed | undefined {
  const { random, model, ledger } = world;
  const client = random.of(world.clients);
  const lot = random.of([undefined, ...model.lotsOf(client)]);
  if (!lot || lot.at.p === 0) return undefined;
  const amount = random.whole(1, lot.at.p);
  const head = aDeedHead('hold', lot.store);
  const refused = amount > lot.at.p - lot.held || amount > model.free('SV_PRINCIPAL', client);
  const open = { id: 0, client, lot, amount, store: lot.store };
  if (!refused) {
    world.holds.push(open);
    lot.held += amount;
    model.hold('SV_PRINCIPAL', client, amount);
  }
  const account = { code: 'SV_PRINCIPAL', ownerId: client } as const;
  const bizKey = newId();
  return {
    ...{ name: 'hold', head, ...(refused ? { refused: 'BALANCE_TOO_LOW' } : {}) },
    run: async (tx) => {
      const holds = [{ account, lotId: lot.id, amount, bizKey }];
      open.id = (await ledger.hold(tx, { ...head, holds })).holdIds[0] ?? 0;
    },
  };
}

export function endHold(world: World): Deed | undefined {
  const { random, model, ledger } = world;
  if (world.holds.length === 0) return undefined;
  const [open] = world.holds.splice(random.whole(0, world.holds.length - 1), 1);
  if (!open) return undefined;
  model.hold('SV_PRINCIPAL', open.client, -open.amount);
  open.lot.held -= open.amount;
  if (random.chance(0.5)) {
    const head = aDeedHead('hold_release', open.store);
    const run: Deed['run'] = (tx) => ledger.releaseHold(tx, { ...head, holdIds: [open.id] });
    return { name: 'release', head, run };
  }
  const head = aDeedHead('refund_approve', open.store);
  open.lot.at.p -= open.amount;
  world.payables.push({ store: open.store, left: open.amount });
  const move: Move = {
    from: owned(world, 'SV_PRINCIPAL', open.client, -open.amount),
    to: house(world, 'REFUND_PAYABLE', open.store, -open.amount),
    ...{ amount: open.amount, lot: () => ({ id: open.lot.id }) },
  };
  return {
    ...{ name: 'capture', head },
    run: (tx) => ledger.captureHold(tx, { ...head, holdIds: [open.id], legs: legsOf([move]) }),
  };
}

/** Bonus that lapses, or that is taken back in a refund. */
export function bonusEnds(world: World): Deed | undefined {
  const { random, model, ledger } = world;
  const client = random.of(world.clients);
  const lot = random.of([undefined, ...model.lotsOf(client)]);
  if (!lot || lot.at.b === 0) return undefined;
  const amount = random.whole(1, lot.at.b);
  const head = aDeedHead('bonus_expire', lot.store);
  lot.at.b -= amount;
  const move: Move = {
    from: owned(world, 'SV_BONUS', client, -amount),
    to: house(world, 'BONUS_FUNDING', lot.store, -amount),
    ...{ amount, lot: () => ({ id: lot.id }) },
  };
  return {
    name: 'bonus lapses',
    head,
    run: (tx) => ledger.post(tx, { ...head, legs: legsOf([move]) }),
  };
}

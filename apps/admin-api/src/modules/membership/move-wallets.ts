import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Ledger, balancesOf, lastStoreOf, lotsByIds, lotsOf, ofCustomer } from '../ledger/index.js';
import {
  ClientDataHandlers,
  heldRows,
  type ClientDataHandler,
  type Held,
  type Moved,
} from '../../platform/client-data/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Reader, Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { newId } from '../../platform/ids/index.js';
import { valueOf } from './customer-wallets.js';
import {
  followLot,
  giveRows,
  joinWallets,
  reopenWallet,
  setFrozenByFreezes,
  takeRowsBack,
} from './data/joined-files.js';
import { openRefundOf } from './data/refunds.js';
import { insertTransfer } from './data/transfers.js';
import { lockWallets, walletOf, type Wallet } from './data/wallets.js';
import { actorOf, storeDay, type By, type StoreDay } from './store-day.js';

const SYSTEM: By = { kind: 'system', id: 'join-files', name: '系统' };
const JOINED = '档案合并';
const SPLIT = '撤销档案合并';

/** A lot that moved, and the one that it became, with what it brought along in fen. */
interface MovedLot {
  readonly was: number;
  readonly is: number;
  readonly principalFen: number;
  readonly bonusFen: number;
}

/** Value that moved: the entry, its store and its lots. */
interface MovedValue {
  readonly txId: number;
  readonly storeId: string;
  readonly lots: readonly MovedLot[];
}

interface MovedDebt {
  readonly txId: number;
  readonly storeId: string;
  readonly owedFen: number;
}

/** All that the way back has to know. */
interface MovedWallet {
  readonly wallet: Wallet | null;
  readonly rows: Record<string, unknown[]>;
  readonly value: MovedValue | null;
  readonly debt: MovedDebt | null;
}

/** When two files become one, value, contracts and history of both are one client's; the ledger moves it lot by lot. */
@Injectable()
export class MoveWallets implements ClientDataHandler, OnModuleInit {
  readonly name = 'membership';

  constructor(
    private readonly handlers: ClientDataHandlers,
    private readonly ledger: Ledger,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.register(this);
  }

  /** @throws Refusal REFUND_OPEN of the file that closes: what is held for it can go to nobody else */
  async move(tx: Tx, from: string, to: string): Promise<Moved> {
    const now = this.clock.now();
    const wallet = (await walletOf(tx, from)) ?? null;
    if (wallet) {
      const wallets = await lockWallets(tx, [from, to], now);
      if (await openRefundOf(tx, from)) refuse('REFUND_OPEN');
      const [left, stays] = [wallets.get(from), wallets.get(to)];
      if (left && stays) await joinWallets(tx, left, stays);
    }
    // An order that is being paid has its row: this waits for it, and one that comes later credits the file that goes on.
    const rows = await giveRows(tx, from, to, now);
    const moved: MovedWallet = { wallet, rows, ...(await this.#moveValue(tx, from, to)) };
    return { ...moved };
  }

  /** @throws Refusal MERGE_VALUE_SPENT naming what is gone, REFUND_OPEN of the file that went on */
  async moveBack(tx: Tx, from: string, to: string, moved: Moved): Promise<void> {
    const { wallet, rows, value, debt } = moved as Partial<MovedWallet>;
    const now = this.clock.now();
    if (wallet && !(await walletOf(tx, from))) await reopenWallet(tx, wallet, now);
    if (wallet) await lockWallets(tx, [from, to], now);
    if (value && (await openRefundOf(tx, to))) refuse('REFUND_OPEN');
    if (value) await this.#valueBack(tx, from, to, value);
    if (debt) await this.#debtBack(tx, to, debt);
    await takeRowsBack(tx, rows, { from, to });
    if (wallet) for (const id of [from, to]) await setFrozenByFreezes(tx, id);
  }

  async held(reader: Reader, customerId: string): Promise<Held[]> {
    const { principalFen, bonusFen, owedFen } = await valueOf(reader, customerId);
    const money = (what: string, fen: number): Held => ({ what, fen, count: fen > 0 ? 1 : 0 });
    return [
      ...[money('储值本金', principalFen), money('储值赠金', bonusFen), money('欠款', owedFen)],
      await heldRows(reader, '次卡疗程卡', 'package', customerId),
      await heldRows(reader, '签过的协议', 'card_contract', customerId),
    ];
  }

  async #moveValue(tx: Tx, from: string, to: string): Promise<Pick<MovedWallet, 'value' | 'debt'>> {
    const { principalFen, bonusFen, owedFen } = await valueOf(tx, from);
    if (principalFen + bonusFen + owedFen === 0) return { value: null, debt: null };
    const day = await this.#dayOf(tx, from);
    const has = principalFen + bonusFen > 0;
    return {
      value: has ? await this.#moveLots(tx, from, to, day) : null,
      debt: owedFen > 0 ? await this.#moveDebt(tx, { from, to, owedFen }, day) : null,
    };
  }

  async #valueBack(tx: Tx, from: string, to: string, value: MovedValue): Promise<void> {
    const lots = new Map(
      (
        await lotsByIds(
          tx,
          value.lots.map(({ is }) => is),
        )
      ).map((lot) => [lot.id, lot]),
    );
    const spentFen = value.lots.reduce((sum, { is, principalFen, bonusFen }) => {
      const lot = lots.get(is);
      const left = lot?.ownerId === to ? lot.principalLeftFen + lot.bonusLeftFen : 0;
      return sum + Math.max(0, principalFen + bonusFen - left);
    }, 0);
    if (spentFen > 0) refuseSpent('储值', spentFen);
    const { today } = await storeDay(tx, value.storeId, this.clock.now());
    const { txId, entryNo } = await this.ledger.reverse(tx, {
      ...{ txId: value.txId, bizKey: `merge.${value.txId}`, shortfall: 'refuse' },
      ...{ storeId: value.storeId, effectiveOn: today, actor: actorOf(SYSTEM) },
      meta: { title: SPLIT, of: 'join' },
    });
    for (const { was, is } of value.lots) await followLot(tx, is, was);
    const sum = (side: 'principalFen' | 'bonusFen') =>
      value.lots.reduce((all, lot) => all + lot[side], 0);
    await insertTransfer(tx, {
      ...{ id: newId(), fromCustomerId: to, toCustomerId: from, kind: 'join' },
      ...{ storeId: value.storeId, reason: SPLIT, txId, entryNo },
      ...{ principalFen: sum('principalFen'), bonusFen: sum('bonusFen') },
      ...{ byId: SYSTEM.id, byName: SYSTEM.name, createdAt: this.clock.now() },
    });
  }

  async #debtBack(tx: Tx, to: string, { txId, storeId, owedFen }: MovedDebt): Promise<void> {
    const balances = await balancesOf(tx, { kind: 'customer', id: to });
    const owes = balances.find(({ code }) => code === 'CUST_RECEIVABLE')?.balance ?? 0;
    if (owes < owedFen) refuseSpent('已还的欠款', owedFen - owes);
    const { today } = await storeDay(tx, storeId, this.clock.now());
    await this.ledger.reverse(tx, {
      ...{ txId, bizKey: `merge.${txId}`, shortfall: 'refuse', storeId, effectiveOn: today },
      ...{ actor: actorOf(SYSTEM), meta: { title: SPLIT, of: 'join' } },
    });
  }

  /** Of the store that sold what she has; who only owes has it from the store where she came to owe. */
  async #dayOf(tx: Tx, customerId: string): Promise<StoreDay> {
    const [lot] = await lotsOf(tx, { kind: 'customer', id: customerId });
    const storeId =
      lot?.storeId ?? (await lastStoreOf(tx, ofCustomer('CUST_RECEIVABLE', customerId)));
    if (storeId === undefined) throw new Error('value of no store');
    return storeDay(tx, storeId, this.clock.now());
  }

  async #moveLots(
    tx: Tx,
    from: string,
    to: string,
    { storeId, today }: StoreDay,
  ): Promise<MovedValue> {
    const id = newId();
    const moved = await this.ledger.moveLots(tx, {
      ...{ kind: 'transfer', bizKey: id, storeId, effectiveOn: today, actor: actorOf(SYSTEM) },
      ...{ from, to, meta: { title: JOINED, of: 'join', transferId: id } },
    });
    const lots = moved.shares.flatMap(({ lotId: was, ...share }, place): MovedLot[] => {
      const is = moved.lotIds[place];
      return is === undefined ? [] : [{ was, is, ...share }];
    });
    for (const { was, is } of lots) await followLot(tx, was, is);
    const { principalFen, bonusFen, txId, entryNo } = moved;
    await insertTransfer(tx, {
      ...{ id, fromCustomerId: from, toCustomerId: to, kind: 'join', storeId, reason: JOINED },
      ...{ principalFen, bonusFen, txId, entryNo, byId: SYSTEM.id, byName: SYSTEM.name },
      createdAt: this.clock.now(),
    });
    return { txId, storeId, lots };
  }

  async #moveDebt(
    tx: Tx,
    { from, to, owedFen }: { from: string; to: string; owedFen: number },
    { storeId, today }: StoreDay,
  ): Promise<MovedDebt> {
    const [debit, credit] = [
      ofCustomer('CUST_RECEIVABLE', to),
      ofCustomer('CUST_RECEIVABLE', from),
    ];
    const { txId } = await this.ledger.post(tx, {
      ...{ kind: 'debt', bizKey: newId(), storeId, effectiveOn: today, actor: actorOf(SYSTEM) },
      ...{ meta: { title: JOINED, of: 'join' }, legs: [{ debit, credit, amount: owedFen }] },
    });
    return { txId, storeId, owedFen };
  }
}

function refuseSpent(what: string, fen: number): never {
  return refuse('MERGE_VALUE_SPENT', { extras: { spent: [{ what, fen }] } });
}

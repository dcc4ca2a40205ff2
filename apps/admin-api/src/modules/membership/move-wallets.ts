import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Ledger, lastStoreOf, lotsOf, ofCustomer } from '../ledger/index.js';
import { ClientDataHandlers, type ClientDataHandler } from '../../platform/client-data/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { newId } from '../../platform/ids/index.js';
import { valueOf } from './customer-wallets.js';
import { followLot, giveRows, joinWallets } from './data/joined-files.js';
import { openRefundOf } from './data/refunds.js';
import { insertTransfer } from './data/transfers.js';
import { lockWallets, walletOf } from './data/wallets.js';
import { actorOf, storeDay, type By, type StoreDay } from './store-day.js';

const SYSTEM: By = { kind: 'system', id: 'join-files', name: '系统' };
const JOINED = '档案合并';

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
  async move(tx: Tx, from: string, to: string): Promise<void> {
    const now = this.clock.now();
    if (await walletOf(tx, from)) {
      const wallets = await lockWallets(tx, [from, to], now);
      if (await openRefundOf(tx, from)) refuse('REFUND_OPEN');
      const [left, stays] = [wallets.get(from), wallets.get(to)];
      if (left && stays) await joinWallets(tx, left, stays);
    }
    // An order that is being paid has its row: this waits for it, and one that comes later credits the file that goes on.
    await giveRows(tx, from, to, now);
    await this.#moveValue(tx, from, to);
  }

  async #moveValue(tx: Tx, from: string, to: string): Promise<void> {
    const value = await valueOf(tx, from);
    if (value.principalFen + value.bonusFen + value.owedFen === 0) return;
    const day = await this.#dayOf(tx, from);
    if (value.principalFen + value.bonusFen > 0) await this.#moveLots(tx, from, to, day);
    if (value.owedFen > 0) await this.#moveDebt(tx, { from, to, owedFen: value.owedFen }, day);
  }

  /** Of the store that sold what she has; who only owes has it from the store where she came to owe. */
  async #dayOf(tx: Tx, customerId: string): Promise<StoreDay> {
    const [lot] = await lotsOf(tx, { kind: 'customer', id: customerId });
    const storeId =
      lot?.storeId ?? (await lastStoreOf(tx, ofCustomer('CUST_RECEIVABLE', customerId)));
    if (storeId === undefined) throw new Error('value of no store');
    return storeDay(tx, storeId, this.clock.now());
  }

  async #moveLots(tx: Tx, from: string, to: string, { storeId, today }: StoreDay): Promise<void> {
    const id = newId();
    const moved = await this.ledger.moveLots(tx, {
      ...{ kind: 'transfer', bizKey: id, storeId, effectiveOn: today, actor: actorOf(SYSTEM) },
      ...{ from, to, meta: { title: JOINED, of: 'join', transferId: id } },
    });
    for (const [place, share] of moved.shares.entries()) {
      const lotId = moved.lotIds[place];
      if (lotId !== undefined) await followLot(tx, share.lotId, lotId);
    }
    const { principalFen, bonusFen, txId, entryNo } = moved;
    await insertTransfer(tx, {
      ...{ id, fromCustomerId: from, toCustomerId: to, kind: 'join', storeId, reason: JOINED },
      ...{ principalFen, bonusFen, txId, entryNo, byId: SYSTEM.id, byName: SYSTEM.name },
      createdAt: this.clock.now(),
    });
  }

  async #moveDebt(
    tx: Tx,
    { from, to, owedFen }: { from: string; to: string; owedFen: number },
    { storeId, today }: StoreDay,
  ): Promise<void> {
    const [debit, credit] = [
      ofCustomer('CUST_RECEIVABLE', to),
      ofCustomer('CUST_RECEIVABLE', from),
    ];
    await this.ledger.post(tx, {
      ...{ kind: 'debt', bizKey: newId(), storeId, effectiveOn: today, actor: actorOf(SYSTEM) },
      ...{ meta: { title: JOINED, of: 'join' }, legs: [{ debit, credit, amount: owedFen }] },
    });
  }
}

import { Injectable } from '@nestjs/common';
import { CustomerRepository } from '../customers/index.js';
import { balancesOf } from '../ledger/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Reader, Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { openTopUpFen } from './data/top-ups.js';
import { openRefundOf } from './data/refunds.js';
import { lockWallet, lockWallets, type Wallet } from './data/wallets.js';
import { capRoom } from './rules/card-cap.js';

/** What a client has by the ledger, in fen and points. */
export interface Value {
  readonly principalFen: number;
  readonly bonusFen: number;
  readonly heldFen: number;
  readonly points: number;
  readonly owedFen: number;
}

/** A client's value by the ledger. One read. */
export async function valueOf(reader: Reader, customerId: string): Promise<Value> {
  const balances = await balancesOf(reader, { kind: 'customer', id: customerId });
  const of = (code: string) => balances.find((balance) => balance.code === code);
  const [principal, bonus] = [of('SV_PRINCIPAL'), of('SV_BONUS')];
  return {
    principalFen: principal?.balance ?? 0,
    bonusFen: bonus?.balance ?? 0,
    heldFen: (principal?.held ?? 0) + (bonus?.held ?? 0),
    points: of('PTS')?.balance ?? 0,
    owedFen: of('CUST_RECEIVABLE')?.balance ?? 0,
  };
}

/** How much may still be paid onto a client's card, in fen; null without a cap. */
export async function roomOf(
  reader: Reader,
  customerId: string,
  capFen: number | null,
): Promise<number | null> {
  if (capFen === null) return null;
  const { principalFen } = await valueOf(reader, customerId);
  const openFen = await openTopUpFen(reader, customerId);
  return capRoom(capFen, { balanceFen: principalFen, openFen });
}

/** Takes hold of wallets before their money moves. The file first, then the wallet, then the ledger's accounts. */
@Injectable()
export class CustomerWallets {
  constructor(
    private readonly customers: CustomerRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal CLIENT_NOT_FOUND, CLIENT_MERGED */
  async lock(tx: Tx, customerId: string): Promise<Wallet> {
    // A file that is being joined to another waits, so that no value lands on one that is closed.
    await this.customers.lockActive(tx, customerId);
    return lockWallet(tx, customerId, this.clock.now());
  }

  /**
   * A client's wallet together with those of others who have to do with its lots.
   * @throws Refusal CLIENT_NOT_FOUND, CLIENT_MERGED for the client
   */
  async lockAll(tx: Tx, customerId: string, others: readonly string[]): Promise<Wallet> {
    const ids = [...new Set([customerId, ...others])];
    const file = (await this.customers.lock(tx, ids)).get(customerId);
    if (file?.state === 'merged')
      refuse('CLIENT_MERGED', { extras: { mergedInto: file.merged_into } });
    const wallets = await lockWallets(tx, ids, this.clock.now());
    return wallets.get(customerId) ?? refuse('CLIENT_NOT_FOUND');
  }

  /**
   * One whose money may leave.
   * @throws Refusal CLIENT_NOT_FOUND, CLIENT_MERGED, WALLET_FROZEN
   */
  async lockUsable(tx: Tx, customerId: string): Promise<Wallet> {
    const wallet = await this.lock(tx, customerId);
    return wallet.frozen ? refuse('WALLET_FROZEN') : wallet;
  }

  /**
   * Giver and receiver of a transfer. @throws as lockUsable for the giver; CLIENT_NOT_FOUND, CLIENT_MERGED,
   * WALLET_FROZEN for the receiver
   */
  async lockBoth(tx: Tx, giver: string, receiver: string): Promise<Wallet> {
    const files = await this.customers.lock(tx, [giver, receiver]);
    for (const file of files.values()) {
      if (file.state === 'merged')
        refuse('CLIENT_MERGED', { extras: { mergedInto: file.merged_into } });
    }
    const wallets = await lockWallets(tx, [giver, receiver], this.clock.now());
    const found = wallets.get(giver);
    if (!found || [...wallets.values()].some((wallet) => wallet.frozen))
      return refuse('WALLET_FROZEN');
    return found;
  }

  /** @throws Refusal REFUND_OPEN: what is held for it can neither be moved nor undone */
  async requireNoOpenRefund(tx: Tx, customerId: string): Promise<void> {
    const open = await openRefundOf(tx, customerId);
    if (open) refuse('REFUND_OPEN', { extras: { refundId: open.id } });
  }
}

import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { requirePositive } from '../../platform/money/index.js';
import { EntryWriter } from './entry-writer.js';
import { lockAccounts, type AccountState } from './data/accounts.js';
import { holdsByIds, openHoldsOf, type Hold } from './data/holds.js';
import { refuseRepeat } from './data/journal.js';
import { lotsWithMoney } from './data/lots.js';
import type {
  AccountRef,
  Entry,
  EntryHead,
  Json,
  Leg,
  NewHold,
  Posted,
  Spent,
  UsedUnits,
} from './ledger-types.js';
import { ofCustomer } from './ledger-types.js';
import { headOf } from './head-of.js';
import { ReverseEntry, type Reversal, type Reversed } from './reverse-entry.js';
import { requestHash } from './rules/canonical.js';
import { spendLegs, type Buying } from './rules/spend-legs.js';
import { planSpend, spendableAt } from './rules/spend-plan.js';
import { TransferLots, type LotTransfer, type Transferred } from './transfer-lots.js';
import { UseUnits, type UnitsUse } from './use-units.js';

/** A payment out of a client's stored value. */
export interface Spend extends EntryHead {
  readonly customerId: string;
  readonly amountFen: number;
  /** The revenue that is paid, a house account of the store; or what it buys that is kept for her. */
  readonly to: AccountRef | Buying;
  /** Where it is spent: decides which lots are good. */
  readonly atStoreId: string;
}

/** What a client has, read under lock; sides that she never had are empty. */
interface Wallet {
  readonly principal: AccountState | undefined;
  readonly bonus: AccountState | undefined;
  readonly states: Map<number, AccountState>;
}

/** What an account has, under its lock. */
export interface Locked {
  readonly balance: number;
  readonly held: number;
}

/**
 * The only way to change what anyone is owed. Every method works inside the caller's transaction, so that money and
 * what it is for stand or fall together, and an entry of the same kind and business key is never made twice.
 */
@Injectable()
export class Ledger {
  constructor(
    private readonly writer: EntryWriter,
    private readonly reverseEntry: ReverseEntry,
    private readonly transferLots: TransferLots,
    private readonly unitsUse: UseUnits,
  ) {}

  /**
   * Writes an entry whose legs are known.
   * @throws EntryExists for a repeat, Refusal BALANCE_TOO_LOW, HOLD_NOT_OPEN
   */
  post(tx: Tx, entry: Entry): Promise<Posted> {
    return this.writer.write(tx, entry);
  }

  /**
   * Locks accounts before anything else is looked at, such as whether a wallet is frozen: what is read of their owner
   * afterwards stays so until the transaction ends. Answers in the order asked; an account nobody used yet has nothing.
   */
  async lock(tx: Tx, refs: readonly AccountRef[]): Promise<Locked[]> {
    const accounts = await this.writer.findExisting(tx, refs);
    const states = await lockAccounts(
      tx,
      accounts.flatMap((account) => (account?.tracked ? [account.id] : [])),
    );
    return accounts.map((account) => {
      const state = account && states.get(account.id);
      return { balance: state?.balance ?? 0, held: state?.held ?? 0 };
    });
  }

  /**
   * Pays out of stored value: lots good in that store, store-only ones first, then the oldest; each by its spend order.
   * Where another store sold the lot, the two stores owe each other the principal. What buys something that is kept,
   * such as a package, puts its principal into the new lots of the same entry; bonus goes back to its source.
   * @throws EntryExists for a repeat, Refusal BALANCE_TOO_LOW { availableFen }
   */
  async spend(tx: Tx, spend: Spend): Promise<Spent> {
    requirePositive(spend.amountFen);
    const request = spend.request ?? spendRequest(spend);
    const wallet = await this.#wallet(tx, spend.customerId);
    const lots = await lotsWithMoney(tx, spend.customerId);
    const holds = await this.#holdsOf(tx, wallet);
    const spendable = spendableAt(lots, spend.atStoreId, spend.effectiveOn, (lotId) => ({
      principalFen: heldOf(holds, wallet.principal, lotId),
      bonusFen: heldOf(holds, wallet.bonus, lotId),
    }));
    const most = { principalFen: free(wallet.principal), bonusFen: free(wallet.bonus) };
    const parts = planSpend(spendable, spend.amountFen, most);
    if (!parts) {
      // A repeat of a spend that went through must be told so, although its own first send used the money up.
      await refuseRepeat(tx, { ...spend, requestHash: requestHash(request) });
      const availableFen = available(spendable, most);
      return refuse('BALANCE_TOO_LOW', { extras: { availableFen } });
    }
    const posted = await this.writer.write(
      tx,
      { ...headOf(spend), request, ...spendLegs(spend, parts, lots) },
      { locked: wallet.states, fitsLots: true },
    );
    const total = (side: 'principalFen' | 'bonusFen'): number =>
      parts.reduce((sum, part) => sum + part[side], 0);
    return {
      ...posted,
      ...{ parts, principalFen: total('principalFen'), bonusFen: total('bonusFen') },
      left: {
        principalFen: wallet.principal?.balance ?? 0,
        bonusFen: wallet.bonus?.balance ?? 0,
      },
    };
  }

  /** Notes facts that must stay as they are: the journal tells of every later change to them. @throws EntryExists */
  note(tx: Tx, head: EntryHead): Promise<Posted> {
    return this.writer.write(tx, { ...headOf(head), legs: [] });
  }

  /** Keeps an amount from being spent until it is released or captured. @throws as post */
  async hold(tx: Tx, hold: EntryHead & { readonly holds: readonly NewHold[] }): Promise<Posted> {
    return this.writer.write(tx, { ...headOf(hold), legs: [], opensHolds: hold.holds });
  }

  /** Gives held amounts free again. @throws Refusal HOLD_NOT_OPEN, EntryExists */
  async releaseHold(
    tx: Tx,
    release: EntryHead & { readonly holdIds: readonly number[] },
  ): Promise<Posted> {
    const closesHolds = release.holdIds.map((holdId) => ({ holdId, as: 'released' as const }));
    return this.writer.write(tx, { ...headOf(release), legs: [], closesHolds });
  }

  /** Frees held amounts and moves them in the same breath, so that nobody gets in between. @throws as post */
  async captureHold(
    tx: Tx,
    capture: EntryHead & { readonly holdIds: readonly number[]; readonly legs: readonly Leg[] },
  ): Promise<Posted> {
    const closesHolds = capture.holdIds.map((holdId) => ({ holdId, as: 'captured' as const }));
    return this.writer.write(tx, { ...headOf(capture), legs: capture.legs, closesHolds });
  }

  /**
   * Undoes an entry by its full mirror, once. What was used up already is either refused or becomes her debt.
   * @throws EntryExists, Refusal LEDGER_TX_NOT_FOUND, LEDGER_ALREADY_REVERSED, LEDGER_NOT_REVERSIBLE, BALANCE_TOO_LOW
   */
  reverse(tx: Tx, reversal: Reversal): Promise<Reversed> {
    return this.reverseEntry.run(tx, reversal);
  }

  /**
   * Moves stored value from one client to another lot by lot: each keeps its store, its date and its rules.
   * @throws EntryExists, Refusal BALANCE_TOO_LOW
   */
  moveLots(tx: Tx, transfer: LotTransfer): Promise<Transferred> {
    return this.transferLots.run(tx, transfer);
  }

  /**
   * Uses points, coupons or sessions up: of the lots that are good that day those that lapse first, then the oldest.
   * @throws EntryExists for a repeat, Refusal BALANCE_TOO_LOW { available }
   */
  useUnits(tx: Tx, use: UnitsUse): Promise<UsedUnits> {
    return this.unitsUse.run(tx, use);
  }

  /** The hold, to know its amount and whether it is open. */
  async holdById(tx: Tx, holdId: number): Promise<Hold | undefined> {
    return (await holdsByIds(tx, [holdId]))[0];
  }

  async #wallet(tx: Tx, customerId: string): Promise<Wallet> {
    const refs = [ofCustomer('SV_PRINCIPAL', customerId), ofCustomer('SV_BONUS', customerId)];
    const accounts = await this.writer.findExisting(tx, refs);
    const states = await lockAccounts(
      tx,
      accounts.flatMap((account) => account?.id ?? []),
    );
    const [principal, bonus] = accounts.map((account) => account && states.get(account.id));
    return { principal, bonus, states };
  }

  async #holdsOf(tx: Tx, { states }: Wallet): Promise<Hold[]> {
    const held = [...states.values()].filter((state) => state.held > 0);
    return openHoldsOf(
      tx,
      held.map((state) => state.id),
    );
  }
}

/** @throws Error for a purchase that does not say what is asked for: its legs follow from what the lots gave */
function spendRequest({ customerId, amountFen, atStoreId, to }: Spend): Json {
  if (typeof to === 'function') throw new Error('a purchase names its request');
  const revenue = { code: to.code, storeId: to.storeId ?? null };
  return { ...{ customerId, amountFen, atStoreId }, to: revenue };
}

const heldOf = (holds: readonly Hold[], account: AccountState | undefined, lotId: number): number =>
  holds
    .filter((hold) => hold.accountId === account?.id && hold.lotId === lotId)
    .reduce((sum, hold) => sum + hold.amount, 0);

function free(state: AccountState | undefined): number {
  return state ? state.balance - state.held : 0;
}

/** How much one spend could take at most. */
function available(
  spendable: readonly { readonly principalFen: number; readonly bonusFen: number }[],
  most: { readonly principalFen: number; readonly bonusFen: number },
): number {
  const sum = (side: 'principalFen' | 'bonusFen'): number =>
    Math.min(
      most[side],
      spendable.reduce((all, lot) => all + lot[side], 0),
    );
  return sum('principalFen') + sum('bonusFen');
}

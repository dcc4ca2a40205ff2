import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { requirePositive } from '../../platform/money/index.js';
import type { Account, AccountState } from './data/accounts.js';
import { lockAccounts } from './data/accounts.js';
import { openHoldsOf } from './data/holds.js';
import { refuseRepeat } from './data/journal.js';
import { lotsWithUnits } from './data/lots.js';
import { EntryWriter } from './entry-writer.js';
import { headOf } from './head-of.js';
import type { AccountRef, EntryHead, Lot, UsedUnits } from './ledger-types.js';
import { requestHash } from './rules/canonical.js';
import { planUnits, usableOn, type UsableLot } from './rules/units-plan.js';

/** Points, coupons or sessions that leave an account. */
export interface UnitsUse extends EntryHead {
  /** Whose units: an account that is counted in lots of units. */
  readonly from: AccountRef;
  readonly amount: number;
  /** Where they go; an account of the house, or another of the same owner. */
  readonly to: AccountRef;
}

/** Uses units up lot by lot: those that lapse first, then the oldest. */
@Injectable()
export class UseUnits {
  constructor(private readonly writer: EntryWriter) {}

  /** @throws EntryExists, Refusal BALANCE_TOO_LOW { available } when fewer are good on that day */
  async run(tx: Tx, use: UnitsUse): Promise<UsedUnits> {
    requirePositive(use.amount);
    const request = use.request ?? {
      ...{ amount: use.amount, from: { ...use.from }, to: { ...use.to } },
    };
    const [account] = await this.writer.findExisting(tx, [use.from]);
    const locked = account ? await lockAccounts(tx, [account.id]) : new Map<number, AccountState>();
    const state = account && locked.get(account.id);
    const usable = account && state ? await this.#usable(tx, use, account, state) : [];
    const most = state ? state.balance - state.held : 0;
    const parts = planUnits(usable, use.amount, most);
    if (!parts) {
      // A repeat of a use that went through must be told so, although its own first send used the units up.
      await refuseRepeat(tx, { ...use, requestHash: requestHash(request) });
      const there = usable.reduce((sum, { units }) => sum + units, 0);
      return refuse('BALANCE_TOO_LOW', {
        extras: { account: use.from.code, available: Math.min(most, there) },
      });
    }
    const legs = parts.map(({ lotId, units }) => ({
      ...{ debit: use.from, credit: use.to, amount: units, lot: { id: lotId } },
    }));
    const posted = await this.writer.write(
      tx,
      { ...headOf(use), request, legs },
      { locked, fitsLots: true },
    );
    return { ...posted, parts, left: state?.balance ?? 0 };
  }

  /** Lots stand still under their account's lock. */
  async #usable(
    tx: Tx,
    use: UnitsUse,
    account: Account,
    state: AccountState,
  ): Promise<UsableLot[]> {
    if (account.lotPart !== 'units') throw new Error(`${account.code} is not counted in units`);
    const owner = { kind: account.ownerKind as Lot['ownerKind'], id: account.ownerId };
    const lots = await lotsWithUnits(tx, owner, account.id);
    const holds = state.held > 0 ? await openHoldsOf(tx, [account.id]) : [];
    return usableOn(lots, use.effectiveOn, (lotId) =>
      holds.filter((hold) => hold.lotId === lotId).reduce((sum, hold) => sum + hold.amount, 0),
    );
  }
}

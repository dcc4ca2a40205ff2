import { Injectable } from '@nestjs/common';
import { Ledger } from '../../ledger/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import type { Package } from './data/packages.js';
import { takenOnDay } from './data/reservations.js';
import {
  candidatesFor,
  freePlace,
  type Candidate,
  type SessionWish,
} from './rules/best-session.js';
import { sessionsOf } from './rules/sale-legs.js';

/** An item that has a session for it. */
export interface Chosen extends Candidate {
  /** Which of the day's uses of a card by time; null where they are not counted. */
  readonly dayNo: number | null;
}

/** Finds the session that covers a service. The client's packages are locked. */
@Injectable()
export class ChooseSession {
  constructor(private readonly ledger: Ledger) {}

  /** @throws Refusal SESSION_NOT_AVAILABLE with `line` where it is one of several, PACKAGE_FROZEN for one that rests */
  async execute(
    tx: Tx,
    packs: readonly Package[],
    wish: SessionWish & { readonly line?: number },
  ): Promise<Chosen> {
    for (const candidate of candidatesFor(packs, wish)) {
      const dayNo = await this.#placeIn(tx, candidate, wish);
      if (dayNo !== undefined) return { ...candidate, dayNo };
    }
    const rests = packs.some(
      (pack) => pack.frozenOn !== null && pack.items.some((item) => item.id === wish.useSession),
    );
    const extras = wish.line === undefined ? {} : { line: wish.line };
    return refuse(rests ? 'PACKAGE_FROZEN' : 'SESSION_NOT_AVAILABLE', { extras });
  }

  /** Undefined where nothing is left. */
  async #placeIn(
    tx: Tx,
    { pack, item }: Candidate,
    { day }: SessionWish,
  ): Promise<number | null | undefined> {
    if (pack.kind === 'time') return freePlace(await takenOnDay(tx, item.id, day), pack.usesPerDay);
    const [state] = await this.ledger.lock(tx, [sessionsOf(item.id, 'SES_AVAIL')]);
    return state && state.balance - state.held > 0 ? null : undefined;
  }
}

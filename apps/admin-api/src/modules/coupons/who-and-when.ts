import { storeById } from '../stores/index.js';
import { principalKey, type Principal } from '../../platform/auth/index.js';
import { addDays, instantOf, localDate, type LocalDate } from '../../platform/clock/index.js';
import type { Reader } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import type { Actor } from '../ledger/index.js';

/** Who acts, as history and the ledger keep it. */
export interface By extends Actor {
  /** As staff read it; a client's name stays in her file. */
  readonly name: string;
}

export function byOf(principal: Principal): By {
  const id = principalKey(principal).slice(principal.kind.length + 1);
  const name =
    principal.kind === 'staff' ? principal.name : principal.kind === 'client' ? '顾客' : '系统';
  return { kind: principal.kind, id, name };
}

/** What the ledger keeps of who acted. */
export const actorOf = ({ kind, id }: By): Actor => ({ kind, id });

/** A store and the business day that it is there. */
export interface StoreDay {
  readonly storeId: string;
  readonly timeZone: string;
  readonly today: LocalDate;
}

/** @throws Refusal STORE_NOT_FOUND */
export async function storeDay(reader: Reader, storeId: string, now: Date): Promise<StoreDay> {
  const { timeZone } = (await storeById(reader, storeId)) ?? refuse('STORE_NOT_FOUND');
  return { storeId, timeZone, today: localDate(now, timeZone) };
}

/** The instant at which a day is over. */
export const endOf = (day: LocalDate, timeZone: string): Date =>
  instantOf(addDays(day, 1), 0, timeZone);

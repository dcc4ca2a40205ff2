import { storeById } from '../stores/index.js';
import { principalKey, type Principal } from '../../platform/auth/index.js';
import { localDate, type LocalDate } from '../../platform/clock/index.js';
import type { Reader } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import type { Actor } from '../ledger/index.js';

/** A store and the business day that it is there. */
export interface StoreDay {
  readonly storeId: string;
  readonly name: string;
  readonly timeZone: string;
  readonly today: LocalDate;
}

/** @throws Refusal STORE_NOT_FOUND */
export async function storeDay(reader: Reader, storeId: string, now: Date): Promise<StoreDay> {
  const store = (await storeById(reader, storeId)) ?? refuse('STORE_NOT_FOUND');
  const { name, timeZone } = store;
  return { storeId, name, timeZone, today: localDate(now, timeZone) };
}

/** Who acts, as rows and the ledger keep it. */
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

/** The line of a bill that sells something. */
export interface OnBill {
  readonly billId: string;
  readonly line: number;
}

/** What the ledger keeps of who acted. */
export const actorOf = ({ kind, id }: By): Actor => ({ kind, id });

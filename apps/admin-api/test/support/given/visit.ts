import { randomUUID } from 'node:crypto';
import type { components } from '@yance/shared-types';
import type { Answer, TestApi } from '../an-api.js';
import { aClient } from '../people.js';
import type { Reachable } from '../wire.js';
import { aService } from './service.js';
import { aStore, type GivenStore } from './store.js';
import { aTherapist, type GivenTherapist } from './therapist.js';

export type Visit = components['schemas']['VisitDto'];
export type StaffVisit = components['schemas']['StaffVisitDto'];

/** A Monday, 10:00 in Shanghai: the time at which the tests of booking begin. */
export const MONDAY_TEN = new Date('2026-11-23T02:00:00Z');
export const TODAY = '2026-11-23';
export const TOMORROW = '2026-11-24';

/** A signed-in client. */
export type GivenClient = Awaited<ReturnType<typeof aClient>>;

/** A wish as the phone sends it. */
export interface Wish {
  readonly storeId: string;
  readonly start: string;
  readonly services: readonly { readonly serviceId: string; readonly staffId?: string }[];
  readonly note?: string;
}

/** A key that no other call has. */
export const aKey = (): string => randomUUID();

/** Sends a booking; with `key`, as that call. */
export function book(api: Reachable, token: string, wish: Wish, key = aKey()): Promise<Answer> {
  const headers = { 'idempotency-key': key };
  return api.call('/client/appointments', { token, body: wish, headers });
}

/** The stable code of a refusal; undefined of an answer that is none. */
export function codeOf(answer: Answer): string | undefined {
  return (answer.body as { code?: string } | undefined)?.code;
}

/** How often each outcome came: the code of a refusal, else the status. */
export function tally(answers: readonly Answer[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const answer of answers) {
    const outcome = codeOf(answer) ?? String(answer.status);
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
  return counts;
}

/** A store with one therapist and one service of an hour. */
export interface Salon {
  readonly store: GivenStore;
  readonly therapist: GivenTherapist;
  readonly serviceId: string;
  /** A wish for the service; for the therapist, unless told to be for anybody. */
  wish(start: string, staffId?: string | null): Wish;
}

export async function aSalon(
  api: TestApi,
  change: {
    readonly store?: Parameters<typeof aStore>[1];
    readonly therapist?: Parameters<typeof aTherapist>[2];
    readonly service?: Parameters<typeof aService>[2];
  } = {},
): Promise<Salon> {
  const store = await aStore(api, change.store);
  const therapist = await aTherapist(api, store, change.therapist);
  const serviceId = await aService(api, store, change.service);
  const wish = (start: string, staffId: string | null = therapist.staffId): Wish => ({
    storeId: store.id,
    start,
    services: [staffId === null ? { serviceId } : { serviceId, staffId }],
  });
  return { store, therapist, serviceId, wish };
}

/** A visit that was booked from a phone. @throws Error with the refusal when it was not */
export async function aVisit(
  api: TestApi,
  salon: Salon,
  start: string,
  client?: GivenClient,
): Promise<{ readonly visit: Visit; readonly client: GivenClient }> {
  const who = client ?? (await aClient(api));
  const answer = await book(api, who.token, salon.wish(start));
  if (answer.status !== 201) throw new Error(`not booked: ${JSON.stringify(answer.body)}`);
  return { visit: answer.body as Visit, client: who };
}

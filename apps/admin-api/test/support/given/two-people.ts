import { randomUUID } from 'node:crypto';
import type { Answer } from '../an-api.js';
import { PASSWORD } from '../people.js';
import type { Reachable } from '../wire.js';

/** Who answers for an exception, and why. */
export interface SecondPerson {
  readonly username: string;
  readonly password?: string;
  readonly reason?: string;
}

/** Whose screen she stands at. */
export interface Counter {
  readonly api: Reachable;
  readonly desk: { readonly token: string };
}

interface Stopped {
  readonly seen?: string;
  readonly look?: { readonly clientId: string; readonly sealed: string } | null;
}

/** What nobody was ever shown. */
export const SEEN_NOTHING = 'n'.repeat(43);

/** The second person looks in full at what a refusal found. */
export function looksAt(
  { api, desk }: Counter,
  refused: Answer,
  { username, password = PASSWORD }: SecondPerson,
): Promise<Answer> {
  const { seen, look } = refused.body as Stopped;
  if (!look) throw new Error('there is nothing to look at');
  return api.call(`/staff/clients/${look.clientId}/care-looks`, {
    ...{ token: desk.token, headers: { 'idempotency-key': randomUUID() } },
    body: { seen, sealed: look.sealed, approver: { username, password } },
  });
}

/** An exception for what a refusal found, after the second person looked at it where there is more than plain words. */
export async function exceptionFor(counter: Counter, refused: Answer, second: SecondPerson) {
  const { username, password = PASSWORD, reason = '上周在别的门店做过，没有反应' } = second;
  const { seen = SEEN_NOTHING, look } = refused.body as Stopped;
  const shown = look ? (await looksAt(counter, refused, second)).body : {};
  const { looked } = shown as { looked?: string };
  return { override: { reason, approver: { username, password }, seen, looked } };
}

/**
 * Does what her health speaks against as two people would: it is refused, they see what was found, and answer for it.
 * @throws Error when it was not refused
 */
export async function byTwo(
  counter: Counter,
  send: (more: object) => Promise<Answer>,
  second: SecondPerson,
): Promise<Answer> {
  const refused = await send({});
  if (refused.status < 400) throw new Error(`nothing was refused: ${refused.status}`);
  return send(await exceptionFor(counter, refused, second));
}

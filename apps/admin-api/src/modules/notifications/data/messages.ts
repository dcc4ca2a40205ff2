import {
  insertSql,
  isDuplicateKey,
  placeholders,
  toSafeInteger,
  type Reader,
  type Tx,
} from '../../../platform/database/index.js';

/** How a client is told; `none` where there was no way, or it came to none. */
export type MessageChannel = 'subscribe' | 'sms' | 'call' | 'none';

/**
 * `sending` before anybody is asked to deliver; `sent`; `not_allowed` the client gave no consent or cannot be reached so;
 * `failed` refused for another reason, or to be tried again; `unknown` the answer was lost, and a second try could send
 * it twice; `withheld` she said no or it was too late before it went out. A call: `to_call`, then `called`.
 */
export type MessageState =
  | 'sending'
  | 'sent'
  | 'not_allowed'
  | 'failed'
  | 'unknown'
  | 'withheld'
  | 'to_call'
  | 'called';

export interface Message {
  readonly id: string;
  readonly kind: string;
  readonly channel: MessageChannel;
  readonly state: MessageState;
  readonly reason: string | null;
  readonly updatedAt: Date;
}

export interface NewMessage {
  readonly id: string;
  /** What it is about; two messages with one key are one message. */
  readonly key: string;
  readonly customerId: string;
  /** Null where it is not about a visit. */
  readonly appointmentId: string | null;
  /** What it is about that is no visit, such as a coupon. */
  readonly aboutId?: string;
  /** What had it sent, such as an automation. */
  readonly sentForId?: string;
  /** Whose desk calls; only a call has one. */
  readonly storeId?: string;
  readonly kind: string;
  readonly channel: Message['channel'];
  readonly state: MessageState;
  readonly reason: string | null;
  readonly at: Date;
}

const COLUMNS = [
  ...['id', 'message_key', 'customer_id', 'appointment_id', 'about_id', 'sent_for_id', 'store_id'],
  ...['kind', 'channel', 'state', 'reason', 'created_at', 'updated_at'],
];

/** Writes a message down. False when one with this key is there already. */
export async function insertMessage(tx: Tx, message: NewMessage): Promise<boolean> {
  const { id, key, customerId, appointmentId, kind, channel, state, reason, at } = message;
  const { aboutId = null, sentForId = null, storeId = null } = message;
  const values = [
    ...[id, key, customerId, appointmentId, aboutId, sentForId, storeId],
    ...[kind, channel, state, reason, at, at],
  ];
  try {
    await tx.run(insertSql('message', COLUMNS, 1), values);
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

/** Locks the message of a key. */
export function lockMessage(tx: Tx, key: string): Promise<{ state: MessageState } | undefined> {
  return tx.row<{ state: MessageState }>(
    'SELECT state FROM message WHERE message_key = ? FOR UPDATE',
    [key],
  );
}

export async function setMessageState(
  tx: Tx,
  key: string,
  next: { readonly state: MessageState; readonly reason: string | null; readonly at: Date },
): Promise<void> {
  const sql = 'UPDATE message SET state = ?, reason = ?, updated_at = ? WHERE message_key = ?';
  await tx.run(sql, [next.state, next.reason, next.at, key]);
}

/** How the messages of these keys stand; those that are not there are left out. By the unique key. */
export async function messagesOfKeys(
  reader: Reader,
  keys: readonly string[],
): Promise<Pick<Message & { messageKey: string }, 'messageKey' | 'channel' | 'state'>[]> {
  if (keys.length === 0) return [];
  return reader.rows(
    `SELECT message_key AS messageKey, channel, state FROM message
     WHERE message_key IN (${placeholders(keys)})`,
    keys,
  );
}

/** A message, with who called where it is a call. */
export interface CalledMessage extends Message {
  /** How often the desk called. */
  readonly tries: number;
  readonly doneByName: string | null;
}

/** The messages about a visit, oldest first. */
export function messagesOfVisit(reader: Reader, appointmentId: string): Promise<CalledMessage[]> {
  const sql = `SELECT id, kind, channel, state, reason, tries, done_by_name AS doneByName,
                 updated_at AS updatedAt
               FROM message WHERE appointment_id = ? ORDER BY created_at, id`;
  return reader.rows<CalledMessage>(sql, [appointmentId]);
}

/** How many messages about a store's visits that begin in a stretch of time came to what. */
export async function fatesOfVisits(
  reader: Reader,
  storeId: string,
  from: Date,
  until: Date,
): Promise<FateCount[]> {
  const rows = await reader.rows<CountRow>(
    `SELECT m.channel, m.state, COUNT(*) AS n
     FROM appointment a JOIN message m ON m.appointment_id = a.id
     WHERE a.store_id = ? AND a.starts_at >= ? AND a.starts_at < ?
     GROUP BY m.channel, m.state ORDER BY m.channel, m.state`,
    [storeId, from, until],
  );
  return rows.map(toCount);
}

/** A message about a thing. */
export interface MessageAbout extends CalledMessage {
  readonly aboutId: string;
}

/** The messages about these things, in the order in which they were tried. */
export async function messagesAbout(
  reader: Reader,
  aboutIds: readonly string[],
): Promise<MessageAbout[]> {
  if (aboutIds.length === 0) return [];
  return reader.rows<MessageAbout>(
    `SELECT id, about_id AS aboutId, kind, channel, state, reason, tries, done_by_name AS doneByName,
       updated_at AS updatedAt
     FROM message WHERE about_id IN (${placeholders(aboutIds)}) ORDER BY about_id, created_at, id`,
    aboutIds,
  );
}

export interface FateCount {
  readonly channel: MessageChannel;
  readonly state: MessageState;
  readonly count: number;
}

/** How many messages that something had sent came to what. */
export async function fatesOf(reader: Reader, sentForId: string): Promise<FateCount[]> {
  const rows = await reader.rows<CountRow>(
    `SELECT channel, state, COUNT(*) AS n FROM message WHERE sent_for_id = ?
     GROUP BY channel, state ORDER BY channel, state`,
    [sentForId],
  );
  return rows.map(toCount);
}

type CountRow = Omit<FateCount, 'count'> & { n: unknown };
const toCount = ({ channel, state, n }: CountRow): FateCount => ({
  ...{ channel, state, count: toSafeInteger(n) },
});

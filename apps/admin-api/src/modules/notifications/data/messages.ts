import {
  insertSql,
  isDuplicateKey,
  type Reader,
  type Tx,
} from '../../../platform/database/index.js';

/**
 * `sending` before WeChat is asked; `sent`; `not_allowed` the client gave no consent; `failed` refused for another
 * reason, or to be tried again; `unknown` the answer was lost, and a second try could send it twice.
 */
export type MessageState = 'sending' | 'sent' | 'not_allowed' | 'failed' | 'unknown';

export interface Message {
  readonly id: string;
  readonly kind: string;
  readonly channel: 'subscribe' | 'none';
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
  readonly kind: string;
  readonly channel: Message['channel'];
  readonly state: MessageState;
  readonly reason: string | null;
  readonly at: Date;
}

const COLUMNS = [
  'id',
  'message_key',
  'customer_id',
  'appointment_id',
  'kind',
  'channel',
  'state',
  'reason',
  'created_at',
  'updated_at',
];

/** Writes a message down. False when one with this key is there already. */
export async function insertMessage(tx: Tx, message: NewMessage): Promise<boolean> {
  const { id, key, customerId, appointmentId, kind, channel, state, reason, at } = message;
  const values = [id, key, customerId, appointmentId, kind, channel, state, reason, at, at];
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

/** The messages about a visit, oldest first. */
export function messagesOfVisit(reader: Reader, appointmentId: string): Promise<Message[]> {
  const sql = `SELECT id, kind, channel, state, reason, updated_at AS updatedAt
               FROM message WHERE appointment_id = ? ORDER BY created_at, id`;
  return reader.rows<Message>(sql, [appointmentId]);
}

import { PayMessageRefused } from './pay-errors.js';
import {
  FactsMissing,
  membersOf,
  readRefund,
  readTransaction,
  text,
  type RefundFacts,
  type TransactionFacts,
} from './pay-facts.js';
import type { PayKeyRing } from './pay-key-ring.js';
import type { PaySecrets } from './pay-secrets.js';
import { openResource, requireFresh, requireSignature, signedMessage } from './pay-signature.js';

/** What WeChat told us, proved to be WeChat's. */
export type PayNotification = {
  /** WeChat's own id of the event; the same when it is sent again. */
  readonly id: string;
  /** TRANSACTION.SUCCESS, REFUND.SUCCESS, REFUND.ABNORMAL, REFUND.CLOSED. */
  readonly eventType: string;
  readonly keySerial: string;
} & (
  | { readonly kind: 'transaction'; readonly transaction: TransactionFacts }
  | { readonly kind: 'refund'; readonly refund: RefundFacts }
);

interface Received {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
  readonly ring: PayKeyRing;
  readonly secrets: PaySecrets;
  readonly now: Date;
}

/**
 * Checks, cheapest first, and opens a notification.
 * @throws PayMessageRefused
 */
export async function readNotification(received: Received): Promise<PayNotification> {
  const { headers, body, ring, secrets, now } = received;
  const message = signedMessage(headers, body);
  requireFresh(message, now);
  const key = await ring.keyOf(message.serial, now);
  if (!key) throw new PayMessageRefused('serial');
  requireSignature(message, key);
  try {
    return opened(message.serial, JSON.parse(body.toString('utf8')), secrets);
  } catch (error) {
    if (error instanceof FactsMissing || error instanceof SyntaxError) {
      throw new PayMessageRefused('shape');
    }
    throw error;
  }
}

function opened(keySerial: string, value: unknown, secrets: PaySecrets): PayNotification {
  const event = membersOf(value, 'event');
  const id = text(event, 'id');
  const eventType = text(event, 'event_type');
  // It becomes a key of ours.
  if (!/^[\w-]{1,64}$/.test(id)) throw new PayMessageRefused('shape');
  const resource = membersOf(event['resource'], 'resource');
  const facts: unknown = JSON.parse(openResource(resource, secrets.current().apiV3Keys));
  const head = { id, eventType, keySerial };
  if (eventType === 'TRANSACTION.SUCCESS') {
    return { ...head, kind: 'transaction', transaction: readTransaction(facts) };
  }
  const refund = readRefund(facts);
  // The sealed part counts, and the open one has to say the same.
  if (eventType !== `REFUND.${refund.status}`) throw new PayMessageRefused('shape');
  return { ...head, kind: 'refund', refund };
}

import { randomBytes } from 'node:crypto';

import type { SignatureFault } from '../../faults/fault.js';
import type { Outcome } from '../../http/outcome.js';
import type { KeyRing } from '../keys/key-ring.js';
import { unknownSerial } from '../notify/letter.js';
import { answerMessage } from './authorization.js';

const STALE_SECONDS = 600;
const SIGNED = ['Timestamp', 'Nonce', 'Signature', 'Serial', 'Signature-Type'];

/** Signs an answer as WeChat Pay does; the body of a 204 counts as an empty line. */
export function signed(outcome: Outcome, keys: KeyRing, serial: string, now: Date): Outcome {
  return withSignature(outcome, serial, now, (message) => keys.sign(message, serial));
}

/** The number of a call, which every answer carries; it ends with what went wrong. */
export function requestId(tail: string): string {
  return `08${randomBytes(14).toString('hex').toUpperCase()}-${tail}`;
}

/** The answer with a signature that must not be believed, or a body that was changed after it. */
export function forged(kind: SignatureFault, outcome: Outcome, keys: KeyRing, now: Date): Outcome {
  const serial = outcome.headers?.['Wechatpay-Serial'] ?? unknownSerial();
  switch (kind) {
    case 'otherKey':
      return withSignature(outcome, serial, now, (message) => keys.signAsStranger(message));
    case 'unknownSerial':
      return withSignature(outcome, unknownSerial(), now, (message) =>
        keys.signAsStranger(message),
      );
    case 'stale': {
      const then = new Date(now.getTime() - STALE_SECONDS * 1000);
      return withSignature(outcome, serial, then, (message) => keys.sign(message, serial));
    }
    case 'unsigned': {
      const names = SIGNED.map((name) => `Wechatpay-${name}`);
      const kept = Object.entries(outcome.headers ?? {}).filter(([name]) => !names.includes(name));
      return { ...outcome, headers: Object.fromEntries(kept) };
    }
    case 'tamper':
      // Still the same JSON, in other bytes.
      return { ...outcome, body: `${outcome.body.toString()} ` };
  }
}

function withSignature(
  outcome: Outcome,
  serial: string,
  now: Date,
  sign: (message: string) => string,
): Outcome {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const nonce = randomBytes(16).toString('hex');
  const signature = sign(answerMessage(timestamp, nonce, outcome.body.toString()));
  return {
    ...outcome,
    headers: {
      ...outcome.headers,
      'Wechatpay-Timestamp': timestamp,
      'Wechatpay-Nonce': nonce,
      'Wechatpay-Signature': signature,
      'Wechatpay-Serial': serial,
      'Wechatpay-Signature-Type': 'WECHATPAY2-SHA256-RSA2048',
    },
  };
}

import { randomBytes, sign, type KeyObject } from 'node:crypto';

import { contextTag, der, oid, utcTime } from './der.js';

const FIVE_YEARS_MS = 5 * 365 * 86_400_000;

/** A certificate and the number under which WeChat Pay calls it: 40 upper-case hex digits. */
export interface Certificate {
  readonly serial: string;
  readonly pem: string;
  readonly from: Date;
  readonly until: Date;
}

/** Makes a self-signed X.509 v3 certificate for an RSA pair, good for five years like the real ones. */
export function selfSigned(
  pair: { readonly publicKey: KeyObject; readonly privateKey: KeyObject },
  commonName: string,
  from: Date,
): Certificate {
  const serial = newSerial();
  const start = new Date(Math.floor(from.getTime() / 1000) * 1000);
  const until = new Date(start.getTime() + FIVE_YEARS_MS);
  const algorithm = der('sequence', oid('1.2.840.113549.1.1.11'), der('null'));
  const name = der(
    'sequence',
    attribute('2.5.4.6', der('printable', Buffer.from('CN'))),
    attribute('2.5.4.10', der('utf8', Buffer.from('Yance WeChat Sandbox'))),
    attribute('2.5.4.3', der('utf8', Buffer.from(commonName))),
  );
  const body = der(
    'sequence',
    contextTag(0, der('integer', Buffer.from([2]))),
    der('integer', serial),
    algorithm,
    name,
    der('sequence', utcTime(start), utcTime(until)),
    name,
    pair.publicKey.export({ type: 'spki', format: 'der' }),
  );
  const signature = sign('RSA-SHA256', body, pair.privateKey);
  const whole = der(
    'sequence',
    body,
    algorithm,
    der('bitString', Buffer.concat([Buffer.from([0]), signature])),
  );
  return { serial: serial.toString('hex').toUpperCase(), pem: pemOf(whole), from: start, until };
}

/** Twenty bytes whose first bit is 0 and first byte is not: written the same by every tool. */
function newSerial(): Buffer {
  const serial = randomBytes(20);
  serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40;
  return serial;
}

function attribute(type: string, value: Buffer): Buffer {
  return der('set', der('sequence', oid(type), value));
}

function pemOf(bytes: Buffer): string {
  const lines = bytes.toString('base64').replace(/.{64}/g, '$&\n').trimEnd();
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
}

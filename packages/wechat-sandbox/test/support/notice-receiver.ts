import { createDecipheriv, createVerify } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Merchant } from '../../src/index.js';

export interface ReceivedNotice {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A merchant's server for notifications. */
export class NoticeReceiver {
  readonly received: ReceivedNotice[] = [];
  /** What it answers; null: nothing at all, ever. */
  status: number | null = 204;
  private readonly server: Server;

  constructor() {
    this.server = createServer((request, response) => {
      let body = '';
      request.on('data', (part: Buffer) => (body += part.toString()));
      request.on('end', () => {
        this.received.push({ path: request.url ?? '', headers: request.headers, body });
        if (this.status === null) return;
        response.writeHead(this.status).end();
      });
    });
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

/** The public side of every key that WeChat Pay signs with, by serial; written apart from the sandbox's own code. */
export function verifyingKeys(merchant: Merchant): Record<string, string> {
  const certificates = merchant.certificates.map((each) => [each.serial, each.certificatePem]);
  return { [merchant.publicKeyId]: merchant.publicKeyPem, ...Object.fromEntries(certificates) };
}

/** Whether the signature of an answer or a notification is that of the key it names. */
export function isGenuine(
  keys: Record<string, string>,
  headers: Readonly<Record<string, unknown>>,
  body: string,
): boolean {
  const of = (name: string): string => String(headers[`wechatpay-${name}`]);
  const key = keys[of('serial')];
  if (key === undefined) return false;
  return createVerify('RSA-SHA256')
    .update(`${of('timestamp')}\n${of('nonce')}\n${body}\n`)
    .verify(key, of('signature'), 'base64');
}

interface Sealed {
  readonly ciphertext: string;
  readonly nonce: string;
  readonly associated_data?: string;
}

/** The text that was sealed. @throws Error when it was tampered with, or sealed with another key */
export function openText(sealed: Sealed, apiV3Key: string): string {
  const bytes = Buffer.from(sealed.ciphertext, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', apiV3Key, sealed.nonce);
  decipher.setAuthTag(bytes.subarray(-16));
  decipher.setAAD(Buffer.from(sealed.associated_data ?? ''));
  return decipher.update(bytes.subarray(0, -16), undefined, 'utf8') + decipher.final('utf8');
}

/** The content of a sealed resource. @throws Error as above */
export function openResource(sealed: Sealed, apiV3Key: string): Record<string, unknown> {
  return JSON.parse(openText(sealed, apiV3Key)) as Record<string, unknown>;
}

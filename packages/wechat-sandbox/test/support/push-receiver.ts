import { createDecipheriv, createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export const TOKEN = 'AAAAA';
export const AES_KEY = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG';

export interface Received {
  readonly query: Readonly<Record<string, string>>;
  readonly contentType: string;
  readonly body: string;
}

/** An app's server for message push, with checks written apart from the sandbox's own. */
export class PushReceiver {
  readonly received: Received[] = [];
  /** What it answers to a POST: a body, a status, or (null) nothing at all. */
  answer: string | number | null = 'success';
  echoes = true;
  private readonly server: Server;

  constructor() {
    this.server = createServer((request, response) => {
      const url = new URL(request.url ?? '/', 'http://receiver');
      const query = Object.fromEntries(url.searchParams);
      if (request.method === 'GET') {
        const genuine = query['signature'] === sha1(TOKEN, query['timestamp'], query['nonce']);
        response.end(this.echoes && genuine ? query['echostr'] : 'no');
        return;
      }
      let body = '';
      request.on('data', (part: Buffer) => (body += part.toString()));
      request.on('end', () => {
        this.received.push({ query, contentType: request.headers['content-type'] ?? '', body });
        if (this.answer === null) return;
        if (typeof this.answer === 'number') response.statusCode = this.answer;
        response.end(typeof this.answer === 'string' ? this.answer : '');
      });
    });
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}/push?from=test`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

export function sha1(...parts: (string | undefined)[]): string {
  return createHash('sha1').update(parts.map(String).sort().join('')).digest('hex');
}

/** Decrypts as a receiver does: message and the appid at its end. */
export function decrypt(encrypted: string, aesKey: string): { message: string; appid: string } {
  const key = Buffer.from(`${aesKey}=`, 'base64');
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  const padded = Buffer.concat([decipher.update(encrypted, 'base64'), decipher.final()]);
  const plain = padded.subarray(0, padded.length - (padded.at(-1) ?? 0));
  const length = plain.readUInt32BE(16);
  return {
    message: plain.subarray(20, 20 + length).toString(),
    appid: plain.subarray(20 + length).toString(),
  };
}

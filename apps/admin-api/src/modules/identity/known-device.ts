import { randomBytes, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { BlindIndex } from '../../platform/crypto/index.js';

const PATTERN = /^([\w-]{22})\.([\w-]{43})$/;

/**
 * A browser that has signed in with a name before carries a mark that only we can make (OWASP's device cookies).
 * Attempts from it are counted by themselves, so a stranger who tries the same name cannot lock its owner out.
 */
@Injectable()
export class KnownDevice {
  constructor(private readonly blindIndex: BlindIndex) {}

  /** A new mark for a browser that has just signed in with this name. */
  issue(username: string): string {
    const nonce = randomBytes(16).toString('base64url');
    return `${nonce}.${this.#mac(username, nonce).toString('base64url')}`;
  }

  /** What to count the device by, if the mark is ours and for this name. */
  read(username: string, mark: string | undefined): string | undefined {
    const [, nonce, mac] = PATTERN.exec(mark ?? '') ?? [];
    if (!nonce || !mac) return undefined;
    const given = Buffer.from(mac, 'base64url');
    const expected = this.#mac(username, nonce);
    return given.length === expected.length && timingSafeEqual(given, expected) ? nonce : undefined;
  }

  #mac(username: string, nonce: string): Buffer {
    return this.blindIndex.of('staff-device', `${username}\u0000${nonce}`);
  }
}

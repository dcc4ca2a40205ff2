import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/index.js';

/** Finds an encrypted value by equality: HMAC-SHA256 under a key of its own, different for each field name. */
@Injectable()
export class BlindIndex {
  readonly #key: Buffer;

  constructor(config: Config) {
    this.#key = config.blindIndexKey;
  }

  /** 32 bytes. Normalise the value first (`normalizePhone`): equal means equal bytes. */
  of(field: string, value: string): Buffer {
    return createHmac('sha256', this.#key).update(`${field}\u0000${value}`, 'utf8').digest();
  }
}

import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/index.js';
import { SealKey } from './rules/seal.js';

/** The key that signs, and those that signed before it. */
@Injectable()
export class SealKeys {
  readonly current: SealKey;
  readonly #byId: ReadonlyMap<string, SealKey>;

  constructor(config: Config) {
    const [current, ...former] = config.sealKeys.map((secret) => new SealKey(secret));
    if (!current) throw new Error('no key to seal with');
    this.current = current;
    this.#byId = new Map([current, ...former].map((key) => [key.id, key]));
  }

  byId(id: string): SealKey | undefined {
    return this.#byId.get(id);
  }
}

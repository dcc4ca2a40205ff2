import { Injectable } from '@nestjs/common';
import { Config } from '../config/index.js';
import { LinkKey } from './link.js';

/** The key that links, and those that linked before it. */
@Injectable()
export class LinkKeys {
  readonly current: LinkKey;
  readonly #byId: ReadonlyMap<string, LinkKey>;

  constructor(config: Config) {
    const keys = config.sealKeys.map((secret) => new LinkKey(secret));
    const [current] = keys;
    if (!current) throw new Error('no key to seal with');
    this.current = current;
    this.#byId = new Map(keys.map((key) => [key.id, key]));
  }

  byId(id: string): LinkKey | undefined {
    return this.#byId.get(id);
  }
}

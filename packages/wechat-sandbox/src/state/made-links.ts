import { randomBytes } from 'node:crypto';

import type { Clock } from '../clock.js';
import { BoundedMap } from './bounded.js';

const MOST_LINKS = 10_000;

export type LinkKind = 'scheme' | 'url';

/** Where a link leads and until when. */
export interface MadeLink {
  readonly link: string;
  readonly kind: LinkKind;
  readonly path: string;
  readonly query: string;
  readonly envVersion: string;
  readonly expiresAt: string;
}

/** The links that were made: `weixin://dl/business/?t=…` and `https://wxaurl.cn/…`. */
export class MadeLinks {
  private readonly links = new BoundedMap<string, MadeLink>(MOST_LINKS);

  constructor(private readonly clock: Clock) {}

  make(target: Omit<MadeLink, 'link'>): string {
    const key = randomBytes(8).toString('base64url');
    const link =
      target.kind === 'scheme' ? `weixin://dl/business/?t=${key}` : `https://wxaurl.cn/${key}`;
    this.links.set(link, { ...target, link });
    return link;
  }

  /** What a phone finds behind the link; undefined when nobody made it. */
  open(link: string): (MadeLink & { readonly expired: boolean }) | undefined {
    const made = this.links.get(link);
    if (made === undefined) return undefined;
    return { ...made, expired: this.clock.now().getTime() >= Date.parse(made.expiresAt) };
  }

  clear(): void {
    this.links.clear();
  }
}

import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { canonicalJson, sha256 } from './canonical.js';

/** What is fixed of an Ed25519 private key in PKCS #8 (RFC 8410); the 32 secret bytes follow. */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Signs seals, or only checks those that it signed in the past. */
export class SealKey {
  readonly #private: KeyObject;
  readonly #public: KeyObject;
  /** The first half of the public key's SHA-256, in hex: which key signed. */
  readonly id: string;

  /** @param secret 32 bytes */
  constructor(secret: Buffer) {
    const key = Buffer.concat([PKCS8_HEAD, secret]);
    this.#private = createPrivateKey({ key, format: 'der', type: 'pkcs8' });
    this.#public = createPublicKey(this.#private);
    const spki = this.#public.export({ format: 'der', type: 'spki' });
    this.id = sha256(spki).toString('hex').slice(0, 16);
  }

  sign(hash: Buffer): Buffer {
    return sign(null, hash, this.#private);
  }

  signed(hash: Buffer, signature: Buffer): boolean {
    return verify(null, hash, this.#public, signature);
  }
}

/** All that is claimed of one stretch of the journal. */
export interface SealFacts {
  /** From 1, without gaps. */
  readonly no: number;
  /** Entries posted at or after `from` and before `to`. */
  readonly from: Date;
  readonly to: Date;
  readonly txCount: number;
  readonly root: Buffer;
  /** Hash of the seal before; NO_HASH for the first. */
  readonly prevHash: Buffer;
  readonly keyId: string;
}

export interface Seal extends SealFacts {
  readonly hash: Buffer;
  readonly signature: Buffer;
}

export function sealHash(seal: SealFacts): Buffer {
  return sha256(
    'yance-seal-1\n',
    canonicalJson([
      ...[seal.no, seal.from.toISOString(), seal.to.toISOString(), seal.txCount],
      ...[seal.root.toString('hex'), seal.prevHash.toString('hex'), seal.keyId],
    ]),
  );
}

/** A seal as it stands in the exported file, one line each. */
export function sealLine(seal: Seal): string {
  return JSON.stringify({
    ...{ no: seal.no, from: seal.from.toISOString(), to: seal.to.toISOString() },
    ...{ txCount: seal.txCount, root: seal.root.toString('hex') },
    ...{ prevHash: seal.prevHash.toString('hex'), keyId: seal.keyId },
    ...{ hash: seal.hash.toString('hex'), signature: seal.signature.toString('hex') },
  });
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A transaction lives for seconds: what was posted this long ago is either there by now or never will be. */
export const SETTLED_MS = 10 * 60_000;

/** The end of the stretch that can be sealed now: a whole hour whose entries have all settled. */
export function sealableUntil(now: Date): Date {
  return new Date(Math.floor((now.getTime() - SETTLED_MS) / HOUR_MS) * HOUR_MS);
}

/**
 * A quiet hour waits for the next one; a quiet day is sealed all the same, so that its quiet is on record. Before the
 * first entry there is nothing to be quiet about.
 */
export function worthSealing(seal: Pick<SealFacts, 'no' | 'from' | 'to' | 'txCount'>): boolean {
  const quietDay = seal.no > 1 && seal.to.getTime() - seal.from.getTime() >= DAY_MS;
  return seal.txCount > 0 || quietDay;
}

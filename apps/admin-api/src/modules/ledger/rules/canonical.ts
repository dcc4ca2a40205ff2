import { createHash } from 'node:crypto';
import type { Json } from '../ledger-types.js';

/** Before the first line of an account, and the root of nothing. */
export const NO_HASH: Buffer = Buffer.alloc(32);

/**
 * JSON with sorted names and nothing else in it, so that the same facts give the same bytes on every engine: MySQL
 * stores JSON in an order and spacing of its own. Members that are undefined are left out.
 * @throws RangeError for a number that is not a safe integer
 */
export function canonicalJson(value: Json | undefined): string {
  if (value === undefined || value === null) return 'null';
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new RangeError('the journal holds whole numbers only');
    return String(value);
  }
  if (typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map((item) => canonicalJson(item)).join(',')}]`;
  const members = Object.keys(value)
    .filter((name) => value[name] !== undefined)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonicalJson(value[name])}`);
  return `{${members.join(',')}}`;
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

export function sha256(...parts: readonly (string | Buffer)[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** What an entry was asked to do, for telling a repeat from a reused key. */
export function requestHash(request: Json): Buffer {
  return sha256('yance-request-1\n', canonicalJson(request));
}

/** A row of the journal as it is hashed; all but its id, which the database gives afterwards. */
export interface HashedEntry {
  readonly entryNo: string;
  readonly kind: string;
  readonly bizKey: string;
  readonly requestHash: Buffer;
  readonly reversesTxId: number | null;
  readonly storeId: string;
  readonly effectiveOn: string;
  readonly postedAt: Date;
  readonly actorKind: string;
  readonly actorId: string;
  /** Canonical JSON. */
  readonly body: string;
}

export function entryHash(entry: HashedEntry): Buffer {
  const head = canonicalJson([
    entry.entryNo,
    entry.kind,
    entry.bizKey,
    entry.requestHash.toString('hex'),
    entry.reversesTxId,
    entry.storeId,
    entry.effectiveOn,
    entry.postedAt.toISOString(),
    entry.actorKind,
    entry.actorId,
  ]);
  return sha256('yance-entry-1\n', head, '\n', entry.body);
}

/** One movement of an account as it is hashed. */
export interface HashedLine {
  readonly accountId: number;
  readonly seq: number;
  readonly txId: number;
  readonly line: number;
  readonly delta: number;
  readonly balanceAfter: number;
  readonly lotId: number | null;
  readonly postedAt: Date;
}

/** @param prevHash of the account's line before, NO_HASH for its first  @param txHash of the entry */
export function lineHash(prevHash: Buffer, txHash: Buffer, line: HashedLine): Buffer {
  const facts = [line.accountId, line.seq, line.txId, line.line, line.delta, line.balanceAfter];
  const text = `${facts.join(',')},${line.lotId ?? ''},${line.postedAt.toISOString()}`;
  return sha256('yance-line-1\n', prevHash, txHash, text);
}

import { NO_HASH, sha256 } from './canonical.js';

const LEAF = Buffer.from([0]);
const NODE = Buffer.from([1]);

/** A leaf of the tree: which entry, and what its journal row said. */
export function merkleLeaf(txId: number, entryHash: Buffer): Buffer {
  const id = Buffer.alloc(8);
  id.writeBigUInt64BE(BigInt(txId));
  return sha256(LEAF, id, entryHash);
}

/**
 * The root over any number of leaves in constant memory: whole subtrees are folded as soon as they are whole, and what
 * is left at the end from the right. Leaves and nodes are marked, so that neither can stand in for the other.
 */
export class MerkleTree {
  /** Roots of whole subtrees, the largest first. */
  readonly #roots: { readonly height: number; readonly hash: Buffer }[] = [];
  #count = 0;

  get count(): number {
    return this.#count;
  }

  add(leaf: Buffer): void {
    this.#count += 1;
    let node = { height: 0, hash: leaf };
    for (let last = this.#roots.at(-1); last?.height === node.height; last = this.#roots.at(-1)) {
      this.#roots.pop();
      node = { height: node.height + 1, hash: sha256(NODE, last.hash, node.hash) };
    }
    this.#roots.push(node);
  }

  /** NO_HASH for no leaves. */
  root(): Buffer {
    return (
      this.#roots.reduceRight<Buffer | undefined>(
        (right, { hash }) => (right ? sha256(NODE, hash, right) : hash),
        undefined,
      ) ?? NO_HASH
    );
  }
}

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { NO_HASH, sha256 } from './canonical.js';
import { MerkleTree, merkleLeaf } from './merkle.js';

/** The definition: split at the largest power of two below the count. */
function rootOf(leaves: readonly Buffer[]): Buffer {
  const [first] = leaves;
  if (!first) return NO_HASH;
  if (leaves.length === 1) return first;
  const half = 2 ** Math.floor(Math.log2(leaves.length - 1));
  return sha256(Buffer.from([1]), rootOf(leaves.slice(0, half)), rootOf(leaves.slice(half)));
}

const hashes = fc.array(fc.uint8Array({ minLength: 32, maxLength: 32 }), { maxLength: 70 });

const treeOf = (leaves: readonly Buffer[]): MerkleTree => {
  const tree = new MerkleTree();
  for (const leaf of leaves) tree.add(leaf);
  return tree;
};

describe('the root of a seal', () => {
  it('is the one of the definition, for any number of entries', () => {
    fc.assert(
      fc.property(hashes, (all) => {
        const leaves = all.map((hash, index) => merkleLeaf(index + 1, Buffer.from(hash)));
        expect(treeOf(leaves).root()).toEqual(rootOf(leaves));
        expect(treeOf(leaves).count).toBe(leaves.length);
      }),
      { numRuns: 200, seed: 41 },
    );
  });

  it('changes with any entry left out, added or exchanged with another', () => {
    const leaves = Array.from({ length: 9 }, (_, n) => merkleLeaf(n + 1, sha256(String(n))));
    const root = treeOf(leaves).root().toString('hex');
    for (let n = 0; n < leaves.length; n += 1) {
      const without = leaves.filter((_, index) => index !== n);
      expect(treeOf(without).root().toString('hex')).not.toBe(root);
    }
    expect(
      treeOf([...leaves].reverse())
        .root()
        .toString('hex'),
    ).not.toBe(root);
    expect(
      treeOf([...leaves, leaves[0]!])
        .root()
        .toString('hex'),
    ).not.toBe(root);
  });
});

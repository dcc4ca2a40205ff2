import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DecryptionFailed, open, seal } from './sealed.js';

const key = randomBytes(32);

describe('sealed bytes', () => {
  it('open to what was sealed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.string(), (plain, context) => {
        const sealed = seal(key, [context], Buffer.from(plain));
        expect(open(key, [context], sealed)).toEqual(Buffer.from(plain));
      }),
    );
  });

  it('do not open when any single bit was changed', () => {
    const sealed = seal(key, ['a'], Buffer.from('13800138000'));
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const forged = Buffer.from(sealed);
      forged[bit >> 3] = forged[bit >> 3]! ^ (1 << (bit & 7));
      expect(() => open(key, ['a'], forged)).toThrow(DecryptionFailed);
    }
  });

  it('do not open when cut short', () => {
    const sealed = seal(key, ['a'], Buffer.from('text'));
    for (let length = 0; length < sealed.length; length += 1) {
      expect(() => open(key, ['a'], sealed.subarray(0, length))).toThrow(DecryptionFailed);
    }
  });

  it('do not open for another context, however its parts are joined', () => {
    const sealed = seal(key, ['ab', 'c'], Buffer.from('text'));
    for (const other of [['a', 'bc'], ['abc'], ['ab', 'c', ''], ['ab', 'd']]) {
      expect(() => open(key, other, sealed)).toThrow(DecryptionFailed);
    }
  });

  it('do not open with another key', () => {
    const sealed = seal(key, ['a'], Buffer.from('text'));
    expect(() => open(randomBytes(32), ['a'], sealed)).toThrow(DecryptionFailed);
  });

  it('look different each time', () => {
    expect(seal(key, ['a'], Buffer.from('x'))).not.toEqual(seal(key, ['a'], Buffer.from('x')));
  });
});

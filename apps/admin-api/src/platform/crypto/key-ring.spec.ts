import { describe, expect, it } from '@jest/globals';
import { KeyRing } from './key-ring.js';
import { DecryptionFailed } from './sealed.js';

const old = { version: 1, bytes: Buffer.alloc(32, 1) };
const recent = { version: 2, bytes: Buffer.alloc(32, 2) };

describe('the ring of key-encryption keys', () => {
  it('wraps with the newest version, in whatever order they are configured', () => {
    const ring = new KeyRing([old, recent]);
    expect(ring.wrap('s', ring.newDataKey()).kekVersion).toBe(2);
  });

  it('still unwraps what an older version wrapped', () => {
    const before = new KeyRing([old]);
    const dataKey = before.newDataKey();
    const wrapped = before.wrap('s', dataKey);
    expect(new KeyRing([recent, old]).unwrap('s', wrapped)).toEqual(dataKey);
  });

  it('refuses a version that is not configured any more', () => {
    const wrapped = new KeyRing([old]).wrap('s', Buffer.alloc(32));
    expect(() => new KeyRing([recent]).unwrap('s', wrapped)).toThrow(DecryptionFailed);
  });

  it("refuses another subject's key", () => {
    const ring = new KeyRing([old]);
    const wrapped = ring.wrap('s', ring.newDataKey());
    expect(() => ring.unwrap('t', wrapped)).toThrow(DecryptionFailed);
  });
});

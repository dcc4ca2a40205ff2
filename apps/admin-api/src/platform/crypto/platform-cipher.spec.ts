import { describe, expect, it } from '@jest/globals';
import { aConfig } from '../testing/a-config.js';
import { PlatformCipher } from './platform-cipher.js';
import { DecryptionFailed } from './sealed.js';

const NOTE = '孕期，请勿推拿';
const cipher = new PlatformCipher(aConfig());

describe('what the platform keeps', () => {
  it('opens in the row it was made for, and in no other', () => {
    const sealed = cipher.encrypt(['answer', 'client:01', 'k1'], NOTE);
    expect(sealed.includes(Buffer.from(NOTE))).toBe(false);
    expect(cipher.decrypt(['answer', 'client:01', 'k1'], sealed)).toBe(NOTE);
    const other = (): string => cipher.decrypt(['answer', 'client:02', 'k1'], sealed);
    expect(other).toThrow(DecryptionFailed);
  });

  it('opens after the main key was turned', () => {
    const sealed = cipher.encrypt(['answer'], NOTE);
    const turned = aConfig({ YANCE_KEYS: `2:${Buffer.alloc(32, 7).toString('base64')}` });
    expect(new PlatformCipher(turned).decrypt(['answer'], sealed)).toBe(NOTE);
  });

  it('does not open with another key of the blind index, nor when a bit was turned', () => {
    const sealed = cipher.encrypt(['answer'], NOTE);
    const key = { YANCE_BLIND_INDEX_KEY: Buffer.alloc(32, 8).toString('base64') };
    const foreign = new PlatformCipher(aConfig(key));
    expect(() => foreign.decrypt(['answer'], sealed)).toThrow(DecryptionFailed);
    const changed = Buffer.from(sealed);
    changed[20] = (changed[20] ?? 0) ^ 1;
    expect(() => cipher.decrypt(['answer'], changed)).toThrow(DecryptionFailed);
  });
});

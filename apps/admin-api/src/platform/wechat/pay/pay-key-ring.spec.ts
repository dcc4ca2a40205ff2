import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { PayKeyRing, type PlatformCertificate } from './pay-key-ring.js';
import type { PaySecrets } from './pay-secrets.js';

const { publicKey: key } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const NOW = new Date('2026-11-22T02:00:00Z');
const day = (days: number): Date => new Date(NOW.getTime() + days * 86_400_000);
const PUBLIC = 'PUB_KEY_ID_0112345678901234567890';

function aRing(configured: readonly string[], certificates: readonly PlatformCertificate[]) {
  let looks = 0;
  const publicKeys = new Map(configured.map((serial) => [serial, key]));
  const secrets = { current: () => ({ publicKeys }) } as unknown as PaySecrets;
  const ring = new PayKeyRing(secrets, () => {
    looks += 1;
    return Promise.resolve(certificates);
  });
  return { ring, looks: () => looks };
}
const certificate = (serial: string, from: number, until: number): PlatformCertificate => ({
  ...{ serial, key, from: day(from), until: day(until) },
});

describe('the ring of keys', () => {
  it('knows public keys and platform certificates side by side', async () => {
    const { ring } = aRing([PUBLIC], [certificate('AA11BB22', -1, 1)]);
    expect(await ring.keyOf(PUBLIC, NOW)).toBe(key);
    expect(await ring.keyOf('aa11bb22', NOW)).toBe(key);
    expect(await ring.serialToAskFor(NOW)).toBe(PUBLIC);
  });

  it('asks for the newest certificate that counts where no public key is set up', async () => {
    const found = [certificate('AA', -9, 1), certificate('BB', -1, 9), certificate('CC', 1, 9)];
    const { ring } = aRing([], found);
    expect(await ring.serialToAskFor(NOW)).toBe('BB');
    expect(await ring.keyOf('CC', NOW)).toBeUndefined();
    expect(await ring.keyOf('AA', day(2))).toBeUndefined();
  });

  it('calls out once for strangers’ serials, however many come', async () => {
    const { ring, looks } = aRing([PUBLIC], []);
    const serials = Array.from({ length: 200 }, (_, index) => `AB${index}`);
    const found = await Promise.all(serials.map((serial) => ring.keyOf(serial, NOW)));
    expect(found.every((one) => one === undefined)).toBe(true);
    expect(looks()).toBe(1);
  });

  it('does not call out for a public key that is not set up: no look would find it', async () => {
    const { ring, looks } = aRing([], []);
    expect(await ring.keyOf('PUB_KEY_ID_99', NOW)).toBeUndefined();
    expect(looks()).toBe(0);
  });
});

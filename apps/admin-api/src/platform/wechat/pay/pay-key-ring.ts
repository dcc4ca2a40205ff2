import type { KeyObject } from 'node:crypto';
import type { PaySecrets } from './pay-secrets.js';

/** A key of WeChat Pay with the time in which it counts. */
export interface PlatformCertificate {
  readonly serial: string;
  readonly key: KeyObject;
  readonly from: Date;
  readonly until: Date;
}

/** At most one look for certificates in this time, whoever asks: a stranger's serial must not make us call out. */
const FETCH_AT_MOST_EVERY_MS = 60_000;
/** WeChat brings a new certificate out days before the old one ends. */
const FETCH_AGAIN_AFTER_MS = 12 * 3_600_000;

/**
 * The keys that WeChat Pay signs with, by serial: public keys from the configuration and platform certificates that
 * WeChat hands out, side by side, because a merchant is moved from one kind to the other gradually.
 */
export class PayKeyRing {
  readonly #certificates = new Map<string, PlatformCertificate>();
  #triedAt = -Infinity;
  #fetchedAt = -Infinity;
  #flight: Promise<void> | undefined;

  /** @param fetch asks WeChat for its certificates; what it throws is its own to log */
  constructor(
    private readonly secrets: PaySecrets,
    private readonly fetch: () => Promise<readonly PlatformCertificate[]>,
  ) {}

  /** The key of a serial, if it counts at `now`. */
  async keyOf(serial: string, now: Date): Promise<KeyObject | undefined> {
    const known = this.#known(serial, now);
    // No look finds a public key: those are configured.
    if (known || serial.startsWith('PUB_KEY_ID_')) return known;
    await this.#refresh();
    return this.#known(serial, now);
  }

  /** The serial that answers should be signed by: the configured public key, else the newest certificate. */
  async serialToAskFor(now: Date): Promise<string | undefined> {
    const [first] = this.secrets.current().publicKeys.keys();
    if (first !== undefined) return first;
    if (performance.now() - this.#fetchedAt > FETCH_AGAIN_AFTER_MS) await this.#refresh();
    const valid = [...this.#certificates.values()].filter((one) => counts(one, now));
    valid.sort((a, b) => b.from.getTime() - a.from.getTime());
    return valid[0]?.serial;
  }

  #known(serial: string, now: Date): KeyObject | undefined {
    const configured = this.secrets.current().publicKeys.get(serial);
    if (configured) return configured;
    const certificate = this.#certificates.get(serial.toUpperCase());
    return certificate && counts(certificate, now) ? certificate.key : undefined;
  }

  #refresh(): Promise<void> {
    const now = performance.now();
    if (this.#flight) return this.#flight;
    if (now - this.#triedAt < FETCH_AT_MOST_EVERY_MS) return Promise.resolve();
    this.#triedAt = now;
    this.#flight = this.fetch()
      .then((found) => {
        for (const one of found) this.#certificates.set(one.serial.toUpperCase(), one);
        this.#fetchedAt = performance.now();
      })
      // Without certificates nothing verifies; the next look may find them.
      .catch(() => undefined)
      .finally(() => (this.#flight = undefined));
    return this.#flight;
  }
}

const counts = ({ from, until }: PlatformCertificate, now: Date): boolean =>
  from <= now && now < until;

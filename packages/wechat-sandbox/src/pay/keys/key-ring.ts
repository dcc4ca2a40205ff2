import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  privateDecrypt,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';

import {
  newApiV3Key,
  newMerchant,
  newMerchantKey,
  newPlatformCertificate,
  newPublicKey,
  type Merchant,
} from './merchant.js';

export const ROTATIONS = ['certificate', 'publicKey', 'apiV3Key', 'merchantKey'] as const;
export type Rotation = (typeof ROTATIONS)[number];

/** Who holds the keys later, for example a file. */
export type Keeper = (merchant: Merchant) => void;

/** The keys of WeChat Pay and its one merchant, ready for use. Made when first asked for: most tests never pay. */
export class KeyRing {
  private made: Merchant | undefined;
  private readonly parsed = new Map<string, KeyObject>();
  private strangerKey: KeyObject | undefined;

  constructor(
    given: Merchant | undefined,
    private readonly mchid: string | undefined,
    private readonly keep: Keeper = () => undefined,
  ) {
    this.made = given;
  }

  get merchant(): Merchant {
    this.made ??= newMerchant(this.mchid);
    return this.made;
  }

  /** Replaces one key. Platform certificates stay listed beside the new one, as before their end. */
  rotate(what: Rotation, now: Date): void {
    this.made = { ...this.merchant, ...this.replaced(what, now) };
    this.keep(this.made);
  }

  /** RSA-SHA256 by the key of that serial. @throws Error when the serial is none of ours */
  sign(message: string, serial: string): string {
    return sign('RSA-SHA256', Buffer.from(message), this.privateKey(serial)).toString('base64');
  }

  /** A signature that nobody's key verifies. */
  signAsStranger(message: string): string {
    this.strangerKey ??= generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    return sign('RSA-SHA256', Buffer.from(message), this.strangerKey).toString('base64');
  }

  /** Whether the merchant signed this. */
  isFromMerchant(message: string, signature: string): boolean {
    const key = this.parse(this.merchant.merchantCertificate, createPublicKey);
    return verify('RSA-SHA256', Buffer.from(message), key, Buffer.from(signature, 'base64'));
  }

  /** The serial by which an answer is signed: what the caller named, else the certificate, else the public key. */
  answerSerial(asked: string | undefined, withCertificates: boolean): string {
    const { publicKeyId } = this.merchant;
    if (asked === publicKeyId || !withCertificates) return publicKeyId;
    return this.certificateSerial();
  }

  /** The serial of the platform certificate that signs. */
  certificateSerial(): string {
    const newest = this.merchant.certificates.at(-1);
    if (newest === undefined) throw new Error('the merchant has no platform certificate');
    return newest.serial;
  }

  /** Opens what a merchant encrypted for WeChat Pay (RSA-OAEP with SHA-1); undefined when it cannot be opened. */
  open(encrypted: string, serial: string): string | undefined {
    try {
      const key = this.privateKey(serial);
      const options = { key, oaepHash: 'sha1' };
      return privateDecrypt(options, Buffer.from(encrypted, 'base64')).toString();
    } catch {
      return undefined;
    }
  }

  private replaced(what: Rotation, now: Date): Partial<Merchant> {
    switch (what) {
      case 'certificate':
        return { certificates: [...this.merchant.certificates, newPlatformCertificate(now)] };
      case 'publicKey':
        return newPublicKey();
      case 'apiV3Key':
        return { apiV3Key: newApiV3Key() };
      case 'merchantKey':
        return newMerchantKey(now);
    }
  }

  private privateKey(serial: string): KeyObject {
    const { publicKeyId, publicKeyPrivate, certificates } = this.merchant;
    if (serial === publicKeyId) return this.parse(publicKeyPrivate, createPrivateKey);
    const found = certificates.find((each) => each.serial === serial);
    if (found === undefined) throw new Error(`no key of WeChat Pay has the serial ${serial}`);
    return this.parse(found.privateKeyPem, createPrivateKey);
  }

  private parse(pem: string, parser: (pem: string) => KeyObject): KeyObject {
    const known = this.parsed.get(pem) ?? parser(pem);
    this.parsed.set(pem, known);
    return known;
  }
}

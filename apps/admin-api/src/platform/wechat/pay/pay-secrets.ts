import { createPrivateKey, createPublicKey, X509Certificate, type KeyObject } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import type { SecretSource, WechatPayConfig } from '../../config/index.js';

/** What requests are signed with and messages are opened and verified with. */
export interface PayCredentials {
  readonly merchantSerial: string;
  /** PEM. */
  readonly privateKey: Buffer;
  /** Newest first. */
  readonly apiV3Keys: readonly Buffer[];
  /** WeChat Pay's public keys by their id, in the order given; the first is the one we ask for. */
  readonly publicKeys: ReadonlyMap<string, KeyObject>;
}

const KEY_BYTES = 32;
const MINIMUM_BITS = 2_048;
const SERIAL = /^[0-9A-F]{8,64}$/;
/** An id and, after it, a public key or a platform certificate. */
const KEY_BLOCK =
  /\b(PUB_KEY_ID_\w{8,80}|[0-9A-Fa-f]{16,64})\s*[:=]?\s*(-----BEGIN (PUBLIC KEY|CERTIFICATE)-----[^-]+-----END \3-----)/g;

type FileSource = Extract<SecretSource, { file: string }>;
const isFile = (source: SecretSource): source is FileSource => 'file' in source;

const textOf = (source: SecretSource): string =>
  // In an environment file a PEM stands on one line.
  (isFile(source) ? readFileSync(source.file, 'utf8') : source.text).replace(/\\n/g, '\n').trim();

function publicKeysIn({ name }: SecretSource, text: string): Map<string, KeyObject> {
  const blocks = [...text.matchAll(KEY_BLOCK)];
  if (blocks.length === 0) throw new Error(`${name}: needs an id and a PEM`);
  return new Map(
    blocks.map(([, id = '', pem = '', kind]) => {
      const key =
        kind === 'CERTIFICATE' ? new X509Certificate(pem).publicKey : createPublicKey(pem);
      return [id.startsWith('PUB_KEY_ID_') ? id : id.toUpperCase(), key];
    }),
  );
}

/** @throws Error that names the variable and never its value */
export function readCredentials(config: WechatPayConfig): PayCredentials {
  const checked = <T>(source: SecretSource, why: string, read: (text: string) => T): T => {
    try {
      return read(textOf(source));
    } catch {
      throw new Error(`${source.name}: ${why}`);
    }
  };
  const merchantSerial = checked(config.merchantSerial, 'must be a number in hex', (text) => {
    const serial = text.toUpperCase().replaceAll(':', '');
    if (!SERIAL.test(serial)) throw new Error('shape');
    return serial;
  });
  const privateKey = checked(
    config.privateKey,
    'must be an RSA key of 2048 bits in PEM',
    (text) => {
      const key = createPrivateKey(text);
      const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
      if (key.asymmetricKeyType !== 'rsa' || bits < MINIMUM_BITS) throw new Error('kind');
      return Buffer.from(text);
    },
  );
  const apiV3Keys = checked(config.apiV3Key, `must hold ${KEY_BYTES} characters`, (text) => {
    const keys = text.split(',').map((part) => Buffer.from(part.trim(), 'utf8'));
    if (keys.some((key) => key.length !== KEY_BYTES)) throw new Error('length');
    return keys;
  });
  const { publicKeys: source } = config;
  const publicKeys = source
    ? checked(source, 'needs an id and a PEM for each key', (text) => publicKeysIn(source, text))
    : new Map<string, KeyObject>();
  return { merchantSerial, privateKey, apiV3Keys, publicKeys };
}

const LOOK_EVERY_MS = 1_000;

/** The credentials as they are now: files that changed are read again, so that a key is changed without a restart. */
export class PaySecrets {
  #credentials: PayCredentials;
  #seen: string;
  #lookedAt = performance.now();

  /** @throws Error that names the variable and never its value */
  constructor(
    private readonly config: WechatPayConfig,
    private readonly onBadFile: (error: unknown) => void = () => undefined,
  ) {
    this.#seen = this.#marks();
    this.#credentials = readCredentials(config);
  }

  current(): PayCredentials {
    if (performance.now() - this.#lookedAt < LOOK_EVERY_MS) return this.#credentials;
    return this.look();
  }

  /** Looks at the files at once. A file that is half written or wrong leaves the old keys in use. */
  look(): PayCredentials {
    this.#lookedAt = performance.now();
    try {
      const marks = this.#marks();
      if (marks !== this.#seen) {
        this.#credentials = readCredentials(this.config);
        this.#seen = marks;
      }
    } catch (error) {
      this.onBadFile(error);
    }
    return this.#credentials;
  }

  /** What tells whether a file is still the one that was read. */
  #marks(): string {
    const { merchantSerial, privateKey, apiV3Key, publicKeys } = this.config;
    return [merchantSerial, privateKey, apiV3Key, publicKeys]
      .flatMap((source) => {
        if (!source || !isFile(source)) return [];
        const { mtimeMs, size, ino } = statSync(source.file);
        return `${mtimeMs}.${size}.${ino}`;
      })
      .join(' ');
  }
}

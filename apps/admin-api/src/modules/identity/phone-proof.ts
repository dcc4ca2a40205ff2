import { Injectable } from '@nestjs/common';
import type { ClientPrincipal } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import { DecryptionFailed, FieldCipher, SubjectKeyMissing } from '../../platform/crypto/index.js';
import { Database, type Reader } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';

const FIELD = 'phone-proof';
const LIFE_MS = 5 * 60_000;

interface Content {
  readonly phone: string;
  readonly openid: string;
  readonly until: number;
}

/**
 * Short-lived word of ours that a client has proven a phone, for her to come back with once she has said which file
 * is hers. Sealed under her own file's key: nobody else can use it, make it or read the phone in it.
 */
@Injectable()
export class PhoneProof {
  constructor(
    private readonly cipher: FieldCipher,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async issue(reader: Reader, client: ClientPrincipal, phone: string): Promise<string> {
    const until = this.clock.now().getTime() + LIFE_MS;
    const content: Content = { phone, openid: client.openid, until };
    const sealed = await this.cipher.encrypt(
      reader,
      client.customerId,
      FIELD,
      JSON.stringify(content),
    );
    return sealed.toString('base64url');
  }

  /**
   * The phone that was proven.
   * @throws Refusal PHONE_PROOF_EXPIRED when it is old, another client's or not ours
   */
  async read(client: ClientPrincipal, proof: string): Promise<string> {
    const content = await this.#open(client.customerId, proof);
    const valid = content.openid === client.openid && content.until > this.clock.now().getTime();
    return valid ? content.phone : refuse('PHONE_PROOF_EXPIRED');
  }

  async #open(customerId: string, proof: string): Promise<Content> {
    try {
      const sealed = Buffer.from(proof, 'base64url');
      return JSON.parse(
        await this.cipher.decrypt(this.database, customerId, FIELD, sealed),
      ) as Content;
    } catch (error) {
      const notOurs = error instanceof DecryptionFailed || error instanceof SubjectKeyMissing;
      if (notOurs) return refuse('PHONE_PROOF_EXPIRED');
      throw error;
    }
  }
}

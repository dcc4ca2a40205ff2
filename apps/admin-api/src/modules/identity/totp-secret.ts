import { Injectable } from '@nestjs/common';
import { FieldCipher, SubjectKeys } from '../../platform/crypto/index.js';
import type { Reader, Tx } from '../../platform/database/index.js';

const FIELD = 'totp-secret';

/** Second-factor secrets, encrypted under the staff member's own key. */
@Injectable()
export class TotpSecret {
  constructor(
    private readonly keys: SubjectKeys,
    private readonly cipher: FieldCipher,
  ) {}

  async seal(tx: Tx, staffId: string, secret: Buffer): Promise<Buffer> {
    await this.keys.createFor(tx, staffId);
    return this.cipher.encrypt(tx, staffId, FIELD, secret.toString('base64'));
  }

  async open(reader: Reader, staffId: string, sealed: Buffer): Promise<Buffer> {
    return Buffer.from(await this.cipher.decrypt(reader, staffId, FIELD, sealed), 'base64');
  }
}

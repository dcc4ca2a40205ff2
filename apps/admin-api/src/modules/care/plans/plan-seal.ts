import { Injectable } from '@nestjs/common';
import { FieldCipher } from '../../../platform/crypto/index.js';
import type { Reader, Tx } from '../../../platform/database/index.js';
import type { PlanContents } from './rules/contents.js';

/** Names the field, so that the bytes of one do not open as the other's. */
type Field = 'care-plan' | 'care-plan-score';

/** Seals what a plan says, and what she says about it, under the client's own key. */
@Injectable()
export class PlanSeal {
  constructor(private readonly cipher: FieldCipher) {}

  /** @throws SubjectKeyMissing when her file was erased */
  seal(reader: Reader, customerId: string, contents: PlanContents): Promise<Buffer> {
    return this.cipher.encrypt(reader, customerId, 'care-plan', JSON.stringify(contents));
  }

  /** @throws SubjectKeyMissing, DecryptionFailed */
  async open(reader: Reader, customerId: string, sealed: Buffer): Promise<PlanContents> {
    const text = await this.cipher.decrypt(reader, customerId, 'care-plan', sealed);
    return JSON.parse(text) as PlanContents;
  }

  /** Nothing for no words. */
  async sealWords(reader: Reader, customerId: string, words: string): Promise<Buffer | null> {
    if (words === '') return null;
    return this.cipher.encrypt(reader, customerId, 'care-plan-score', words);
  }

  async openWords(reader: Reader, customerId: string, sealed: Buffer | null): Promise<string> {
    if (sealed === null) return '';
    return this.cipher.decrypt(reader, customerId, 'care-plan-score', sealed);
  }

  /** The same words under another client's key. */
  handOver(
    tx: Tx,
    files: { readonly from: string; readonly to: string },
    field: Field,
    sealed: Buffer,
  ): Promise<Buffer> {
    return this.cipher.handOver(tx, files, field, sealed);
  }
}

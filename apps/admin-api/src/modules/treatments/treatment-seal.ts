import { Injectable } from '@nestjs/common';
import { FieldCipher } from '../../platform/crypto/index.js';
import type { Reader } from '../../platform/database/index.js';
import type { TreatmentContents } from './rules/contents.js';

/** Names the field, so that a record's bytes do not open as a draft's. */
type Field = 'treatment-record' | 'treatment-draft';

/** What was written before records were held against her health file, or words told apart, has no such members. */
const UNASKED = { deviation: '', deviatesFrom: [], houseWords: [] };

/** Seals what is written about a client under her own key. */
@Injectable()
export class TreatmentSeal {
  constructor(private readonly cipher: FieldCipher) {}

  /** @throws SubjectKeyMissing when her file was erased */
  seal(
    reader: Reader,
    customerId: string,
    field: Field,
    contents: TreatmentContents,
  ): Promise<Buffer> {
    return this.cipher.encrypt(reader, customerId, field, JSON.stringify(contents));
  }

  /** @throws SubjectKeyMissing, DecryptionFailed */
  async open(
    reader: Reader,
    customerId: string,
    field: Field,
    sealed: Buffer,
  ): Promise<TreatmentContents> {
    const text = await this.cipher.decrypt(reader, customerId, field, sealed);
    return { ...UNASKED, ...(JSON.parse(text) as TreatmentContents) };
  }

  /** The same words under another client's key. */
  async reseal(
    reader: Reader,
    from: string,
    to: string,
    field: Field,
    sealed: Buffer,
  ): Promise<Buffer> {
    return this.seal(reader, to, field, await this.open(reader, from, field, sealed));
  }
}

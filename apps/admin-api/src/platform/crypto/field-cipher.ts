import { Injectable } from '@nestjs/common';
import type { Reader } from '../database/index.js';
import { open, seal } from './sealed.js';
import { SubjectKeys } from './subject-keys.js';

const PURPOSE = 'field';

/** A free text as its row has it: sealed, or in the clear until `seal-words` ran after an upgrade. */
export type StoredWords = Buffer | string | null;

/**
 * Encrypts single fields of a subject's file. A value opens only for the subject and the field name it was made for,
 * so that a row copied to another client or column does not decrypt. It adds 29 bytes.
 */
@Injectable()
export class FieldCipher {
  constructor(private readonly keys: SubjectKeys) {}

  /** @throws SubjectKeyMissing */
  async encrypt(reader: Reader, subjectId: string, field: string, text: string): Promise<Buffer> {
    const key = await this.keys.dataKey(reader, subjectId);
    return seal(key, [PURPOSE, subjectId, field], Buffer.from(text, 'utf8'));
  }

  /** @throws SubjectKeyMissing, DecryptionFailed */
  async decrypt(reader: Reader, subjectId: string, field: string, sealed: Buffer): Promise<string> {
    const key = await this.keys.dataKey(reader, subjectId);
    return open(key, [PURPOSE, subjectId, field], sealed).toString('utf8');
  }

  /** A free text however its row has it; null stays null. @throws SubjectKeyMissing, DecryptionFailed */
  async read(
    reader: Reader,
    subjectId: string,
    field: string,
    stored: StoredWords,
  ): Promise<string | null> {
    return Buffer.isBuffer(stored) ? this.decrypt(reader, subjectId, field, stored) : stored;
  }

  /** Seals anew for another subject what was sealed for the first. @throws SubjectKeyMissing, DecryptionFailed */
  async handOver(
    reader: Reader,
    subjects: { readonly from: string; readonly to: string },
    field: string,
    sealed: Buffer,
  ): Promise<Buffer> {
    const text = await this.decrypt(reader, subjects.from, field, sealed);
    return this.encrypt(reader, subjects.to, field, text);
  }

  /** Fetches the keys of many subjects with one question, before fields of all of them are opened one by one. */
  prepare(reader: Reader, subjectIds: readonly string[]): Promise<void> {
    return this.keys.prepare(reader, subjectIds);
  }
}

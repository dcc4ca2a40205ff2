import { Injectable } from '@nestjs/common';
import type { Reader } from '../database/index.js';
import { open, seal } from './sealed.js';
import { SubjectKeys } from './subject-keys.js';

const PURPOSE = 'field';

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
}

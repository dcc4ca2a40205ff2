import { Injectable } from '@nestjs/common';
import { FieldCipher } from '../../platform/crypto/index.js';
import type { Reader } from '../../platform/database/index.js';
import type { KeptFeedback } from './data/feedback.js';

const FIELD = 'visit_feedback.words';

/** A word of a client with what she wrote. */
export interface WordedFeedback extends KeptFeedback {
  readonly words: string | null;
}

/** Seals and opens what a client wrote while she was served. */
@Injectable()
export class FeedbackWords {
  constructor(private readonly cipher: FieldCipher) {}

  /** @throws SubjectKeyMissing */
  async seal(reader: Reader, customerId: string, words: string | null): Promise<Buffer | null> {
    return words === null ? null : this.cipher.encrypt(reader, customerId, FIELD, words);
  }

  /** In the order given. @throws SubjectKeyMissing, DecryptionFailed */
  async open(reader: Reader, kept: readonly KeptFeedback[]): Promise<WordedFeedback[]> {
    await this.cipher.prepare(reader, [
      ...new Set(kept.flatMap(({ sealedFor }) => sealedFor ?? [])),
    ]);
    const opened: WordedFeedback[] = [];
    for (const one of kept) {
      const words = await this.cipher.read(reader, one.sealedFor ?? '', FIELD, one.wordsCipher);
      opened.push({ ...one, words });
    }
    return opened;
  }
}

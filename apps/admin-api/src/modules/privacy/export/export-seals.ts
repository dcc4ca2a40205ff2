import { Injectable } from '@nestjs/common';
import { PlatformCipher } from '../../../platform/crypto/index.js';

/** Why a list was asked for, why its phones are in clear, why it was declined. */
export type ExportWords = 'reason' | 'phones-reason' | 'decline-reason';

/** What of an export is sealed, and how it is read again. Bound to its export and place. */
@Injectable()
export class ExportSeals {
  constructor(private readonly cipher: PlatformCipher) {}

  words(exportId: string, what: ExportWords, text: string): Buffer {
    return this.cipher.encrypt(['client-export', exportId, what], text);
  }

  readWords(exportId: string, what: ExportWords, sealed: Buffer | null): string | null {
    return sealed && this.cipher.decrypt(['client-export', exportId, what], sealed);
  }

  part(exportId: string, seq: number, content: Buffer): Buffer {
    const context = ['client-export-part', exportId, String(seq)];
    return this.cipher.encrypt(context, content.toString('base64'));
  }

  readPart(exportId: string, seq: number, sealed: Buffer): Buffer {
    const context = ['client-export-part', exportId, String(seq)];
    return Buffer.from(this.cipher.decrypt(context, sealed), 'base64');
  }
}

import { Injectable } from '@nestjs/common';
import { PlatformCipher } from '../../platform/crypto/index.js';
import type { RequestStep } from './data/shift-requests.js';

const rowOf = (requestId: string, seq: number): string[] => [
  ...['shift-request', requestId, String(seq)],
];

/** Words about a request may tell of somebody's health: they lie sealed, bound to their step. */
@Injectable()
export class RequestWords {
  constructor(private readonly cipher: PlatformCipher) {}

  seal(requestId: string, seq: number, words: string | null): Buffer | null {
    return words === null || words === ''
      ? null
      : this.cipher.encrypt(rowOf(requestId, seq), words);
  }

  open({ requestId, seq, wordsSealed }: RequestStep): string | null {
    return wordsSealed && this.cipher.decrypt(rowOf(requestId, seq), wordsSealed);
  }
}

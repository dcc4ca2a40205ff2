import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { PlatformCipher } from '../../platform/crypto/index.js';
import { refuseField } from '../../platform/errors/index.js';

/** What a finger drew: its field's size and lines of x, y, x, y, … */
export interface Signature {
  readonly width: number;
  readonly height: number;
  readonly strokes: readonly (readonly number[])[];
}

/** A whole signature is smaller than this; a picture of it would not be. */
const MOST_BYTES = 64 * 1024;
const LEAST_POINTS = 4;

/**
 * Keeps signatures sealed and bound to their contract. Not under the client's own key: the law has contracts kept for
 * years after a file is erased (compliance.md 1, art. 25).
 */
@Injectable()
export class Signatures {
  constructor(private readonly cipher: PlatformCipher) {}

  /** @throws Refusal INVALID_INPUT when nothing was drawn, or too much */
  seal(
    contractId: string,
    signature: Signature,
  ): { readonly cipher: Buffer; readonly hash: Buffer } {
    const points = signature.strokes.reduce((sum, stroke) => sum + stroke.length / 2, 0);
    if (points < LEAST_POINTS) refuseField('signature', '请签上您的名字');
    const { width, height, strokes } = signature;
    const text = JSON.stringify({ width, height, strokes });
    if (text.length > MOST_BYTES) refuseField('signature', '签名太复杂了，请重新签一次');
    return {
      cipher: this.cipher.encrypt(contextOf(contractId), text),
      hash: hashOf(text),
    };
  }

  /** SHA-256 of what was drawn. @throws as open */
  hashOf(contractId: string, cipher: Buffer): Buffer {
    return hashOf(this.cipher.decrypt(contextOf(contractId), cipher));
  }

  /** @throws DecryptionFailed when it was changed, or stood on another contract */
  open(contractId: string, cipher: Buffer): Signature {
    return JSON.parse(this.cipher.decrypt(contextOf(contractId), cipher)) as Signature;
  }
}

const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();
const contextOf = (contractId: string): string[] => ['card-contract', contractId];

import { Injectable } from '@nestjs/common';
import { FieldCipher } from '../../../platform/crypto/index.js';
import type { Reader, Tx } from '../../../platform/database/index.js';
import type { ConsentAct, ConsentProof } from './consent-types.js';
import { textOfProof } from './proof-text.js';

const FIELD = 'consent.proof';

/** Keeps what proves a consent under the client's own key: it names her, and whoever answers for her. */
@Injectable()
export class ConsentProofs {
  constructor(private readonly cipher: FieldCipher) {}

  /** @throws Refusal INVALID_INPUT when nothing was drawn, or too much */
  async seal(tx: Tx, customerId: string, proof: ConsentProof): Promise<Buffer> {
    return this.cipher.encrypt(tx, customerId, FIELD, textOfProof(proof));
  }

  /** @throws SubjectKeyMissing, DecryptionFailed */
  async open(reader: Reader, { customerId, proofSealed }: ConsentAct): Promise<ConsentProof> {
    if (proofSealed === null) return {};
    return JSON.parse(
      await this.cipher.decrypt(reader, customerId, FIELD, proofSealed),
    ) as ConsentProof;
  }

  /** Seals a proof of one file's key with that of another. */
  handOver(tx: Tx, from: string, to: string): (sealed: Buffer) => Promise<Buffer> {
    return (sealed) => this.cipher.handOver(tx, { from, to }, FIELD, sealed);
  }
}

import { Injectable } from '@nestjs/common';
import { aboutsByKeys, aboutsOf } from '../ledger/index.js';
import { DecryptionFailed } from '../../platform/crypto/index.js';
import type { Reader } from '../../platform/database/index.js';
import { contractOfTopUp, type CardContract } from './data/contracts.js';
import { bodyHash } from './rules/contract-body.js';
import { isAsProved, proofOf, type ContractFacts } from './rules/contract-proof.js';
import { Signatures } from './signatures.js';

/** Holds contracts against the journal, where their words and signatures are proved. */
@Injectable()
export class ContractProofs {
  constructor(private readonly signatures: Signatures) {}

  /** What the entry of a sale says of its contract; nothing for one without, such as an opening balance. */
  async ofTopUp(reader: Reader, topUpId: string): Promise<Record<string, string>> {
    const contract = await contractOfTopUp(reader, topUpId);
    return contract ? this.of(contract) : {};
  }

  /** What an entry says of a contract. */
  of(contract: CardContract): Record<string, string> {
    return proofOf(this.#factsOf(contract));
  }

  /** Those of the contracts that are not what the journal says they are. */
  async altered(reader: Reader, contracts: readonly CardContract[]): Promise<CardContract[]> {
    const credited = await aboutsOf(
      reader,
      contracts.flatMap(({ txId }) => txId ?? []),
    );
    const signed = await aboutsByKeys(
      reader,
      'contract_signed',
      contracts.map(({ id }) => id),
    );
    return contracts.filter((contract) => {
      const sale = contract.txId === null ? undefined : credited.get(contract.txId);
      return !this.#isAsProved(contract, sale, signed.get(contract.id));
    });
  }

  #isAsProved(
    contract: CardContract,
    ...proofs: [object | undefined, object | undefined]
  ): boolean {
    if (!bodyHash(contract.body).equals(contract.bodyHash)) return false;
    try {
      return isAsProved(this.#factsOf(contract), ...proofs);
    } catch (error) {
      // Its signature was changed, or stood on another contract.
      if (error instanceof DecryptionFailed) return false;
      throw error;
    }
  }

  /** @throws DecryptionFailed */
  #factsOf({ id, body, signatureCipher }: CardContract): ContractFacts {
    const signature = signatureCipher && this.signatures.hashOf(id, signatureCipher);
    return {
      ...{ id, bodyHash: bodyHash(body).toString('hex') },
      signatureHash: signature && signature.toString('hex'),
    };
  }
}

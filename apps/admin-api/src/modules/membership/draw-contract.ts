import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { storesByIds } from '../stores/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Reader, Tx } from '../../platform/database/index.js';
import { newId } from '../../platform/ids/index.js';
import type { ContractText } from './data/contract-texts.js';
import { insertContract, type CardContract, type ContractProof } from './data/contracts.js';
import type { Plan } from './data/plans.js';
import { settingsOf } from './data/settings.js';
import type { TopUp } from './data/top-ups.js';
import { bodyHash, contractBody } from './rules/contract-body.js';
import { Signatures, type Signature } from './signatures.js';

/** How the client agrees: by drawing her name, on a numbered slip, or later. */
export type Agreement =
  | { readonly signature: Signature }
  | { readonly slipNo: string }
  | { readonly later: true };

/** What a contract is about, in fen. */
export interface SoldThing extends Pick<
  CardContract,
  'customerId' | 'storeId' | 'topUpId' | 'packageId' | 'refundTerms'
> {
  readonly listPriceFen: number;
  readonly priceFen: number;
  readonly bonusFen: number;
}

/** What a plan offers at a store. */
type Offer = Pick<
  Plan,
  | 'name'
  | 'priceFen'
  | 'bonusFen'
  | 'spendOrder'
  | 'validEverywhere'
  | 'refundTerms'
  | 'ownReasonBasis'
>;

/** The words of a plan's contract as they would be agreed to at the store that sells it. */
export async function offeredBody(
  reader: Reader,
  text: ContractText,
  offer: Offer,
  storeId: string,
): Promise<string> {
  const { coolingOffDays } = await settingsOf(reader, storeId);
  const stores = offer.validEverywhere ? null : await storesByIds(reader, [storeId]);
  return contractBody(text.body, {
    ...{ planName: offer.name, priceFen: offer.priceFen, bonusFen: offer.bonusFen },
    listPriceFen: offer.priceFen + offer.bonusFen,
    ...{ spendOrder: offer.spendOrder, refundTerms: offer.refundTerms, coolingOffDays },
    validIn: stores && stores.map((store) => store.name),
  });
}

/**
 * What stands for all that a client agrees to: the words, and the terms that a text may leave out of them. SHA-256, hex.
 */
export function offerHash(body: string, offer: Offer, storeId: string): string {
  const { name, priceFen, bonusFen, spendOrder, validEverywhere } = offer;
  const terms = [name, priceFen, bonusFen, spendOrder, validEverywhere];
  const said = [body, ...terms, offer.refundTerms, offer.ownReasonBasis, storeId];
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}

/** Writes the contract of a sale, word for word as it is agreed to now. */
@Injectable()
export class DrawContract {
  constructor(
    private readonly signatures: Signatures,
    private readonly clock: Clock,
  ) {}

  /** Of a top-up. @returns the id of the contract */
  async execute(tx: Tx, topUp: TopUp, text: ContractText, agreement: Agreement): Promise<string> {
    const offer = { ...topUp, name: topUp.title };
    const body = await offeredBody(tx, text, offer, topUp.storeId);
    return this.write(tx, { ...topUp, topUpId: topUp.id, packageId: null }, text, body, agreement);
  }

  /** Of whatever was sold, in these words. @returns the id of the contract */
  async write(
    tx: Tx,
    sold: SoldThing,
    text: ContractText,
    body: string,
    agreement: Agreement,
  ): Promise<string> {
    const id = newId();
    const { customerId, storeId, topUpId, packageId } = sold;
    await insertContract(tx, {
      ...{ id, customerId, storeId, topUpId, packageId },
      ...{ textId: text.id, title: text.title, body, bodyHash: bodyHash(body) },
      ...{ listPriceFen: sold.listPriceFen, priceFen: sold.priceFen, bonusFen: sold.bonusFen },
      ...{ refundTerms: sold.refundTerms, createdAt: this.clock.now() },
      ...this.proofOf(id, agreement),
    });
    return id;
  }

  /** @throws Refusal INVALID_INPUT for a signature that is none */
  proofOf(contractId: string, agreement: Agreement): ContractProof {
    const nothing = { signatureCipher: null, signatureHash: null, slipNo: null, signedAt: null };
    const signedAt = this.clock.now();
    if ('slipNo' in agreement) {
      return { ...nothing, state: 'on_paper', slipNo: agreement.slipNo, signedAt };
    }
    if ('later' in agreement) return { ...nothing, state: 'unsigned' };
    const { cipher, hash } = this.signatures.seal(contractId, agreement.signature);
    return {
      ...{ ...nothing, state: 'signed', signatureCipher: cipher },
      ...{ signatureHash: hash, signedAt },
    };
  }
}

import { Injectable } from '@nestjs/common';
import { Ledger } from '../ledger/index.js';
import { AuditTrail } from '../../platform/audit/index.js';
import type { ClientPrincipal } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { ContractProofs } from './contract-proofs.js';
import { contractOf, lockContract, signContract, type CardContract } from './data/contracts.js';
import { DrawContract } from './draw-contract.js';
import type { Signature } from './signatures.js';
import { actorOf, byOf, storeDay } from './store-day.js';

/** A client signs a contract that was bought before it was signed, such as at the desk. */
@Injectable()
export class SignContract {
  constructor(
    private readonly contracts: DrawContract,
    private readonly proofs: ContractProofs,
    private readonly ledger: Ledger,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal CONTRACT_NOT_FOUND also when it is another client's, CONTRACT_SIGNED */
  async execute(
    tx: Tx,
    client: ClientPrincipal,
    id: string,
    signature: Signature,
  ): Promise<CardContract> {
    const { customerId } = client;
    const contract = (await lockContract(tx, customerId, id)) ?? refuse('CONTRACT_NOT_FOUND');
    if (contract.state !== 'unsigned') refuse('CONTRACT_SIGNED');
    await signContract(tx, id, this.contracts.proofOf(id, { signature }));
    const signed = (await contractOf(tx, customerId, id)) ?? refuse('CONTRACT_NOT_FOUND');
    // The entry of a sale that is not paid yet will tell of the signature itself.
    if (signed.txId !== null) await this.#note(tx, client, signed);
    const subject = { kind: 'card_contract', id };
    await this.audit.record(tx, { actor: client, action: 'contract.signed', subject });
    return signed;
  }

  async #note(tx: Tx, client: ClientPrincipal, contract: CardContract): Promise<void> {
    const { id, storeId } = contract;
    const { today } = await storeDay(tx, storeId, this.clock.now());
    await this.ledger.note(tx, {
      ...{ kind: 'contract_signed', bizKey: id, storeId, effectiveOn: today },
      ...{ actor: actorOf(byOf(client)), request: this.proofs.of(contract) },
      meta: { title: '合同签署', ...this.proofs.of(contract) },
    });
  }
}

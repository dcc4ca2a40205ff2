import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/index.js';
import type { ClientPrincipal } from '../../platform/auth/index.js';
import type { Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { contractOf, lockContract, signContract, type CardContract } from './data/contracts.js';
import { DrawContract } from './draw-contract.js';
import type { Signature } from './signatures.js';

/** A client signs a contract that was bought before it was signed, such as at the desk. */
@Injectable()
export class SignContract {
  constructor(
    private readonly contracts: DrawContract,
    private readonly audit: AuditTrail,
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
    const subject = { kind: 'card_contract', id };
    await this.audit.record(tx, { actor: client, action: 'contract.signed', subject });
    return (await contractOf(tx, customerId, id)) ?? refuse('CONTRACT_NOT_FOUND');
  }
}

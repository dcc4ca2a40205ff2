import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import { ContractProofs } from '../contract-proofs.js';
import { contractsOf, type CardContract } from '../data/contracts.js';
import { Signatures } from '../signatures.js';
import type { ContractDto, ContractListDto } from './dto/contract.dto.js';
import { presentContract, presentContractLine } from './present-contract.js';
import { ScreenStores } from './screen-stores.js';

/** Contracts as phone and desk show them. */
@Injectable()
export class ContractScreens {
  constructor(
    private readonly database: Database,
    private readonly signatures: Signatures,
    private readonly proofs: ContractProofs,
    private readonly stores: ScreenStores,
  ) {}

  /** A client's contracts, latest first. */
  async list(customerId: string): Promise<ContractListDto> {
    const contracts = await contractsOf(this.database, customerId);
    const stores = await this.stores.of(contracts.map((contract) => contract.storeId));
    return { items: contracts.map((contract) => presentContractLine(contract, stores)) };
  }

  /** One contract with its words and its signature. @throws Refusal CONTRACT_ALTERED when it is not what was agreed to */
  async one(contract: CardContract): Promise<ContractDto> {
    if ((await this.proofs.altered(this.database, [contract])).length > 0)
      refuse('CONTRACT_ALTERED');
    const { id, signatureCipher } = contract;
    const signature = signatureCipher && this.signatures.open(id, signatureCipher);
    return presentContract(contract, await this.stores.of([contract.storeId]), signature);
  }
}

import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ClientRoute, CurrentClient, type ClientPrincipal } from '../../../platform/auth/index.js';
import { Database } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import {
  Idempotent,
  IdempotentWork,
  type IdempotentCall,
} from '../../../platform/idempotency/index.js';
import { IdPipe } from '../../../platform/input/index.js';
import { contractOf } from '../data/contracts.js';
import { SignContract } from '../sign-contract.js';
import { ContractScreens } from './contract-screens.js';
import { ContractDto, ContractListDto, SignContractDto } from './dto/contract.dto.js';

/** A client's contracts, to sign and to read again. */
@Controller('client/contracts')
export class ClientContractsController {
  constructor(
    private readonly database: Database,
    private readonly idempotent: IdempotentWork,
    private readonly signContract: SignContract,
    private readonly screens: ContractScreens,
  ) {}

  @Get()
  @ClientRoute()
  list(@CurrentClient() { customerId }: ClientPrincipal): Promise<ContractListDto> {
    return this.screens.list(customerId);
  }

  @Get(':contractId')
  @ClientRoute()
  async one(
    @CurrentClient() { customerId }: ClientPrincipal,
    @Param('contractId', IdPipe) id: string,
  ): Promise<ContractDto> {
    const contract = await contractOf(this.database, customerId, id);
    return contract ? this.screens.one(contract) : refuse('CONTRACT_NOT_FOUND');
  }

  @Post(':contractId/sign')
  @HttpCode(200)
  @ClientRoute()
  async sign(
    @CurrentClient() client: ClientPrincipal,
    @Param('contractId', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
    @Body() { signature }: SignContractDto,
  ): Promise<ContractDto> {
    await this.idempotent.run(call, async (tx) => {
      await this.signContract.execute(tx, client, id, signature);
      return {};
    });
    return this.one(client, id);
  }
}

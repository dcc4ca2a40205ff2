import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ClientRoute, CurrentClient, type ClientPrincipal } from '../../../platform/auth/index.js';
import { Database, UnitOfWork } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import { CustomerQueries } from '../data/customer-queries.js';
import { UpdateCustomer } from '../update-customer.js';
import { toClientView } from './customer-presenter.js';
import { ClientView } from './dto/customer-views.dto.js';
import { UpdateMeBody } from './dto/customers.dto.js';

/** The client's own file; there is no way to name another. */
@Controller('client/me')
export class ClientMeController {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly queries: CustomerQueries,
    private readonly updateCustomer: UpdateCustomer,
  ) {}

  @Get()
  @ClientRoute()
  async get(@CurrentClient() client: ClientPrincipal): Promise<ClientView> {
    const summary = await this.queries.summary(this.database, client.customerId);
    return summary ? toClientView(summary) : refuse('CLIENT_NOT_FOUND');
  }

  @Patch()
  @ClientRoute()
  update(
    @CurrentClient() client: ClientPrincipal,
    @Body() body: UpdateMeBody,
  ): Promise<ClientView> {
    return this.unitOfWork.run(async (tx) => {
      await this.updateCustomer.execute(tx, client.customerId, body, client);
      const summary = await this.queries.summary(tx, client.customerId);
      return summary ? toClientView(summary) : refuse('CLIENT_NOT_FOUND');
    });
  }
}

import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ClientRoute, CurrentClient, type ClientPrincipal } from '../../../platform/auth/index.js';
import { Clock, HOME_ZONE, localDate } from '../../../platform/clock/index.js';
import { Database, UnitOfWork } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import { CustomerQueries } from '../data/customer-queries.js';
import { ProfileQueries } from '../data/profile-queries.js';
import { UpdateCustomer } from '../update-customer.js';
import { toClientView } from './customer-presenter.js';
import { OwnProfileView } from './dto/client-profile.dto.js';
import { ClientView } from './dto/customer-views.dto.js';
import { UpdateMeBody } from './dto/customers.dto.js';
import { toOwnProfileView } from './present-profile.js';

/** The client's own file; there is no way to name another. */
@Controller('client/me')
export class ClientMeController {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly queries: CustomerQueries,
    private readonly profiles: ProfileQueries,
    private readonly updateCustomer: UpdateCustomer,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ClientRoute()
  async get(@CurrentClient() client: ClientPrincipal): Promise<ClientView> {
    const summary = await this.queries.summary(this.database, client.customerId);
    return summary ? toClientView(summary) : refuse('CLIENT_NOT_FOUND');
  }

  /** All that she told of herself. */
  @Get('profile')
  @ClientRoute()
  async profile(@CurrentClient() client: ClientPrincipal): Promise<OwnProfileView> {
    const file = await this.queries.file(this.database, client.customerId);
    const profile = await this.profiles.profile(this.database, client.customerId);
    if (!file || !profile) return refuse('CLIENT_NOT_FOUND');
    return toOwnProfileView(file, profile, localDate(this.clock.now(), HOME_ZONE));
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

import { Injectable } from '@nestjs/common';
import { CustomerQueries, type CustomerSummary } from '../../customers/index.js';
import type { StaffPrincipal } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { Database } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import { AppointmentQueries, type VisitsWithCustomers } from '../appointment-queries.js';
import type { WordedVisit } from '../data/visit-words.js';
import type { StaffVisitDto } from './dto/visit.dto.js';
import { Viewer } from '../rules/viewer.js';
import { presentStaffVisit } from './present-visit.js';

/** Shows visits to staff together with the client each belongs to. */
@Injectable()
export class StaffVisitPresenter {
  constructor(
    private readonly queries: AppointmentQueries,
    private readonly customers: CustomerQueries,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  list(staff: StaffPrincipal, { visits, customers }: VisitsWithCustomers): StaffVisitDto[] {
    const viewer = new Viewer(staff, this.clock.now());
    return visits.map((visit) => presentStaffVisit(visit, customers.get(visit.customerId), viewer));
  }

  async one(staff: StaffPrincipal, visit: WordedVisit): Promise<StaffVisitDto> {
    return this.inside(staff, await this.customer(visit.customerId))(visit);
  }

  /** @throws Refusal CLIENT_NOT_FOUND */
  async customer(customerId: string): Promise<CustomerSummary> {
    const [customer] = await this.customers.summaries(this.database, [customerId]);
    return customer ?? refuse('CLIENT_NOT_FOUND');
  }

  /** A presenter for use inside a transaction: the client was read before, because her line does not change in it. */
  inside(staff: StaffPrincipal, customer: CustomerSummary): (visit: WordedVisit) => StaffVisitDto {
    return (visit) => presentStaffVisit(visit, customer, new Viewer(staff, this.clock.now()));
  }

  /** @throws Refusal APPOINTMENT_NOT_FOUND also when it is another store's */
  async forVisit(
    staff: StaffPrincipal,
    id: string,
  ): Promise<(visit: WordedVisit) => StaffVisitDto> {
    const { customerId } = await this.queries.byId(staff, id);
    return this.inside(staff, await this.customer(customerId));
  }
}

import { Injectable } from '@nestjs/common';
import type { StaffPrincipal } from '../../../platform/auth/index.js';
import { Database } from '../../../platform/database/index.js';
import { membersByIds } from '../../staff/index.js';
import { AppointmentQueries } from '../appointment-queries.js';
import { visitsByIds } from '../data/visit-reads.js';
import { VisitWords } from '../data/visit-words.js';
import type { TouchedVisit } from '../touched-visits.js';
import type { TouchedVisitDto } from './dto/shift-plan.dto.js';
import { StaffVisitPresenter } from './staff-visit-presenter.js';

/** Shows touched visits with who is not there and why, as the caller may see visits. */
@Injectable()
export class PresentTouched {
  constructor(
    private readonly queries: AppointmentQueries,
    private readonly presenter: StaffVisitPresenter,
    private readonly words: VisitWords,
    private readonly database: Database,
  ) {}

  async execute(
    staff: StaffPrincipal,
    touched: readonly TouchedVisit[],
  ): Promise<TouchedVisitDto[]> {
    const found = await visitsByIds(
      this.database,
      touched.map(({ id }) => id),
    );
    const people = touched.flatMap(({ absences }) => absences.map(({ staffId }) => staffId));
    const members = await membersByIds(this.database, [...new Set(people)]);
    const names = new Map(members.map((member) => [member.id, member.displayName]));
    const opened = await this.words.open(this.database, found);
    const shown = this.presenter.list(staff, await this.queries.withCustomers(opened));
    const visits = new Map(shown.map((visit) => [visit.id, visit]));
    return touched.flatMap(({ id, keptBy, absences }) => {
      const visit = visits.get(id);
      if (!visit) return [];
      const named = absences.map((each) => ({ ...each, staffName: names.get(each.staffId) ?? '' }));
      return [{ visit, keptBy, absences: named }];
    });
  }
}

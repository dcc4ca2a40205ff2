import { Injectable } from '@nestjs/common';
import type { StaffPrincipal } from '../../platform/auth/index.js';
import { Clock, HOME_ZONE, localDate } from '../../platform/clock/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { visitById } from '../appointments/index.js';
import { serviceNames } from '../catalog/index.js';
import {
  CustomerQueries,
  ProfileQueries,
  ReadNotes,
  type CustomerFile,
  type CustomerProfile,
  type StandingNote,
} from '../customers/index.js';
import { membersByIds } from '../staff/index.js';
import type { OpenRecord } from '../treatments/index.js';
import { noShowsSince, visitLines, type VisitLine } from './data/overview-reads.js';
import { standingById } from './data/standings.js';
import { ReadCare } from './read-care.js';
import { alertsOf, type ClientAlert } from './rules/alerts.js';
import { birthdaySoon } from './rules/birthday-soon.js';

/** What whoever serves a client reads before she comes in. Nothing of money. */
export interface Briefing {
  readonly file: CustomerFile;
  readonly alerts: readonly ClientAlert[];
  readonly profile: CustomerProfile;
  readonly usualServices: readonly string[];
  readonly preferredStaff: readonly string[];
  /** Undefined before she was weighed. */
  readonly standing: Awaited<ReturnType<typeof standingById>>;
  /** The latest visit of this store's staff to which she came. */
  readonly lastVisit: VisitLine | undefined;
  readonly lastTreatment: OpenRecord | null;
  /** The latest that the asker may read. */
  readonly notes: readonly StandingNote[];
}

const YEAR_MS = 365 * 86_400_000;
const NOTES = 5;

/** The card about a client that is read before a visit. */
@Injectable()
export class BriefingQueries {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly customers: CustomerQueries,
    private readonly profiles: ProfileQueries,
    private readonly readNotes: ReadNotes,
    private readonly care: ReadCare,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal APPOINTMENT_NOT_FOUND also when the visit is another store's */
  async of(staff: StaffPrincipal, appointmentId: string): Promise<Briefing> {
    const reader = this.database;
    const visit =
      (await visitById(reader, staff, appointmentId)) ?? refuse('APPOINTMENT_NOT_FOUND');
    const { customerId } = visit;
    const now = this.clock.now();
    const file = (await this.customers.file(reader, customerId)) ?? refuse('CLIENT_NOT_FOUND');
    const profile = (await this.profiles.profile(reader, customerId)) ?? refuse('CLIENT_NOT_FOUND');
    const [standing, lines, noShows, care, notes, services, members] = await Promise.all([
      standingById(reader, customerId),
      visitLines(reader, customerId, staff.storeIds, now),
      noShowsSince(reader, customerId, new Date(now.getTime() - YEAR_MS)),
      this.care.execute(staff, customerId),
      this.unitOfWork.run((tx) => this.readNotes.execute(tx, staff, customerId)),
      serviceNames(reader, profile.usualServiceIds),
      membersByIds(reader, profile.preferredStaffIds),
    ]);
    const asked = visit.items.map(({ serviceId }) => serviceId);
    const papers = await this.care.papersMissing(customerId, asked);
    const today = localDate(now, HOME_ZONE);
    const birthday = file.birthday ? birthdaySoon(file.birthday, today) : undefined;
    const isMerged = file.state === 'merged';
    return {
      ...{ file, profile, standing, lastTreatment: care.lastTreatment },
      alerts: alertsOf({ isMerged, cautions: care.cautions, papers, noShows, birthday }),
      usualServices: profile.usualServiceIds.flatMap((id) => services.get(id) ?? []),
      preferredStaff: members.map(({ displayName }) => displayName),
      lastVisit: lines.past.find(({ id, state }) => id !== appointmentId && state === 'completed'),
      notes: notes.filter(({ text }) => text !== '').slice(0, NOTES),
    };
  }
}

import { Injectable } from '@nestjs/common';
import { AppointmentQueries, visitById, visitsByIds } from '../appointments/index.js';
import { CustomerQueries } from '../customers/index.js';
import type { StaffPrincipal } from '../../platform/auth/index.js';
import { Clock, instantOf, localDate } from '../../platform/clock/index.js';
import { Database } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { feedbackOfVisit, unseenSince } from './data/feedback.js';
import { FeedbackWords, type WordedFeedback } from './feedback-words.js';

/** A word that nobody has seen, with who said it and at what. */
export interface UnseenFeedback extends WordedFeedback {
  readonly customerName: string;
  readonly serviceNames: readonly string[];
  readonly staffNames: readonly string[];
}

/** Words of clients with the time zone of the store they were said in. */
export interface FeedbackRead<T> {
  readonly timeZone: string;
  readonly items: readonly T[];
}

/** What clients said, for those who serve them. */
@Injectable()
export class ReadFeedback {
  constructor(
    private readonly appointments: AppointmentQueries,
    private readonly customers: CustomerQueries,
    private readonly words: FeedbackWords,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** What was said at a visit. @throws Refusal APPOINTMENT_NOT_FOUND also when it is another store's */
  async ofVisit(staff: StaffPrincipal, id: string): Promise<FeedbackRead<WordedFeedback>> {
    const visit = (await visitById(this.database, staff, id)) ?? refuse('APPOINTMENT_NOT_FOUND');
    const kept = await feedbackOfVisit(this.database, id);
    return { timeZone: visit.timeZone, items: await this.words.open(this.database, kept) };
  }

  /** What was said in a store today and nobody has seen. @throws Refusal STORE_NOT_FOUND */
  async unseen(storeId: string): Promise<FeedbackRead<UnseenFeedback>> {
    const { timeZone } = await this.appointments.store(storeId);
    const dawn = instantOf(localDate(this.clock.now(), timeZone), 0, timeZone);
    const kept = await unseenSince(this.database, storeId, dawn);
    if (kept.length === 0) return { timeZone, items: [] };
    const ids = [...new Set(kept.map(({ appointmentId }) => appointmentId))];
    const visits = new Map((await visitsByIds(this.database, ids)).map((one) => [one.id, one]));
    const people = [...new Set([...visits.values()].map(({ customerId }) => customerId))];
    const summaries = await this.customers.summaries(this.database, people);
    const names = new Map(summaries.map(({ id, name }) => [id, name]));
    const opened = await this.words.open(this.database, kept);
    return {
      timeZone,
      items: opened.map((one) => {
        const visit = visits.get(one.appointmentId);
        const items = visit?.items ?? [];
        return {
          ...one,
          customerName: names.get(visit?.customerId ?? '') ?? '',
          serviceNames: items.map(({ serviceName }) => serviceName),
          staffNames: [...new Set(items.map(({ staffName }) => staffName))],
        };
      }),
    };
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AppointmentQueries, visitsToRemind, type WordedVisit } from '../appointments/index.js';
import type { SystemPrincipal } from '../../platform/auth/index.js';
import { Clock, HOME_ZONE, localDate } from '../../platform/clock/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import { JobQueue, JobRegistry, Sweeps, type NewJob } from '../../platform/jobs/index.js';
import { messagesOfKeys } from './data/messages.js';
import { reminderRules, reminderRulesOf } from './data/reminder-rules.js';
import {
  DEFAULT_REMINDERS,
  REMINDER_KINDS,
  reminderFate,
  type ReminderKind,
} from './rules/reminders.js';
import { overtaken } from './rules/told-visit.js';
import { MOST_TRIES } from './tell-by-ways.js';
import { TellVisit } from './tell-visit.js';

const SYSTEM: SystemPrincipal = { kind: 'system', name: 'remind-visits' };
const QUEUE = 'notifications.reminder';
const EVERY_MS = 60_000;
const PER_ROUND = 200;
/** No reminder goes out earlier: midnight of the day before, and an hour for a change of the clocks. */
const AHEAD_MS = 49 * 3_600_000;

interface Reminder {
  readonly appointmentId: string;
  readonly kind: ReminderKind;
  /** RFC 3339, UTC: a visit that goes elsewhere has reminders of its own there. */
  readonly startsAt: string;
}

const keyOf = ({ appointmentId, kind, startsAt }: Reminder): string =>
  `reminder.${kind}:${appointmentId}:${Date.parse(startsAt)}`;

/**
 * Reminds clients of their visits the day before and an hour ahead. A sweep looks in the visits for what is due and puts
 * a job aside for each, which looks at the visit again before it tells. A job that was lost is found again: as long as
 * nothing is written down about a reminder it is due. One that is there already is not put aside twice.
 */
@Injectable()
export class RemindVisits implements OnModuleInit {
  constructor(
    private readonly sweeps: Sweeps,
    private readonly registry: JobRegistry,
    private readonly jobs: JobQueue,
    private readonly appointments: AppointmentQueries,
    private readonly tell: TellVisit,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    const run = (signal: AbortSignal): Promise<void> => this.run(signal);
    this.sweeps.register({ name: 'notifications.reminders', everyMs: EVERY_MS, run });
    this.registry.register<Reminder>({
      ...{ queue: QUEUE, maxAttempts: MOST_TRIES },
      run: (reminder, { attempt }) => this.#remind(reminder, attempt),
    });
  }

  /** Puts aside what is due now and nothing is known of. */
  async run(signal?: AbortSignal): Promise<void> {
    const now = this.clock.now();
    const until = new Date(now.getTime() + AHEAD_MS);
    let after = { startsAt: now, id: '' };
    for (;;) {
      const visits = await visitsToRemind(this.database, after, until, PER_ROUND);
      const last = visits.at(-1);
      if (!last || signal?.aborted) return;
      const stores = [...new Set(visits.map(({ storeId }) => storeId))];
      const rules = await reminderRules(this.database, stores);
      const due = visits.flatMap((visit) => {
        const { id: appointmentId, startsAt, storeId } = visit;
        const ofStore = rules.get(storeId) ?? DEFAULT_REMINDERS;
        return REMINDER_KINDS.filter(
          (kind) => reminderFate(kind, visit, ofStore, now) !== 'none',
        ).map((kind) => ({ appointmentId, kind, startsAt: startsAt.toISOString() }));
      });
      await this.#putAside(due, now);
      after = last;
    }
  }

  async #putAside(due: readonly Reminder[], now: Date): Promise<void> {
    const known = await messagesOfKeys(this.database, due.map(keyOf));
    // One that came to nothing may have another way left: the job that is there knows, or is made anew.
    const over = new Set(
      known.filter(({ state }) => !NOT_OVER.has(state)).map(({ messageKey }) => messageKey),
    );
    // One a day: a job that came into the night told nobody, and in the morning there is another.
    const day = localDate(now, HOME_ZONE);
    const jobs: NewJob[] = due
      .filter((reminder) => !over.has(keyOf(reminder)))
      .map((payload) => ({ queue: QUEUE, payload, dedupeKey: `${keyOf(payload)}:${day}` }));
    if (jobs.length > 0) await this.unitOfWork.run((tx) => this.jobs.addAll(tx, jobs));
  }

  async #remind(reminder: Reminder, attempt: number): Promise<void> {
    const { appointmentId, kind } = reminder;
    const visit = await this.appointments.byId(SYSTEM, appointmentId);
    const startsAt = new Date(reminder.startsAt);
    const off = (now: Parameters<typeof overtaken>[0]): string | null => overtaken(now, startsAt);
    const rules = await reminderRulesOf(this.database, visit.storeId);
    const news = { key: keyOf(reminder), kind, visit, rules };
    const reason = off(visit);
    if (reason !== null) return this.tell.withhold(news, reason);
    const timed = { startsAt, settledAt: settledAt(visit), timeZone: visit.timeZone };
    const fate = reminderFate(kind, timed, rules, this.clock.now());
    if (fate === 'tell') return this.tell.execute({ ...news, off }, attempt);
    if (fate !== 'none') return this.tell.withhold(news, fate.withheld);
  }
}

/** The way over WeChat came to nothing, or hangs where a process died. */
const NOT_OVER: ReadonlySet<string> = new Set(['not_allowed', 'failed', 'sending']);

/** When it last got its time or its yes. */
const settledAt = ({ changes, createdAt }: WordedVisit): Date =>
  changes
    .filter(({ transition }) => ['book', 'confirm', 'move'].includes(transition))
    .reduce((latest, { at }) => (at > latest ? at : latest), createdAt);

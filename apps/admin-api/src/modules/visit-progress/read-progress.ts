import { Injectable } from '@nestjs/common';
import { AppointmentQueries, type WordedVisit } from '../appointments/index.js';
import { TreatmentQueries } from '../treatments/index.js';
import type { ClientPrincipal } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database } from '../../platform/database/index.js';
import { feedbackOfVisit } from './data/feedback.js';
import { FeedbackWords, type WordedFeedback } from './feedback-words.js';
import { asBegun, statesOf, stepsOf, type Step, type StepState } from './rules/steps.js';

/** Where a client's visit stands. */
export interface Progress {
  readonly visit: WordedVisit;
  /** When she was begun; null before that. */
  readonly begunAt: Date | null;
  /** As they come; none while she is not there. */
  readonly steps: readonly (Step & { readonly state: StepState })[];
  /** Names of products used so far. */
  readonly products: readonly string[];
  readonly feedback: readonly WordedFeedback[];
  readonly now: Date;
}

/** Tells a client where her visit stands. */
@Injectable()
export class ReadProgress {
  constructor(
    private readonly appointments: AppointmentQueries,
    private readonly treatments: TreatmentQueries,
    private readonly words: FeedbackWords,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal APPOINTMENT_NOT_FOUND also when it is a stranger's */
  async of(client: ClientPrincipal, appointmentId: string): Promise<Progress> {
    const visit = await this.appointments.byId(client, appointmentId);
    const now = this.clock.now();
    const begunAt = visit.changes.findLast(({ transition }) => transition === 'start')?.at ?? null;
    const kept = await feedbackOfVisit(this.database, appointmentId);
    return {
      ...{ visit, now, begunAt, steps: stepsSoFar(visit, begunAt, now) },
      products: begunAt ? await this.treatments.productsSoFar(this.database, appointmentId) : [],
      feedback: await this.words.open(this.database, kept),
    };
  }
}

function stepsSoFar(visit: WordedVisit, begunAt: Date | null, now: Date): Progress['steps'] {
  const { state, items, allocations } = visit;
  if (!['arrived', 'in_service', 'completed'].includes(state)) return [];
  const work = allocations.flatMap(({ kind, itemSeq, name, startsAt, endsAt }) =>
    kind === 'staff' ? [{ itemSeq, name, startsAt, endsAt }] : [],
  );
  const planned = stepsOf(items, work);
  const steps = begunAt ? asBegun(planned, begunAt) : planned;
  const states = statesOf(steps, now);
  return steps.map((step, index) => {
    if (state === 'completed') return { ...step, state: 'done' };
    return { ...step, state: begunAt ? (states[index] ?? 'next') : 'next' };
  });
}

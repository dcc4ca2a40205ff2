import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  Clock,
  HOME_ZONE,
  instantOf,
  localDate,
  type LocalDate,
} from '../../platform/clock/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import { JobRegistry, Sweeps } from '../../platform/jobs/index.js';
import { BirthdayRound } from './birthday-round.js';
import { allAutomations, automationById, type Automation } from './data/automations.js';
import { hasRun, insertRun } from './data/grants.js';
import { AutomationChanged, GiveBirthdayCoupon } from './give-birthday-coupon.js';

/** Runs one automation now: what the button asks for. */
export const RUN_QUEUE = 'marketing.run';
export interface RunPayload {
  readonly automationId: string;
}

const EVERY_MS = 60_000;
/** Nobody is woken by a gift. */
const FIRST_HOUR_MINUTES = 9 * 60;

/** Runs each automation that is on, once a day from nine in the morning on; again where a run was broken off. */
@Injectable()
export class RunAutomations implements OnModuleInit {
  constructor(
    private readonly sweeps: Sweeps,
    private readonly jobs: JobRegistry,
    private readonly round: BirthdayRound,
    private readonly give: GiveBirthdayCoupon,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    const run = (signal: AbortSignal): Promise<void> => this.runDue(signal);
    this.sweeps.register({ name: 'marketing.automations', everyMs: EVERY_MS, run });
    this.jobs.register<RunPayload>({
      queue: RUN_QUEUE,
      run: ({ automationId }, { signal }) => this.#runNow(automationId, signal),
    });
  }

  /** Those that have not run today. @throws AggregateError of those that broke off, after all others ran */
  async runDue(signal?: AbortSignal): Promise<void> {
    const now = this.clock.now();
    const day = localDate(now, HOME_ZONE);
    if (now < instantOf(day, FIRST_HOUR_MINUTES, HOME_ZONE)) return;
    const faults: unknown[] = [];
    for (const automation of await allAutomations(this.database)) {
      if (automation.state !== 'on' || (await hasRun(this.database, automation.id, day))) continue;
      await this.#run(automation, day, signal).catch((error: unknown) => {
        // The next round runs it as it is then.
        if (!(error instanceof AutomationChanged)) faults.push(error);
      });
    }
    if (faults.length > 0) throw new AggregateError(faults, 'some automations broke off');
  }

  /** Switched off in between: then nothing is given. @throws AutomationChanged, after which the job is tried again */
  async #runNow(id: string, signal: AbortSignal): Promise<void> {
    const automation = await automationById(this.database, id);
    if (automation?.state !== 'on') return;
    await this.#run(automation, localDate(this.clock.now(), HOME_ZONE), signal);
  }

  async #run(automation: Automation, day: LocalDate, signal?: AbortSignal): Promise<void> {
    let [granted, leftOut] = [0, 0];
    for await (const page of this.round.verdicts(this.database, automation, day))
      for (const verdict of page) {
        // Not written down as done: another run follows.
        if (signal?.aborted) return;
        const isGiven =
          verdict.leftOut === null && (await this.give.execute(automation, verdict, day)) === null;
        if (isGiven) granted += 1;
        else leftOut += 1;
      }
    const run = { day, granted, leftOut, finishedAt: this.clock.now() };
    await this.unitOfWork.run((tx) => insertRun(tx, automation.id, run));
  }
}

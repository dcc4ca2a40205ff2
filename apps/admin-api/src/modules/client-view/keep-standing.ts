import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  SESSION_TOPICS,
  VALUE_TOPICS,
  type BillEventPayload,
  type StoredEvent,
  type ValueEventPayload,
} from '../../events/index.js';
import { ClientDataHandlers, type ClientDataHandler } from '../../platform/client-data/index.js';
import { Clock, HOME_ZONE, localDate } from '../../platform/clock/index.js';
import { Database, UnitOfWork, type Tx } from '../../platform/database/index.js';
import { idsSince } from '../../platform/ids/index.js';
import { EventSubscriptions, Sweeps } from '../../platform/jobs/index.js';
import { billById } from '../checkout/index.js';
import { dropStanding, dueStandings, setDue, unweighedAfter } from './data/standings.js';
import { WeighStanding } from './weigh-standing.js';

const OF_VALUE: readonly string[] = [...VALUE_TOPICS, ...SESSION_TOPICS];
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const PER_ROUND = 200;
const LOOK = 2_000;

/** Keeps standings right: weighs a client when something happened, when time has passed, and when nobody did. */
@Injectable()
export class KeepStanding implements OnModuleInit, ClientDataHandler {
  readonly name = 'client-view';
  readonly made = ['client_standing'];
  /** Below the files that may have been opened since this process went through all of them. */
  #from = '';

  constructor(
    private readonly subscriptions: EventSubscriptions,
    private readonly sweeps: Sweeps,
    private readonly handlers: ClientDataHandlers,
    private readonly weigh: WeighStanding,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.register(this);
    this.subscriptions.register({
      name: 'client-standing',
      topics: ['appointment.completed', 'bill.changed', ...OF_VALUE],
      handle: (event) => this.handle(event),
    });
    this.sweeps.register({
      ...{ name: 'standing.due', everyMs: HOUR_MS },
      run: (signal) => this.weighDue(signal),
    });
    this.sweeps.register({
      ...{ name: 'standing.missing', everyMs: MINUTE_MS },
      run: (signal) => this.weighMissing(signal),
    });
    this.sweeps.register({
      ...{ name: 'standing.limits', everyMs: MINUTE_MS },
      run: (signal) => this.judgeOlder(signal),
    });
  }

  async handle(event: StoredEvent): Promise<void> {
    const customerId = await this.#clientOf(event);
    if (customerId === null) return;
    await this.unitOfWork.run((tx) => this.weigh.execute(tx, [customerId]));
  }

  /** Weighs whom time has moved on since. */
  async weighDue(signal?: AbortSignal): Promise<void> {
    const today = localDate(this.clock.now(), HOME_ZONE);
    for (;;) {
      if (signal?.aborted === true) return;
      const due = await dueStandings(this.database, today, PER_ROUND);
      await this.unitOfWork.run((tx) => this.weigh.execute(tx, due));
      if (due.length < PER_ROUND) return;
    }
  }

  /** Judges everybody by the limits in force who was weighed by older ones. May be broken off and begun again. */
  async judgeOlder(signal?: AbortSignal): Promise<void> {
    for (let done = PER_ROUND; done === PER_ROUND && signal?.aborted !== true;)
      done = await this.unitOfWork.run((tx) => this.weigh.judgeOlder(tx, PER_ROUND));
  }

  /**
   * Weighs files that nobody has weighed: all of them the first time, later those that were opened since. Ids grow with
   * time; one that was made an hour ago and is not committed yet is none that anybody waits for.
   */
  async weighMissing(signal?: AbortSignal): Promise<void> {
    const from = idsSince(HOUR_MS);
    for (let after: string | undefined = this.#from; after !== undefined;) {
      if (signal?.aborted === true) return;
      const found: Awaited<ReturnType<typeof unweighedAfter>> = await unweighedAfter(
        this.database,
        after,
        LOOK,
      );
      for (let at = 0; at < found.ids.length; at += PER_ROUND) {
        const some = found.ids.slice(at, at + PER_ROUND);
        await this.unitOfWork.run((tx) => this.weigh.execute(tx, some));
      }
      after = found.lastId;
    }
    this.#from = from;
  }

  /** What the file that goes on did is weighed with what it takes over, once that is there. */
  async move(tx: Tx, from: string, to: string): Promise<void> {
    await setDue(tx, from, null);
    await this.weigh.makeDue(tx, to);
  }

  /** Each is weighed with what is hers again. */
  async moveBack(tx: Tx, from: string, to: string): Promise<void> {
    await this.weigh.makeDue(tx, from);
    await this.weigh.makeDue(tx, to);
  }

  forgetMade(tx: Tx, customerId: string): Promise<void> {
    return dropStanding(tx, customerId);
  }

  async #clientOf({ topic, subjectId, payload }: StoredEvent): Promise<string | null> {
    if (topic !== 'bill.changed') return (payload as ValueEventPayload).customerId;
    const { act } = payload as BillEventPayload;
    if (act !== 'pay' && act !== 'reverse') return null;
    return (await billById(this.database, subjectId))?.customerId ?? null;
  }
}

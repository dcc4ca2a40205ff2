import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { SystemPrincipal } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, UnitOfWork, type Tx } from '../../platform/database/index.js';
import { Sweeps } from '../../platform/jobs/index.js';
import { ChangeMaker } from './change-maker.js';
import { lockVisit, markEscalated, unescalatedAt } from './data/appointment-repository.js';

const SYSTEM: SystemPrincipal = { kind: 'system', name: 'escalate-unanswered' };
const PER_ROUND = 100;

/** Tells the manager of requests when half of the time for an answer is over. */
@Injectable()
export class EscalateUnanswered implements OnModuleInit {
  constructor(
    private readonly sweeps: Sweeps,
    private readonly changes: ChangeMaker,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.sweeps.register({ name: 'escalate-unanswered', everyMs: 60_000, run: () => this.run() });
  }

  async run(): Promise<void> {
    const due = await unescalatedAt(this.database, this.clock.now(), PER_ROUND);
    for (const id of due) await this.unitOfWork.run((tx) => this.#tell(tx, id));
  }

  async #tell(tx: Tx, id: string): Promise<void> {
    const visit = await lockVisit(tx, SYSTEM, id);
    // Somebody answered, or another sweep told of it, between the look and the lock.
    if (visit?.state !== 'requested' || visit.escalatedAt !== null) return;
    const { state } = visit;
    await markEscalated(tx, visit, this.clock.now());
    await this.changes.record(tx, SYSTEM, {
      visit,
      version: visit.version + 1,
      transition: 'escalate',
      from: state,
      to: state,
      topic: 'appointment.escalated',
    });
  }
}

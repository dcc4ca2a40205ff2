import { Injectable } from '@nestjs/common';
import { releaseSlots } from '../scheduling/index.js';
import type { Principal } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import { refuse } from '../../platform/errors/index.js';
import { IdempotentWork, type IdempotentCall } from '../../platform/idempotency/index.js';
import { ChangeMaker } from './change-maker.js';
import { changeState, lockVisit } from './data/appointment-repository.js';
import { clearOffer } from './data/visit-options.js';
import { visitById } from './data/visit-reads.js';
import { VisitWords, type WordedVisit } from './data/visit-words.js';
import { cancellationTerms } from './rules/cancellation-terms.js';
import { nextState } from './rules/transitions.js';
import { VisitPlanned } from './visit-planned.js';
import { VisitSessions } from './visit-sessions.js';

/**
 * Cancels a visit and frees its time and its sessions at once.
 * @throws Refusal APPOINTMENT_NOT_FOUND also when it is another client's, TRANSITION_REFUSED once it has begun
 */
@Injectable()
export class CancelAppointment {
  constructor(
    private readonly sessions: VisitSessions,
    private readonly planned: VisitPlanned,
    private readonly words: VisitWords,
    private readonly changes: ChangeMaker,
    private readonly idempotent: IdempotentWork,
    private readonly clock: Clock,
  ) {}

  execute<T extends object>(
    by: Principal,
    id: string,
    reason: string | null,
    call: IdempotentCall,
    present: (visit: WordedVisit) => T,
  ): Promise<T> {
    return this.idempotent.run(call, async (tx) => {
      // This row orders cancel, move and check-in of one visit; its slots follow it.
      const visit = (await lockVisit(tx, by, id)) ?? refuse('APPOINTMENT_NOT_FOUND');
      const state = nextState(visit.state, 'cancel', by);
      // Once its time has come, whether she came is the salon's to write down.
      const begun = visit.state !== 'held' && this.clock.now() >= visit.startsAt;
      const tooLate = by.kind === 'client' && begun;
      if (tooLate) return refuse('TRANSITION_REFUSED', { extras: { state: visit.state } });
      const { late } = cancellationTerms(visit, this.clock.now(), by.kind === 'client');
      await releaseSlots(tx, { kind: 'appointment', id });
      await clearOffer(tx, visit);
      await this.sessions.follow(tx, by, visit, 'cancel');
      await this.planned.follow(tx, visit, 'cancel');
      const { customerId } = visit;
      const cancelReason = await this.words.seal(tx, customerId, 'cancelReason', reason);
      await changeState(tx, visit, { state, late, cancelReason });
      await this.changes.record(tx, by, {
        visit,
        version: visit.version + 1,
        transition: 'cancel',
        from: visit.state,
        to: state,
        topic: 'appointment.cancelled',
        reason,
      });
      const cancelled = (await visitById(tx, by, id)) ?? refuse('APPOINTMENT_NOT_FOUND');
      return present(await this.words.openOne(tx, cancelled));
    });
  }
}

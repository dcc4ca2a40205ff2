import { Injectable } from '@nestjs/common';
import { releaseSlots } from '../scheduling/index.js';
import type { StaffPrincipal } from '../../platform/auth/index.js';
import { refuse, refuseField } from '../../platform/errors/index.js';
import { IdempotentWork, type IdempotentCall } from '../../platform/idempotency/index.js';
import { ChangeMaker } from './change-maker.js';
import { changeState, lockVisit } from './data/appointment-repository.js';
import type { DeclineReason } from './data/visit.js';
import { clearOffer } from './data/visit-options.js';
import { visitById } from './data/visit-reads.js';
import { VisitWords, type WordedVisit } from './data/visit-words.js';
import { nextState } from './rules/transitions.js';
import { VisitPlanned } from './visit-planned.js';
import { VisitSessions } from './visit-sessions.js';

/** Why a request is not taken; the words go to her. */
export interface Decline {
  readonly reason: DeclineReason;
  readonly words?: string | undefined;
}

/**
 * Says no to a request and frees its time and its sessions at once. She reads why.
 * @throws Refusal APPOINTMENT_NOT_FOUND, TRANSITION_REFUSED, FORBIDDEN, INVALID_INPUT where `other` has no words
 */
@Injectable()
export class DeclineRequest {
  constructor(
    private readonly sessions: VisitSessions,
    private readonly planned: VisitPlanned,
    private readonly words: VisitWords,
    private readonly changes: ChangeMaker,
    private readonly idempotent: IdempotentWork,
  ) {}

  execute<T extends object>(
    by: StaffPrincipal,
    id: string,
    { reason, words }: Decline,
    call: IdempotentCall,
    present: (visit: WordedVisit) => T,
  ): Promise<T> {
    const said = words?.trim() || null;
    if (reason === 'other' && said === null) return refuseField('words', '请写一句给顾客的话');
    return this.idempotent.run(call, async (tx) => {
      // This row orders everything that happens to one visit; its slots follow it.
      const visit = (await lockVisit(tx, by, id)) ?? refuse('APPOINTMENT_NOT_FOUND');
      const state = nextState(visit.state, 'decline', by);
      await releaseSlots(tx, { kind: 'appointment', id });
      await clearOffer(tx, visit);
      await this.sessions.follow(tx, by, visit, 'decline');
      await this.planned.follow(tx, visit, 'decline');
      const cancelReason = await this.words.seal(tx, visit.customerId, 'cancelReason', said);
      await changeState(tx, visit, { state, cancelReason, declineReason: reason });
      await this.changes.record(tx, by, {
        visit,
        version: visit.version + 1,
        transition: 'decline',
        from: visit.state,
        to: state,
        topic: 'appointment.declined',
        reason: said,
      });
      const declined = (await visitById(tx, by, id)) ?? refuse('APPOINTMENT_NOT_FOUND');
      return present(await this.words.openOne(tx, declined));
    });
  }
}

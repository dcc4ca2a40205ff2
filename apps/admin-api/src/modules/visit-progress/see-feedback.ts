import { Injectable } from '@nestjs/common';
import { storeById } from '../stores/index.js';
import type { StaffPrincipal } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { lockFeedback, markSeen } from './data/feedback.js';

/** Somebody has seen what a client said; the first one counts. */
@Injectable()
export class SeeFeedback {
  constructor(
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @returns when it was seen first, and where  @throws Refusal FEEDBACK_NOT_FOUND also when it is another store's */
  async execute(
    tx: Tx,
    staff: StaffPrincipal,
    id: string,
  ): Promise<{ readonly seenAt: Date; readonly timeZone: string }> {
    const kept = (await lockFeedback(tx, id, staff.storeIds)) ?? refuse('FEEDBACK_NOT_FOUND');
    const { storeId, appointmentId } = kept;
    const { timeZone } = (await storeById(tx, storeId)) ?? refuse('FEEDBACK_NOT_FOUND');
    if (kept.seenAt) return { seenAt: kept.seenAt, timeZone };
    const seenAt = this.clock.now();
    await markSeen(tx, id, { at: seenAt, by: staff.staffId });
    await this.outbox.add(tx, {
      ...{ topic: 'appointment.heard', storeId, subjectId: appointmentId },
      payload: { feedbackId: id },
    });
    return { seenAt, timeZone };
  }
}

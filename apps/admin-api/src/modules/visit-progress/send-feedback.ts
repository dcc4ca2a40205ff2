import { Injectable } from '@nestjs/common';
import type { FeedbackWish } from '@yance/shared-types';
import { lockVisit } from '../appointments/index.js';
import type { ClientPrincipal } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { refuse, refuseField } from '../../platform/errors/index.js';
import { newId } from '../../platform/ids/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { feedbackOfVisit, insertFeedback } from './data/feedback.js';
import { FeedbackWords, type WordedFeedback } from './feedback-words.js';

/** More than that at one visit is no word but noise. */
const MOST_PER_VISIT = 20;

/** What a client says: one tap, and words where she likes. */
export interface Said {
  readonly wish: FeedbackWish;
  readonly words: string | null;
}

/** Takes a word of a client while she is served, and tells the house. */
@Injectable()
export class SendFeedback {
  constructor(
    private readonly words: FeedbackWords,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal APPOINTMENT_NOT_FOUND, FEEDBACK_NOT_NOW, FEEDBACK_TOO_MANY, INVALID_INPUT for words that are none */
  async execute(
    tx: Tx,
    client: ClientPrincipal,
    appointmentId: string,
    { wish, words }: Said,
  ): Promise<WordedFeedback> {
    if (wish === 'words' && words === null) refuseField('words', '请写一句话');
    const visit = (await lockVisit(tx, client, appointmentId)) ?? refuse('APPOINTMENT_NOT_FOUND');
    if (visit.state !== 'arrived' && visit.state !== 'in_service') refuse('FEEDBACK_NOT_NOW');
    const said = await feedbackOfVisit(tx, appointmentId);
    if (said.length >= MOST_PER_VISIT) refuse('FEEDBACK_TOO_MANY');
    const { storeId, customerId } = visit;
    const kept = {
      ...{ id: newId(), appointmentId, storeId, wish, at: this.clock.now() },
      wordsCipher: await this.words.seal(tx, customerId, words),
      sealedFor: words === null ? null : customerId,
    };
    await insertFeedback(tx, kept);
    await this.outbox.add(tx, {
      ...{ topic: 'appointment.told', storeId, subjectId: appointmentId },
      payload: { feedbackId: kept.id },
    });
    return { ...kept, seenAt: null, words };
  }
}

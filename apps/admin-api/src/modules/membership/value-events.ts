import { Injectable } from '@nestjs/common';
import type {
  RefundWishTopic,
  SessionTopic,
  ValueEventPayload,
  ValueTopic,
} from '../../events/index.js';
import type { Tx } from '../../platform/database/index.js';
import { Outbox } from '../../platform/outbox/index.js';

/** What happened to whose value. */
export interface ValueNews extends ValueEventPayload {
  /** Of the top-up, spend, refund, transfer or use of a session that it happened to. */
  readonly id: string;
  readonly storeId: string;
}

/** Tells other modules and open screens what moved a client's value, in the transaction that moved it. */
@Injectable()
export class ValueEvents {
  constructor(private readonly outbox: Outbox) {}

  tell(tx: Tx, topic: ValueTopic | RefundWishTopic | SessionTopic, news: ValueNews): Promise<void> {
    const { id: subjectId, storeId, customerId, amountFen } = news;
    const payload: ValueEventPayload = { customerId, amountFen };
    return this.outbox.add(tx, { topic, storeId, subjectId, payload });
  }
}

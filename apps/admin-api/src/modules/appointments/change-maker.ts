import { Injectable } from '@nestjs/common';
import type { AppointmentState } from '@yance/shared-types';
import { CustomerQueries } from '../customers/index.js';
import type { AppointmentTopic } from '../../events/index.js';
import { principalKey, type Principal } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { appendChange } from './data/appointment-repository.js';
import type { Visit, VisitChange } from './data/visit.js';
import { VisitWords } from './data/visit-words.js';

/** A change as its use case knows it; who, when and the rest are added here. */
export interface ChangeToRecord {
  readonly visit: Pick<Visit, 'id' | 'storeId' | 'customerId' | 'startsAt'>;
  readonly version: number;
  readonly transition: VisitChange['transition'];
  readonly from: AppointmentState | null;
  readonly to: AppointmentState;
  readonly topic: AppointmentTopic;
  readonly reason?: string | null;
  readonly detail?: VisitChange['detail'];
  /** Who did it, where the use case knows the name already. */
  readonly byName?: string;
}

/** Writes the history of a visit and tells the house, both in the transaction that made the change. */
@Injectable()
export class ChangeMaker {
  constructor(
    private readonly customers: CustomerQueries,
    private readonly words: VisitWords,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async record(tx: Tx, by: Principal, change: ChangeToRecord): Promise<VisitChange> {
    const { visit, version, transition, from, to } = change;
    const reason = change.reason || null;
    const written: VisitChange = {
      seq: version,
      transition,
      from,
      to,
      byKind: by.kind,
      byId: principalKey(by).slice(by.kind.length + 1),
      byName: change.byName ?? (await this.#nameOf(tx, by)),
      reasonStored: await this.words.seal(tx, visit.customerId, 'reason', reason),
      sealedFor: reason && visit.customerId,
      detail: change.detail ?? null,
      at: this.clock.now(),
    };
    await appendChange(tx, visit.id, written);
    await this.outbox.add(tx, {
      topic: change.topic,
      storeId: visit.storeId,
      subjectId: visit.id,
      payload: {
        customerId: visit.customerId,
        state: to,
        startsAt: visit.startsAt.toISOString(),
        byKind: by.kind,
        version,
      },
    });
    return written;
  }

  async #nameOf(tx: Tx, by: Principal): Promise<string> {
    if (by.kind === 'staff') return by.name;
    if (by.kind === 'system') return '系统';
    const [customer] = await this.customers.summaries(tx, [by.customerId]);
    return customer?.name ?? '顾客';
  }
}

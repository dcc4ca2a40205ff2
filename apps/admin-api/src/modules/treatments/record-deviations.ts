import { Injectable } from '@nestjs/common';
import { VisitCare, type VisitDetail } from '../appointments/index.js';
import { CareGate, inPlainWords, type CareFinding } from '../care/index.js';
import type { Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import type { TypedContents } from './typed-contents.js';

/** Holds what a record says was done against what the client does not tolerate. It is done: it is not stopped, but explained. */
@Injectable()
export class RecordDeviations {
  constructor(
    private readonly gate: CareGate,
    private readonly visits: VisitCare,
  ) {}

  /**
   * @returns in words what speaks against it and nobody answered for on the visit or its plan
   * @throws Refusal TREATMENT_DEVIATES with `findings` while there is something, and no word why
   */
  async explained(tx: Tx, visit: VisitDetail, typed: TypedContents): Promise<string[]> {
    const open = await this.#open(tx, visit, typed);
    if (open.length > 0 && (typed.deviation ?? '').trim() === '') {
      const findings = inPlainWords(open);
      const about = findings.map(({ words }) => words).join('；');
      const detail = `${about}。请核对写的是否有误；确实这样做了，请写明原因。`;
      refuse('TREATMENT_DEVIATES', { detail, extras: { findings } });
    }
    return open.map(({ words }) => words);
  }

  /** What was booked was asked about at the start; what came to it was not, so a patch test counts for that alone. */
  async #open(tx: Tx, visit: VisitDetail, typed: TypedContents): Promise<CareFinding[]> {
    const { id, customerId, storeId, startsAt: start } = visit;
    const booked = new Set(visit.items.map(({ serviceId }) => serviceId));
    const done = [...new Set(typed.done.map(({ serviceId }) => serviceId))];
    const subject = { customerId, storeId, start, subjectId: id };
    const { context, also } = await this.visits.asked(tx, visit, [], 'bill');
    return this.gate.unanswered(tx, {
      ...{ ...subject, plannedFor: 'walk_in', context, also },
      serviceIds: done.filter((serviceId) => !booked.has(serviceId)),
      productIds: typed.products.flatMap(({ productId }) => productId ?? []),
      typed: typed.products.flatMap(({ productId, name }) => (productId === null ? name : [])),
      more: [
        {
          ...{ ...subject, plannedFor: 'bill', productIds: [] },
          serviceIds: done.filter((serviceId) => booked.has(serviceId)),
        },
      ],
    });
  }
}

import { Injectable } from '@nestjs/common';
import { VisitCare, lockVisit, visitById, type VisitDetail } from '../appointments/index.js';
import { CareGate, NoticeGate, type CareContext, type GrantedOverride } from '../care/index.js';
import { CustomerRepository } from '../customers/index.js';
import type { Principal } from '../../platform/auth/index.js';
import type { Tx } from '../../platform/database/index.js';
import type { Bill } from './rules/bill.js';
import { servicesAsked } from './rules/services-asked.js';

/** What of a line matters for her health. */
interface Sold {
  readonly kind: string;
  readonly itemId: string;
}

type Billed = Pick<Bill, 'id' | 'storeId' | 'customerId' | 'appointmentId'>;

/** How a bill is to be paid, as far as her health is concerned. */
interface ToPay {
  /** Its visit is taken to its end in the same transaction. */
  readonly completes?: boolean;
  readonly override?: GrantedOverride | undefined;
}

const idsOf = (lines: readonly Sold[], kind: string): string[] =>
  lines.flatMap((line) => (line.kind === kind ? line.itemId : []));

/**
 * Holds what is billed against what the client does not tolerate: when it is written down and when it is paid. Two
 * people's word about what her visit is for is kept for the visit, about all else for the bill.
 */
@Injectable()
export class BillCare {
  constructor(
    private readonly gate: CareGate,
    private readonly notices: NoticeGate,
    private readonly visits: VisitCare,
    private readonly customers: CustomerRepository,
  ) {}

  /**
   * What was done to her already is billed whatever came to light since: her visit asked before it began.
   * @throws Refusal CARE_CONTRAINDICATED with `findings`, unless two people answer for it now, or did for this bill or
   *   its visit
   */
  async write(
    tx: Tx,
    by: Principal,
    bill: Billed,
    lines: readonly Sold[],
    override?: GrantedOverride,
  ): Promise<void> {
    const { id, storeId, customerId, appointmentId } = bill;
    if (customerId === null) return;
    const visit = await visitOf(tx, by, appointmentId);
    const { ahead, alone } = servicesAsked(idsOf(lines, 'service'), visit, false);
    const subject = { customerId, storeId, plannedFor: 'bill', subjectId: id } as const;
    const [context] = contextsOf(appointmentId);
    await this.gate.enforce(tx, {
      ...{ ...subject, serviceIds: alone, productIds: idsOf(lines, 'product') },
      // Of the visit itself: its start, and the record of what was done, go by the same word.
      more: [{ ...subject, serviceIds: ahead, productIds: [], context }],
      ...{ by, context: { kind: 'bill', id }, also: contextsOf(appointmentId), override },
    });
  }

  /**
   * Asks for a visit that is completed with the payment what its start would have asked for, and for services that no
   * visit asks about the same. Comes before anything is taken from her.
   * @throws Refusal NOTICE_UNSIGNED with `notices`; CARE_CONTRAINDICATED as write; CLIENT_MERGED
   */
  async pay(
    tx: Tx,
    by: Principal,
    bill: Billed,
    lines: readonly Sold[],
    { completes = false, override }: ToPay = {},
  ): Promise<void> {
    const { id, storeId, customerId, appointmentId } = bill;
    if (customerId === null) return;
    // Whoever changes the visit waits until it is completed as it was asked about.
    if (completes && appointmentId !== null) await lockVisit(tx, by, appointmentId);
    // Two of her payments at once: the second is judged by what the first did. The same for an allergy written meanwhile.
    await this.customers.lockActive(tx, customerId);
    const visit = await visitOf(tx, by, appointmentId);
    const { starts, ahead, alone } = servicesAsked(idsOf(lines, 'service'), visit, completes);
    // First what nobody can answer for instead, so that two people are asked once.
    await this.notices.enforce(tx, { customerId, serviceIds: [...starts, ...alone] });
    const asked = visit && (await this.visits.asked(tx, visit, starts, 'start'));
    const subject = { customerId, storeId, subjectId: id };
    const [context] = contextsOf(appointmentId);
    await this.gate.enforce(tx, {
      ...{ ...subject, plannedFor: 'walk_in' },
      ...{ serviceIds: alone, productIds: idsOf(lines, 'product') },
      more: [
        { ...subject, plannedFor: 'bill', serviceIds: ahead, productIds: [], context },
        ...(asked && starts.length > 0 ? [{ ...asked.question, context }] : []),
      ],
      ...{ by, context: { kind: 'bill', id }, override },
      also: [...contextsOf(appointmentId), ...(asked?.also ?? [])],
    });
  }
}

const visitOf = async (
  tx: Tx,
  by: Principal,
  appointmentId: string | null,
): Promise<VisitDetail | undefined> =>
  appointmentId === null ? undefined : visitById(tx, by, appointmentId);

const contextsOf = (appointmentId: string | null): CareContext[] =>
  appointmentId === null ? [] : [{ kind: 'appointment', id: appointmentId }];

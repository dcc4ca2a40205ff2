import { Injectable } from '@nestjs/common';
import { lockVisit, visitById, type VisitDetail } from '../appointments/index.js';
import { CustomerRepository, type LockedCustomer } from '../customers/index.js';
import { AuditTrail } from '../../platform/audit/index.js';
import type { StaffPrincipal } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { refuse, refuseField } from '../../platform/errors/index.js';
import { newId } from '../../platform/ids/index.js';
import { dropDraft } from './data/drafts.js';
import {
  insertRecord,
  insertVersion,
  lockRecord,
  raiseVersion,
  recordOfVisit,
  type TreatmentRecord,
} from './data/records.js';
import { HealthWords } from './health-words.js';
import { RecordDeviations } from './record-deviations.js';
import { RECORDED_STATES, mayRecord } from './rules/who-writes.js';
import { TreatmentSeal } from './treatment-seal.js';
import { keptContents, type TypedContents } from './typed-contents.js';

/** A visit whose row and whose client's file are locked. */
interface LockedVisit {
  readonly visit: VisitDetail;
  readonly file: LockedCustomer;
}

/** What a version is made of. */
interface Written extends LockedVisit {
  readonly typed: TypedContents;
  readonly reason: string;
}

/** Writes down what was done at a visit, and corrects it: each version stays as it was written. */
@Injectable()
export class RecordTreatment {
  constructor(
    private readonly customers: CustomerRepository,
    private readonly seal: TreatmentSeal,
    private readonly deviations: RecordDeviations,
    private readonly words: HealthWords,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * The first version; her draft of it goes.
   * @returns the record's id
   * @throws Refusal APPOINTMENT_NOT_FOUND, TREATMENT_NOT_YOURS, TREATMENT_NOT_YET, TREATMENT_WRITTEN, TREATMENT_DEVIATES,
   *   HEALTH_CONSENT_MISSING for words that may tell of her health, INVALID_INPUT
   */
  async write(
    tx: Tx,
    staff: StaffPrincipal,
    appointmentId: string,
    typed: TypedContents,
  ): Promise<string> {
    const locked = await this.visit(tx, staff, appointmentId);
    const { visit } = locked;
    if (typed.done.length === 0) refuseField('done', '请写下这次做了什么项目');
    const written = await recordOfVisit(tx, appointmentId);
    if (written) refuse('TREATMENT_WRITTEN', { extras: { recordId: written.id } });
    const at = this.clock.now();
    const record = {
      ...{ id: newId(), appointmentId, customerId: visit.customerId, storeId: visit.storeId },
      ...{ visitedAt: visit.startsAt, version: 1, createdAt: at, updatedAt: at },
    };
    await insertRecord(tx, record);
    await this.#append(tx, staff, record, { ...locked, typed, reason: '' });
    await dropDraft(tx, appointmentId, staff.staffId);
    return record.id;
  }

  /**
   * A further version with the reason for it.
   * @throws Refusal TREATMENT_NOT_FOUND also for another store's, TREATMENT_NOT_YOURS, TREATMENT_CHANGED,
   *   TREATMENT_DEVIATES, HEALTH_CONSENT_MISSING, INVALID_INPUT
   */
  async correct(
    tx: Tx,
    staff: StaffPrincipal,
    recordId: string,
    correction: {
      readonly version: number;
      readonly reason: string;
      readonly typed: TypedContents;
    },
  ): Promise<void> {
    const record = (await lockRecord(tx, recordId)) ?? refuse('TREATMENT_NOT_FOUND');
    if (!staff.storeIds.includes(record.storeId)) refuse('TREATMENT_NOT_FOUND');
    const locked = await this.visit(tx, staff, record.appointmentId);
    if (correction.typed.done.length === 0) refuseField('done', '请写下这次做了什么项目');
    const { version } = record;
    if (version !== correction.version) refuse('TREATMENT_CHANGED', { extras: { version } });
    const next = { ...record, version: version + 1 };
    await raiseVersion(tx, recordId, next.version, this.clock.now());
    await this.#append(tx, staff, next, { ...locked, ...correction });
    await dropDraft(tx, record.appointmentId, staff.staffId);
  }

  /**
   * The visit whose record this person may write. Its row is locked, so that one visit gets one record, and then her file: a
   * consent that is taken back and an allergy that is written meanwhile are waited for.
   * @throws Refusal APPOINTMENT_NOT_FOUND, TREATMENT_NOT_YOURS, TREATMENT_NOT_YET
   */
  async visit(tx: Tx, staff: StaffPrincipal, appointmentId: string): Promise<LockedVisit> {
    await lockVisit(tx, staff, appointmentId);
    const visit = (await visitById(tx, staff, appointmentId)) ?? refuse('APPOINTMENT_NOT_FOUND');
    if (!mayRecord(staff, visit)) refuse('TREATMENT_NOT_YOURS');
    if (!RECORDED_STATES.includes(visit.state)) refuse('TREATMENT_NOT_YET');
    return { visit, file: await this.customers.lockActive(tx, visit.customerId) };
  }

  async #append(
    tx: Tx,
    staff: StaffPrincipal,
    { id, customerId, version }: TreatmentRecord,
    { visit, file, typed, reason }: Written,
  ): Promise<void> {
    const named = await keptContents(tx, typed, visit, reason);
    await this.words.require(tx, file, named);
    const deviatesFrom = await this.deviations.explained(tx, visit, typed);
    // A word about nothing would be read as if there had been something.
    const deviation = deviatesFrom.length === 0 ? '' : named.deviation;
    const kept = { ...named, deviation, deviatesFrom };
    const contents = await this.seal.seal(tx, customerId, 'treatment-record', kept);
    const { staffId: byId, name: byName } = staff;
    const at = this.clock.now();
    await insertVersion(tx, { recordId: id, version, contents, byId, byName, at });
    await this.audit.record(tx, {
      ...{ actor: staff, action: version === 1 ? 'treatment.written' : 'treatment.corrected' },
      ...{ subject: { kind: 'customer', id: customerId } },
      detail: { recordId: id, version },
    });
  }
}

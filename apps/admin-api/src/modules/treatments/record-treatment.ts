import { Injectable } from '@nestjs/common';
import { lockVisit, visitById, type VisitDetail } from '../appointments/index.js';
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
import { RECORDED_STATES, mayRecord } from './rules/who-writes.js';
import { TreatmentSeal } from './treatment-seal.js';
import { keptContents, type TypedContents } from './typed-contents.js';

/** Writes down what was done at a visit, and corrects it: each version stays as it was written. */
@Injectable()
export class RecordTreatment {
  constructor(
    private readonly seal: TreatmentSeal,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * The first version; her draft of it goes.
   * @returns the record's id
   * @throws Refusal APPOINTMENT_NOT_FOUND, TREATMENT_NOT_YOURS, TREATMENT_NOT_YET, TREATMENT_WRITTEN, INVALID_INPUT
   */
  async write(
    tx: Tx,
    staff: StaffPrincipal,
    appointmentId: string,
    typed: TypedContents,
  ): Promise<string> {
    const visit = await this.visit(tx, staff, appointmentId);
    if (typed.done.length === 0) refuseField('done', '请写下这次做了什么项目');
    const written = await recordOfVisit(tx, appointmentId);
    if (written) refuse('TREATMENT_WRITTEN', { extras: { recordId: written.id } });
    const at = this.clock.now();
    const record = {
      ...{ id: newId(), appointmentId, customerId: visit.customerId, storeId: visit.storeId },
      ...{ visitedAt: visit.startsAt, version: 1, createdAt: at, updatedAt: at },
    };
    await insertRecord(tx, record);
    await this.#append(tx, staff, record, typed, '');
    await dropDraft(tx, appointmentId, staff.staffId);
    return record.id;
  }

  /**
   * A further version with the reason for it.
   * @throws Refusal TREATMENT_NOT_FOUND also for another store's, TREATMENT_NOT_YOURS, TREATMENT_CHANGED, INVALID_INPUT
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
    await this.visit(tx, staff, record.appointmentId);
    if (correction.typed.done.length === 0) refuseField('done', '请写下这次做了什么项目');
    const { version } = record;
    if (version !== correction.version) refuse('TREATMENT_CHANGED', { extras: { version } });
    const next = { ...record, version: version + 1 };
    await raiseVersion(tx, recordId, next.version, this.clock.now());
    await this.#append(tx, staff, next, correction.typed, correction.reason);
    await dropDraft(tx, record.appointmentId, staff.staffId);
  }

  /**
   * The visit whose record this person may write; its row is locked, so that one visit gets one record.
   * @throws Refusal APPOINTMENT_NOT_FOUND, TREATMENT_NOT_YOURS, TREATMENT_NOT_YET
   */
  async visit(tx: Tx, staff: StaffPrincipal, appointmentId: string): Promise<VisitDetail> {
    await lockVisit(tx, staff, appointmentId);
    const visit = (await visitById(tx, staff, appointmentId)) ?? refuse('APPOINTMENT_NOT_FOUND');
    if (!mayRecord(staff, visit)) refuse('TREATMENT_NOT_YOURS');
    if (!RECORDED_STATES.includes(visit.state)) refuse('TREATMENT_NOT_YET');
    return visit;
  }

  async #append(
    tx: Tx,
    staff: StaffPrincipal,
    { id, customerId, version }: TreatmentRecord,
    typed: TypedContents,
    reason: string,
  ): Promise<void> {
    const kept = await keptContents(tx, typed, reason);
    const contents = await this.seal.seal(tx, customerId, 'treatment-record', kept);
    const { staffId: byId, name: byName } = staff;
    const at = this.clock.now();
    await insertVersion(tx, { recordId: id, version, contents, byId, byName, at });
    await this.audit.record(tx, {
      ...{ actor: staff, action: version === 1 ? 'treatment.written' : 'treatment.corrected' },
      ...{ subject: { kind: 'customer', id: customerId }, detail: { recordId: id, version } },
    });
  }
}

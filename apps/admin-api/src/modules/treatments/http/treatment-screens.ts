import { Injectable } from '@nestjs/common';
import { visitById } from '../../appointments/index.js';
import type { StaffPrincipal } from '../../../platform/auth/index.js';
import { localDate, toRfc3339 } from '../../../platform/clock/index.js';
import { Database, UnitOfWork, type Tx } from '../../../platform/database/index.js';
import { refuse, refuseField } from '../../../platform/errors/index.js';
import { ID_PATTERN } from '../../../platform/ids/index.js';
import { recordById, recordOfVisit, type RecordCursor } from '../data/records.js';
import { templatesOf } from '../data/templates.js';
import { HealthWords } from '../health-words.js';
import { RECORDED_STATES, mayRecord } from '../rules/who-writes.js';
import { TreatmentQueries, type OpenRecord } from '../treatment-queries.js';
import type {
  ClientTreatmentListDto,
  TreatmentRecordListDto,
  VisitTreatmentDto,
} from './dto/treatment.dto.js';
import {
  presentContents,
  presentRecord,
  presentTemplate,
  presentToClient,
  presentVersion,
} from './present-treatment.js';

const PAGE = 20;

/** What screens of records show; each read by staff leaves its entry in the transaction that reads. */
@Injectable()
export class TreatmentScreens {
  constructor(
    private readonly queries: TreatmentQueries,
    private readonly words: HealthWords,
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
  ) {}

  /** @throws Refusal APPOINTMENT_NOT_FOUND also when it is another store's */
  ofVisit(staff: StaffPrincipal, appointmentId: string): Promise<VisitTreatmentDto> {
    return this.unitOfWork.run(async (tx) => {
      const visit = (await visitById(tx, staff, appointmentId)) ?? refuse('APPOINTMENT_NOT_FOUND');
      const { timeZone, customerId } = visit;
      const record = await recordOfVisit(tx, appointmentId);
      const versions = record ? await this.queries.versions(tx, record) : [];
      const draft = await this.queries.draft(tx, appointmentId, staff.staffId);
      if (record || draft) await this.queries.noteRead(tx, staff, customerId, { appointmentId });
      const serviceIds = [...new Set(visit.items.map(({ serviceId }) => serviceId))];
      const templates = await templatesOf(tx, serviceIds);
      return {
        recordId: record?.id ?? null,
        versions: versions.map((one) => presentVersion(one, timeZone)),
        draft: draft
          ? {
              ...{ revision: draft.revision, contents: presentContents(draft.contents) },
              savedAt: toRfc3339(draft.updatedAt, timeZone),
            }
          : null,
        writable: RECORDED_STATES.includes(visit.state) && mayRecord(staff, visit),
        templates: serviceIds.map((id) =>
          presentTemplate(
            id,
            templates.find((one) => one.serviceId === id),
          ),
        ),
        visitedOn: localDate(visit.startsAt, timeZone),
        consent: await this.words.consent(tx, customerId),
      };
    });
  }

  /** @throws Refusal TREATMENT_NOT_FOUND also when it is another store's */
  async ofRecord(staff: StaffPrincipal, recordId: string): Promise<VisitTreatmentDto> {
    const record = (await recordById(this.database, recordId)) ?? refuse('TREATMENT_NOT_FOUND');
    if (!staff.storeIds.includes(record.storeId)) refuse('TREATMENT_NOT_FOUND');
    return this.ofVisit(staff, record.appointmentId);
  }

  /** A client's records in every store: what was done to her is one book. */
  ofClient(
    staff: StaffPrincipal,
    customerId: string,
    cursor: string | undefined,
  ): Promise<TreatmentRecordListDto> {
    const after = cursor === undefined ? undefined : readCursor(cursor);
    return this.unitOfWork.run(
      async (tx) => (await this.recordsOf(tx, staff, customerId, after)).shown,
    );
  }

  /** A page of them; the look is written down. @returns the latest too, opened */
  async recordsOf(
    tx: Tx,
    staff: StaffPrincipal,
    customerId: string,
    after?: RecordCursor,
  ): Promise<{ readonly latest: OpenRecord | null; readonly shown: TreatmentRecordListDto }> {
    const found = await this.queries.ofCustomer(tx, customerId, PAGE + 1, after);
    const { items, next } = pageOf(found);
    if (items.length > 0)
      await this.queries.noteRead(tx, staff, customerId, { records: items.length });
    return { latest: items[0] ?? null, shown: { items: items.map(presentRecord), ...next } };
  }

  /** A client's own records. */
  async mine(customerId: string, cursor: string | undefined): Promise<ClientTreatmentListDto> {
    const after = cursor === undefined ? undefined : readCursor(cursor);
    const found = await this.queries.ofCustomer(this.database, customerId, PAGE + 1, after);
    const { items, next } = pageOf(found);
    return { items: items.map(presentToClient), ...next };
  }
}

function pageOf(found: readonly OpenRecord[]): {
  items: readonly OpenRecord[];
  next: { nextCursor?: string };
} {
  const items = found.slice(0, PAGE);
  const last = items[items.length - 1];
  if (found.length <= PAGE || !last) return { items, next: {} };
  const at = Buffer.from(`${last.visitedAt.getTime()}.${last.id}`).toString('base64url');
  return { items, next: { nextCursor: at } };
}

function readCursor(text: string): RecordCursor {
  const [time, id] = Buffer.from(text, 'base64url').toString('latin1').split('.');
  const visitedAt = new Date(Number(time));
  if (!id || !ID_PATTERN.test(id) || Number.isNaN(visitedAt.getTime()))
    return refuseField('cursor', '翻页位置不正确，请从头看起');
  return { visitedAt, id };
}

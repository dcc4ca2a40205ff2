import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { StaffPrincipal } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { refuse, refuseField } from '../../../platform/errors/index.js';
import { newId } from '../../../platform/ids/index.js';
import type { ClientFilter } from '../../client-view/index.js';
import { storeById } from '../../stores/index.js';
import type { SheetKind } from '../sheets/write-sheet.js';
import { changeExport, insertExport, lockExport, type ExportKind } from './data/exports.js';
import { ExportSeals } from './export-seals.js';
import { exportNo } from './rules/watermark.js';
import { needsOf, type ExportColumn } from './rules/columns.js';
import { MOST_CLIENTS } from './rules/still-as-asked.js';
import { StillAsAsked } from './still-as-asked.js';

/** How long somebody may take to decide. */
const DECIDE_DAYS = 7;
const DAY_MS = 86_400_000;

/** A list of clients as somebody asks for it. */
export interface ExportRequest {
  readonly storeId: string;
  readonly kind: ExportKind;
  readonly format: SheetKind;
  /** None for a list without names: what that tells is fixed. */
  readonly columns: readonly ExportColumn[];
  readonly filter: ClientFilter;
  readonly reason: string;
  /** Given, phones are whole. */
  readonly phonesReason?: string;
}

/** Asks for a list of clients; nothing leaves the house before somebody else agreed. */
@Injectable()
export class AskForExport {
  constructor(
    private readonly still: StillAsAsked,
    private readonly seals: ExportSeals,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * How many clients a request is about; outside of the transaction that writes it down, for it may be long.
   * @throws Refusal FORBIDDEN for money and whole phones, EXPORT_EMPTY, EXPORT_TOO_LARGE, INVALID_INPUT naming `columns` or `phonesReason`
   */
  async count(staff: StaffPrincipal, request: ExportRequest): Promise<number> {
    requireSound(request);
    const { filter } = request;
    if (!needsOf(request).every((one) => staff.permissions.has(one))) refuse('FORBIDDEN');
    const count = await this.still.count(filter);
    if (count > MOST_CLIENTS) refuse('EXPORT_TOO_LARGE', { extras: { most: MOST_CLIENTS } });
    return count === 0 ? refuse('EXPORT_EMPTY') : count;
  }

  /** @throws Refusal STORE_NOT_FOUND */
  async execute(
    tx: Tx,
    staff: StaffPrincipal,
    request: ExportRequest,
    expectedRows: number,
  ): Promise<{ readonly id: string }> {
    const { storeId, kind, format, columns, filter, reason, phonesReason } = request;
    if (!(await storeById(tx, storeId))) refuse('STORE_NOT_FOUND');
    const [id, now] = [newId(), this.clock.now()];
    await insertExport(tx, {
      ...{ id, storeId, kind, format, columns, filter, expectedRows },
      ...{ withPhones: phonesReason !== undefined, requestedAt: now },
      reasonSealed: this.seals.words(id, 'reason', reason),
      phonesReasonSealed:
        phonesReason === undefined ? null : this.seals.words(id, 'phones-reason', phonesReason),
      ...{ requestedBy: staff.staffId, requestedByName: staff.name },
      closesAt: new Date(now.getTime() + DECIDE_DAYS * DAY_MS),
    });
    await this.audit.record(tx, {
      ...{ actor: staff, action: 'clients.export_requested' },
      subject: { kind: 'client_export', id },
      detail: {
        ...{ kind, columns, rows: expectedRows, exportNo: exportNo(id) },
        phones: phonesReason === undefined ? '隐藏' : '完整',
      },
    });
    return { id };
  }

  /** Whoever asked thinks better of it. @throws Refusal EXPORT_NOT_FOUND, EXPORT_STATE */
  async withdraw(tx: Tx, staff: StaffPrincipal, id: string): Promise<{ readonly id: string }> {
    const one = await lockExport(tx, id);
    if (one?.requestedBy !== staff.staffId) return refuse('EXPORT_NOT_FOUND');
    if (one.state !== 'requested') refuse('EXPORT_STATE', { extras: { state: one.state } });
    await changeExport(tx, id, { state: 'withdrawn' });
    await this.audit.record(tx, {
      ...{ actor: staff, action: 'clients.export_withdrawn' },
      subject: { kind: 'client_export', id },
      detail: { exportNo: exportNo(id) },
    });
    return { id };
  }
}

/** @throws Refusal INVALID_INPUT naming `columns` or `phonesReason` */
function requireSound({ kind, columns, phonesReason }: ExportRequest): void {
  if (kind === 'clients' && columns.length === 0) refuseField('columns', '请至少选择一列');
  if (kind === 'de_identified' && columns.length > 0)
    refuseField('columns', '去标识的名单不能选择列');
  if (phonesReason !== undefined && !columns.includes('phone'))
    refuseField('phonesReason', '没有选择手机号这一列');
}

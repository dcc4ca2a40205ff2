import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { StaffPrincipal } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { Database, UnitOfWork } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import {
  changeExport,
  exportById,
  latestExports,
  lockExport,
  partsOf,
  type ClientExport,
} from './data/exports.js';
import { ExportSeals } from './export-seals.js';
import { exportNo, fileNameOf } from './rules/watermark.js';

const PAGE = 20;
const MEDIA_TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
const KIND_WORDS = { clients: '顾客名单', de_identified: '去标识名单' } as const;

/** An export with its words, as the page shows it. */
export interface ExportSight {
  readonly one: ClientExport;
  readonly reason: string | null;
  readonly phonesReason: string | null;
  readonly declineReason: string | null;
  /** Whoever looks may decide on it. */
  readonly mayDecide: boolean;
  /** Whoever looks asked for it. */
  readonly isOwn: boolean;
}

/** A file as it is handed out. */
export interface ExportFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly content: Buffer;
}

/** Reads of exports: everybody her own, and those who decide all of their stores. */
@Injectable()
export class ReadExports {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly seals: ExportSeals,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** The newest first; `next` is where the page after begins. */
  async page(
    staff: StaffPrincipal,
    before: string | undefined,
  ): Promise<{ items: ExportSight[]; next?: string }> {
    const found = await latestExports(this.database, {
      ...{ storeIds: staff.storeIds, limit: PAGE + 1 },
      ...(!staff.permissions.has('clients.export-decide') && { by: staff.staffId }),
      ...(before !== undefined && { before }),
    });
    const shown = found.slice(0, PAGE);
    const items = shown.map((one) => this.#sight(staff, one));
    const last = shown.at(-1);
    return found.length > PAGE && last ? { items, next: last.id } : { items };
  }

  /** @throws Refusal EXPORT_NOT_FOUND for a stranger's */
  async one(staff: StaffPrincipal, id: string): Promise<ExportSight> {
    const one = await exportById(this.database, id);
    const isSeen =
      one?.requestedBy === staff.staffId || staff.permissions.has('clients.export-decide');
    if (!one || !staff.storeIds.includes(one.storeId) || !isSeen) return refuse('EXPORT_NOT_FOUND');
    return this.#sight(staff, one);
  }

  /**
   * Hands the file to whoever asked for it, and to nobody else; each time is counted and written down.
   * @throws Refusal EXPORT_NOT_FOUND, EXPORT_STATE until it is written, EXPORT_CLOSED after its day
   */
  async file(staff: StaffPrincipal, id: string): Promise<ExportFile> {
    const { one, parts } = await this.unitOfWork.run(async (tx) => {
      const locked = await lockExport(tx, id);
      if (locked?.requestedBy !== staff.staffId || !staff.storeIds.includes(locked.storeId))
        return refuse('EXPORT_NOT_FOUND');
      if (locked.state === 'closed' || locked.closesAt <= this.clock.now())
        return refuse('EXPORT_CLOSED');
      if (locked.state !== 'ready')
        return refuse('EXPORT_STATE', { extras: { state: locked.state } });
      await changeExport(tx, id, { downloads: locked.downloads + 1 });
      await this.audit.record(tx, {
        ...{ actor: staff, action: 'clients.export_downloaded' },
        subject: { kind: 'client_export', id },
        detail: {
          ...{ exportNo: exportNo(id), rows: locked.rowCount },
          phones: locked.withPhones ? '完整' : '隐藏',
        },
      });
      return { one: locked, parts: await partsOf(tx, id) };
    });
    const copy = {
      ...{ exportId: id, requestedBy: one.requestedByName, decidedBy: one.decidedByName ?? '' },
      at: one.decidedAt ?? one.requestedAt,
    };
    return {
      fileName: fileNameOf(copy, KIND_WORDS[one.kind], one.format),
      mediaType: MEDIA_TYPES[one.format],
      content: Buffer.concat(parts.map(({ seq, sealed }) => this.seals.readPart(id, seq, sealed))),
    };
  }

  #sight(staff: StaffPrincipal, one: ClientExport): ExportSight {
    const isOwn = one.requestedBy === staff.staffId;
    return {
      one,
      reason: this.seals.readWords(one.id, 'reason', one.reasonSealed),
      phonesReason: this.seals.readWords(one.id, 'phones-reason', one.phonesReasonSealed),
      declineReason: this.seals.readWords(one.id, 'decline-reason', one.declineReasonSealed),
      mayDecide:
        one.state === 'requested' && !isOwn && staff.permissions.has('clients.export-decide'),
      isOwn,
    };
  }
}

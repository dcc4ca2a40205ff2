import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { StaffPrincipal } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { isDuplicateKey, type Tx } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import { JobQueue } from '../../../platform/jobs/index.js';
import { requireOpenImport } from './check-import.js';
import {
  RUNNING_KEY,
  changeImport,
  lockImport,
  protocolUsed,
  type ImportChange,
} from './data/imports.js';
import { IMPORT_QUEUE } from './import-job.js';
import { ImportSeals } from './import-seals.js';

/** Sets an import going, or its undo: a job does the work, one import at a time. */
@Injectable()
export class StartImport {
  constructor(
    private readonly seals: ImportSeals,
    private readonly jobs: JobQueue,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal IMPORT_NOT_FOUND, IMPORT_STATE unless it was checked, IMPORT_RUNNING, IMPORT_CONTENT_GONE, OPENING_PROTOCOL_USED, FORBIDDEN */
  async run(tx: Tx, staff: StaffPrincipal, id: string): Promise<{ readonly id: string }> {
    const one = await requireOpenImport(tx, staff, id);
    if (one.state !== 'checked') refuse('IMPORT_STATE', { extras: { state: one.state } });
    // Value needs who may bring it, whoever may bring files.
    if (one.openingProtocolNo !== null && !staff.permissions.has('wallet.import'))
      refuse('FORBIDDEN');
    // One import writes at a time, so nobody else can begin with it in between.
    if (one.openingProtocolNo !== null && (await protocolUsed(tx, one.openingProtocolNo, id)))
      refuse('OPENING_PROTOCOL_USED');
    await this.#go(tx, id, { state: 'running', startedAt: this.clock.now() });
    await this.audit.record(tx, {
      ...{ actor: staff, action: 'clients.import_started' },
      subject: { kind: 'client_import', id },
      detail: {
        ...{ storeId: one.storeId, rows: one.rowCount, onDuplicate: one.onDuplicate },
        ...{ protocolNo: one.openingProtocolNo, principalFen: one.openingPrincipalFen },
      },
    });
    return { id };
  }

  /** @throws Refusal IMPORT_NOT_FOUND, IMPORT_STATE unless it is done, IMPORT_RUNNING, IMPORT_CONTENT_GONE */
  async undo(
    tx: Tx,
    staff: StaffPrincipal,
    id: string,
    reason: string,
  ): Promise<{ readonly id: string }> {
    const one = await lockImport(tx, id);
    if (!one || !staff.storeIds.includes(one.storeId)) return refuse('IMPORT_NOT_FOUND');
    if (one.state !== 'done') refuse('IMPORT_STATE', { extras: { state: one.state } });
    if (one.contentGoneAt !== null) refuse('IMPORT_CONTENT_GONE');
    await this.#go(tx, id, {
      ...{ state: 'undoing', undoneBy: staff.staffId, undoneByName: staff.name },
      undoReasonSealed: this.seals.text(id, 'undo-reason', reason),
    });
    await this.audit.record(tx, {
      ...{ actor: staff, action: 'clients.import_undo_started' },
      subject: { kind: 'client_import', id },
    });
    return { id };
  }

  async #go(tx: Tx, id: string, change: ImportChange): Promise<void> {
    try {
      await changeImport(tx, id, { ...change, running: 1 });
    } catch (error) {
      if (isDuplicateKey(error, RUNNING_KEY)) refuse('IMPORT_RUNNING');
      throw error;
    }
    await this.jobs.add(tx, { queue: IMPORT_QUEUE, payload: { importId: id } });
  }
}

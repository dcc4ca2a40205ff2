import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ClientDataHandlers, type ClientDataHandler } from '../../../platform/client-data/index.js';
import { AuditTrail } from '../../../platform/audit/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { UnitOfWork, type Tx } from '../../../platform/database/index.js';
import { JobRegistry, Sweeps } from '../../../platform/jobs/index.js';
import { countRows, emptyRows, moveRows, settleRow } from './data/import-rows.js';
import { changeImport, lockImport, type ClientImport } from './data/imports.js';
import { ForgetImports } from './forget-imports.js';
import { ImportSeals } from './import-seals.js';
import { RowRefused } from './row-refused.js';
import { UndoRows } from './undo-rows.js';
import { WriteRows } from './write-rows.js';

/** Writes an import or undoes one, whichever it is at. */
export const IMPORT_QUEUE = 'client-imports';
export interface ImportPayload {
  readonly importId: string;
}

const SYSTEM = { kind: 'system', name: 'client-imports' } as const;
const HOUR_MS = 3_600_000;

/**
 * Works through an import in short transactions. Each says with what it writes which rows it wrote, so that a worker
 * that dies is followed by one that goes on with the next row.
 */
@Injectable()
export class ImportJob implements ClientDataHandler, OnModuleInit {
  readonly name = 'imports';

  constructor(
    private readonly jobs: JobRegistry,
    private readonly sweeps: Sweeps,
    private readonly handlers: ClientDataHandlers,
    private readonly writeRows: WriteRows,
    private readonly undoRows: UndoRows,
    private readonly forget: ForgetImports,
    private readonly seals: ImportSeals,
    private readonly audit: AuditTrail,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.register(this);
    this.jobs.register<ImportPayload>({
      queue: IMPORT_QUEUE,
      run: ({ importId }, { signal }) => this.work(importId, signal),
    });
    this.sweeps.register({
      name: 'client-imports.forget',
      everyMs: HOUR_MS,
      run: (signal) => this.forget.execute(signal),
    });
  }

  move(tx: Tx, from: string, to: string): Promise<void> {
    return moveRows(tx, from, to);
  }

  /** Writes or takes back what is left of an import that was set going. */
  async work(id: string, signal?: AbortSignal): Promise<void> {
    for (;;) {
      signal?.throwIfAborted();
      if (!(await this.#step(id))) return;
    }
  }

  /** One transaction. @returns false when nothing is left to do */
  async #step(id: string): Promise<boolean> {
    try {
      return await this.unitOfWork.run(async (tx) => {
        const one = await lockImport(tx, id);
        if (one?.state === 'running') {
          if (await this.writeRows.execute(tx, one)) return true;
          await this.#finish(tx, one, 'done');
        }
        if (one?.state === 'undoing') {
          if (await this.undoRows.execute(tx, one)) return true;
          await emptyRows(tx, id);
          await this.#finish(tx, one, 'undone');
        }
        return false;
      });
    } catch (error) {
      if (!(error instanceof RowRefused)) throw error;
      const faultsSealed = this.seals.faults(id, error.no, [error.fault]);
      await this.unitOfWork.run((tx) =>
        settleRow(tx, id, error.no, { state: 'bad', faultsSealed }),
      );
      return true;
    }
  }

  async #finish(tx: Tx, { id }: ClientImport, state: 'done' | 'undone'): Promise<void> {
    const at = this.clock.now();
    const when = state === 'done' ? { finishedAt: at } : { undoneAt: at };
    await changeImport(tx, id, { state, running: null, ...when });
    await this.audit.record(tx, {
      ...{
        actor: SYSTEM,
        action: `clients.import_${state}`,
        subject: { kind: 'client_import', id },
      },
      detail: await countRows(tx, id),
    });
  }
}

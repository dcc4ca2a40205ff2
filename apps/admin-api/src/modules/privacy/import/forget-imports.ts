import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/index.js';
import { Database, UnitOfWork } from '../../../platform/database/index.js';
import { dropParts, emptyRows } from './data/import-rows.js';
import { changeImport, lockImport, withOldContent } from './data/imports.js';

/** How long the content of a file is kept, in days; that long its import can be undone. */
export const CONTENT_DAYS = 30;
const DAY_MS = 86_400_000;
const AT_ONCE = 20;

/** Deletes what imported files said once nobody needs it any more; how many rows became what stays. */
@Injectable()
export class ForgetImports {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async execute(signal?: AbortSignal): Promise<void> {
    const now = this.clock.now();
    const before = new Date(now.getTime() - CONTENT_DAYS * DAY_MS);
    for (;;) {
      const ids = await withOldContent(this.database, before, AT_ONCE);
      if (ids.length === 0 || signal?.aborted) return;
      for (const id of ids)
        await this.unitOfWork.run(async (tx) => {
          const one = await lockImport(tx, id);
          if (!one || one.state === 'running' || one.state === 'undoing') return;
          await emptyRows(tx, id);
          await dropParts(tx, id);
          await changeImport(tx, id, {
            ...{ contentGoneAt: now, fileNameSealed: null, headingsSealed: null },
            undoReasonSealed: null,
          });
        });
    }
  }
}

import { Injectable } from '@nestjs/common';
import { storeById } from '../../stores/index.js';
import type { StaffPrincipal } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { Database, UnitOfWork, type Tx } from '../../../platform/database/index.js';
import { refuse, refuseField } from '../../../platform/errors/index.js';
import { newId } from '../../../platform/ids/index.js';
import { keepPart } from './data/import-rows.js';
import { importById, insertImport, lockImport } from './data/imports.js';
import { ImportSeals } from './import-seals.js';

/** Bytes of one piece of a file; the last may have fewer. */
export const PART_BYTES = 180_000;

/** A file that somebody is about to send. */
export interface FileToCome {
  readonly storeId: string;
  readonly fileName: string;
  readonly bytes: number;
}

/** Takes a file in, piece by piece: a request stays small, and a piece that was lost is sent again. */
@Injectable()
export class OpenImport {
  constructor(
    private readonly seals: ImportSeals,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal STORE_NOT_FOUND */
  async execute(tx: Tx, staff: StaffPrincipal, file: FileToCome): Promise<{ readonly id: string }> {
    if (!(await storeById(tx, file.storeId))) refuse('STORE_NOT_FOUND');
    const id = newId();
    await insertImport(tx, {
      ...{ id, storeId: file.storeId, fileBytes: file.bytes },
      fileNameSealed: this.seals.text(id, 'file-name', file.fileName),
      partCount: Math.ceil(file.bytes / PART_BYTES),
      ...{ createdBy: staff.staffId, createdByName: staff.name, at: this.clock.now() },
    });
    return { id };
  }

  /**
   * Keeps one piece; the first is 0. Sent again it takes the place of the one that was sent before.
   * @throws Refusal IMPORT_NOT_FOUND, IMPORT_STATE once the file was read, INVALID_INPUT naming `seq` or `content`
   */
  async keep(staff: StaffPrincipal, id: string, seq: number, content: Buffer): Promise<void> {
    const known = await importById(this.database, id, staff.storeIds);
    if (!known) return refuse('IMPORT_NOT_FOUND');
    if (seq >= known.partCount) refuseField('seq', '没有这一段');
    const isLast = seq === known.partCount - 1;
    const expected = isLast ? known.fileBytes - seq * PART_BYTES : PART_BYTES;
    if (content.length !== expected) refuseField('content', '这一段的长度不对');
    const sealed = this.seals.part(id, seq, content);
    await this.unitOfWork.run(async (tx) => {
      const one = (await lockImport(tx, id)) ?? refuse('IMPORT_NOT_FOUND');
      if (one.state !== 'uploading') refuse('IMPORT_STATE', { extras: { state: one.state } });
      await keepPart(tx, id, seq, sealed);
    });
  }
}

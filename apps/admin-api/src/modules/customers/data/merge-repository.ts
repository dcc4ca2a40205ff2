import { Injectable } from '@nestjs/common';
import type { Moved } from '../../../platform/client-data/index.js';
import { FieldCipher } from '../../../platform/crypto/index.js';
import {
  fromJsonColumn,
  insertSql,
  type Reader,
  type Tx,
} from '../../../platform/database/index.js';
import type { Gender } from '../customer-types.js';
import type { Birthday } from '../rules/birthday.js';

/** What of the file that goes on was taken from the one that closes, and what stood there before. */
export interface Basics {
  readonly name?: string;
  readonly gender?: Gender;
  readonly birthday?: Birthday | null;
  readonly homeStoreId?: string | null;
}

/** Who brought two files together. */
export interface MergedBy {
  readonly kind: 'staff' | 'client' | 'system';
  readonly id: string;
  readonly name: string;
}

/** Two files that were brought together. */
export interface FileMerge {
  readonly id: string;
  readonly fromId: string;
  readonly toId: string;
  readonly state: 'done' | 'undone';
  readonly by: MergedBy;
  readonly at: Date;
  readonly reason: string;
  readonly undoneByName: string | null;
  readonly undoneAt: Date | null;
  readonly undoReason: string | null;
}

/** A merge with all that its way back needs. */
export interface RecordedMerge extends Pick<FileMerge, 'id' | 'fromId' | 'toId' | 'state' | 'at'> {
  readonly moved: Readonly<Record<string, Moved>>;
  /** Files that had been joined to the one that closed. */
  readonly followers: readonly string[];
  readonly before: Basics;
  readonly taken: Basics;
}

const REASON = 'file_merge.reason';
const BEFORE = 'file_merge.before';
const UNDO_REASON = 'file_merge.undo_reason';

interface Row {
  id: string;
  fromId: string;
  toId: string;
  state: 'done' | 'undone';
  byKind: MergedBy['kind'];
  byId: string;
  byName: string;
  at: Date;
  reason: Buffer;
  undoneByName: string | null;
  undoneAt: Date | null;
  undoReason: Buffer | null;
}

const SELECT = `SELECT id, from_id AS fromId, to_id AS toId, state, by_kind AS byKind, by_id AS byId,
    by_name AS byName, at, reason_cipher AS reason, undone_by_name AS undoneByName, undone_at AS undoneAt,
    undo_reason_cipher AS undoReason
  FROM file_merge`;

/** The record of files that were brought together. */
@Injectable()
export class MergeRepository {
  constructor(private readonly cipher: FieldCipher) {}

  async insert(
    tx: Tx,
    merge: Omit<RecordedMerge, 'state'> & { readonly reason: string; readonly by: MergedBy },
  ): Promise<void> {
    const { id, fromId, toId, by, at, moved, followers, before, taken } = merge;
    const kept = JSON.stringify({ before, taken });
    const columns = {
      ...{ id, from_id: fromId, to_id: toId, state: 'done', by_kind: by.kind, by_id: by.id },
      ...{ by_name: by.name, at, moved: JSON.stringify(moved) },
      followers: JSON.stringify(followers),
      reason_cipher: await this.cipher.encrypt(tx, toId, REASON, merge.reason),
      before_cipher: await this.cipher.encrypt(tx, toId, BEFORE, kept),
    };
    await tx.run(insertSql('file_merge', Object.keys(columns), 1), Object.values(columns));
  }

  /** Locks a merge; undefined for an unknown id. */
  async lock(tx: Tx, id: string): Promise<RecordedMerge | undefined> {
    const row = await tx.row<
      Omit<RecordedMerge, 'moved' | 'followers' | 'before' | 'taken'> & {
        moved: unknown;
        followers: unknown;
        kept: Buffer;
      }
    >(
      `SELECT id, from_id AS fromId, to_id AS toId, state, at, moved, followers, before_cipher AS kept
       FROM file_merge WHERE id = ? FOR UPDATE`,
      [id],
    );
    if (!row) return undefined;
    const { kept, ...rest } = row;
    const basics = JSON.parse(await this.cipher.decrypt(tx, row.toId, BEFORE, kept)) as {
      before: Basics;
      taken: Basics;
    };
    return {
      ...{ ...rest, ...basics },
      moved: fromJsonColumn(row.moved) as RecordedMerge['moved'],
      followers: fromJsonColumn(row.followers) as string[],
    };
  }

  async markUndone(
    tx: Tx,
    { id, toId }: Pick<RecordedMerge, 'id' | 'toId'>,
    by: { readonly id: string; readonly name: string; readonly reason: string; readonly at: Date },
  ): Promise<void> {
    const reason = await this.cipher.encrypt(tx, toId, UNDO_REASON, by.reason);
    await tx.run(
      `UPDATE file_merge SET state = 'undone', undone_by = ?, undone_by_name = ?, undone_at = ?,
         undo_reason_cipher = ? WHERE id = ?`,
      [by.id, by.name, by.at, reason, id],
    );
  }

  /** The newest first, those before `beforeId`. */
  async newest(reader: Reader, beforeId: string | undefined, limit: number): Promise<FileMerge[]> {
    const rows = await reader.rows<Row>(
      `${SELECT} ${beforeId === undefined ? '' : 'WHERE id < ?'} ORDER BY id DESC LIMIT ${limit}`,
      beforeId === undefined ? [] : [beforeId],
    );
    await this.cipher.prepare(
      reader,
      rows.map(({ toId }) => toId),
    );
    const merges: FileMerge[] = [];
    for (const { byKind, byId, byName, reason, undoReason, ...row } of rows)
      merges.push({
        ...row,
        by: { kind: byKind, id: byId, name: byName },
        reason: await this.cipher.decrypt(reader, row.toId, REASON, reason),
        undoReason:
          undoReason && (await this.cipher.decrypt(reader, row.toId, UNDO_REASON, undoReason)),
      });
    return merges;
  }

  /** Files that were joined to this one. */
  async followersOf(tx: Tx, id: string): Promise<string[]> {
    const sql = 'SELECT id FROM customer WHERE merged_into = ? ORDER BY id';
    return (await tx.rows<{ id: string }>(sql, [id])).map((row) => row.id);
  }
}

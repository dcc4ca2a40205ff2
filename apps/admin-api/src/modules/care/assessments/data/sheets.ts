import type { AssessmentKind } from '@yance/shared-types';
import { FieldCipher } from '../../../../platform/crypto/index.js';
import { groupBy } from '../../../../platform/collections/index.js';
import {
  insertSql,
  placeholders,
  type Reader,
  type Tx,
} from '../../../../platform/database/index.js';
import { Injectable } from '@nestjs/common';

const FIELD = 'care-sheet';
const DRAFT_FIELD = 'care-sheet-draft';
/** Latest sheets of a kind of a client that are opened at once, at most. */
const MOST_SHEETS = 60;

export type SheetKind = AssessmentKind | 'formula';

/** A sheet about a client, without what it says. */
export interface Sheet {
  readonly id: string;
  readonly customerId: string;
  readonly kind: SheetKind;
  readonly appointmentId: string | null;
  /** The local day it was made. */
  readonly madeOn: string;
  /** She may read it. */
  readonly released: boolean;
  readonly version: number;
}

/** A version of a sheet, opened. */
export interface SheetVersion<Contents> {
  readonly version: number;
  readonly contents: Contents;
  readonly byName: string;
  readonly at: Date;
}

/** A sheet with its versions, the newest first. */
export interface OpenSheet<Contents> extends Sheet {
  readonly versions: readonly [SheetVersion<Contents>, ...SheetVersion<Contents>[]];
}

export interface SheetAuthor {
  readonly staffId: string;
  readonly name: string;
  readonly at: Date;
}

type SheetRow = Omit<Sheet, 'released'> & { readonly released: number };

interface VersionRow {
  readonly sheetId: string;
  readonly version: number;
  readonly sealed: Buffer;
  readonly byName: string;
  readonly at: Date;
}

interface DraftRow {
  readonly authorId: string;
  readonly kind: AssessmentKind;
  readonly revision: number;
  readonly sealed: Buffer;
  readonly updatedAt: Date;
}

/** What somebody has entered so far. */
export interface OpenDraft<Contents> {
  readonly kind: AssessmentKind;
  readonly revision: number;
  readonly contents: Contents;
  readonly updatedAt: Date;
}

const COLUMNS = `id, customer_id AS customerId, kind, appointment_id AS appointmentId,
  DATE_FORMAT(made_on, '%Y-%m-%d') AS madeOn, released, version`;
const DRAFT = `author_id AS authorId, kind, revision, sealed, updated_at AS updatedAt`;

const sheetOf = (row: SheetRow): Sheet => ({ ...row, released: row.released === 1 });

/** Sheets about clients: each version is sealed under her own key, numbers too. */
@Injectable()
export class CareSheets {
  constructor(private readonly cipher: FieldCipher) {}

  /** Locks a sheet; its row orders corrections. */
  async lock(tx: Tx, id: string): Promise<Sheet | undefined> {
    const sql = `SELECT ${COLUMNS} FROM care_sheet WHERE id = ? FOR UPDATE`;
    const row = await tx.row<SheetRow>(sql, [id]);
    return row && sheetOf(row);
  }

  /**
   * A client's latest sheets of each of some kinds, the newest first, and the first of each, which everything later is
   * measured against. Two ends of a range of one key for each kind.
   */
  async ofClient<Contents>(
    reader: Reader,
    customerId: string,
    kinds: readonly SheetKind[],
    limit = MOST_SHEETS,
  ): Promise<OpenSheet<Contents>[]> {
    const ofKind = `SELECT ${COLUMNS} FROM care_sheet WHERE customer_id = ? AND kind = ?`;
    const ends = `(${ofKind} ORDER BY made_on DESC, id DESC LIMIT ?) UNION (${ofKind} ORDER BY made_on, id LIMIT 1)`;
    const rows = await reader.rows<SheetRow>(
      `${kinds.map(() => ends).join(' UNION ')} ORDER BY madeOn DESC, id DESC`,
      kinds.flatMap((kind) => [customerId, kind, limit, customerId, kind]),
    );
    if (rows.length === 0) return [];
    const ids = rows.map(({ id }) => id);
    const versions = await reader.rows<VersionRow>(
      `SELECT sheet_id AS sheetId, version, sealed, by_name AS byName, at FROM care_sheet_version
       WHERE sheet_id IN (${placeholders(ids)}) ORDER BY sheet_id, version DESC`,
      ids,
    );
    const of = groupBy(versions, ({ sheetId }) => sheetId);
    const opened: OpenSheet<Contents>[] = [];
    for (const row of rows) {
      const [first, ...older] = await this.#open<Contents>(
        reader,
        customerId,
        of.get(row.id) ?? [],
      );
      if (!first) throw new Error('a sheet without a version');
      opened.push({ ...sheetOf(row), versions: [first, ...older] });
    }
    return opened;
  }

  async insert(tx: Tx, sheet: Sheet, contents: object, by: SheetAuthor): Promise<void> {
    const columns = [
      'id',
      'customer_id',
      'kind',
      'appointment_id',
      'made_on',
      'released',
      'version',
    ];
    await tx.run(insertSql('care_sheet', [...columns, 'created_at', 'updated_at'], 1), [
      ...[sheet.id, sheet.customerId, sheet.kind, sheet.appointmentId, sheet.madeOn],
      ...[sheet.released, sheet.version, by.at, by.at],
    ]);
    await this.#append(tx, sheet, contents, by);
  }

  /** Writes the next version. The sheet is locked. */
  async correct(tx: Tx, sheet: Sheet, contents: object, by: SheetAuthor): Promise<void> {
    await tx.run('UPDATE care_sheet SET version = ?, released = ?, updated_at = ? WHERE id = ?', [
      ...[sheet.version, sheet.released, by.at, sheet.id],
    ]);
    await this.#append(tx, sheet, contents, by);
  }

  /** What a person has entered so far about a client. */
  async drafts<Contents>(
    reader: Reader,
    customerId: string,
    authorId: string,
  ): Promise<OpenDraft<Contents>[]> {
    const rows = await reader.rows<DraftRow>(
      `SELECT ${DRAFT} FROM care_sheet_draft WHERE customer_id = ? AND author_id = ? ORDER BY kind`,
      [customerId, authorId],
    );
    const opened: OpenDraft<Contents>[] = [];
    for (const { kind, revision, sealed, updatedAt } of rows) {
      const text = await this.cipher.decrypt(reader, customerId, DRAFT_FIELD, sealed);
      opened.push({ kind, revision, updatedAt, contents: JSON.parse(text) as Contents });
    }
    return opened;
  }

  /** The client's file is locked. */
  async keepDraft(
    tx: Tx,
    customerId: string,
    kind: AssessmentKind,
    draft: { readonly revision: number; readonly contents: object },
    by: SheetAuthor,
  ): Promise<void> {
    const text = JSON.stringify(draft.contents);
    await tx.run(
      `INSERT INTO care_sheet_draft (customer_id, author_id, kind, revision, sealed, updated_at) VALUES (?, ?, ?, ?, ?, ?)
       ON DUPLICATE KEY UPDATE revision = VALUES(revision), sealed = VALUES(sealed), updated_at = VALUES(updated_at)`,
      [
        ...[customerId, by.staffId, kind, draft.revision],
        ...[await this.cipher.encrypt(tx, customerId, DRAFT_FIELD, text), by.at],
      ],
    );
  }

  async dropDraft(
    tx: Tx,
    customerId: string,
    authorId: string,
    kind: AssessmentKind,
  ): Promise<void> {
    const sql = 'DELETE FROM care_sheet_draft WHERE customer_id = ? AND author_id = ? AND kind = ?';
    await tx.run(sql, [customerId, authorId, kind]);
  }

  /**
   * Gives sheets to another file, sealed anew for it.
   * @param only ids of sheets; all unless told. @returns the ids of the sheets that went
   */
  async give(tx: Tx, from: string, to: string, only?: readonly string[]): Promise<string[]> {
    const rows = await tx.rows<{ id: string }>(
      'SELECT id FROM care_sheet WHERE customer_id = ? ORDER BY id FOR UPDATE',
      [from],
    );
    const ids = rows.map(({ id }) => id).filter((id) => only?.includes(id) ?? true);
    for (const id of ids) {
      const versions = await tx.rows<{ version: number; sealed: Buffer }>(
        'SELECT version, sealed FROM care_sheet_version WHERE sheet_id = ? ORDER BY version',
        [id],
      );
      for (const { version, sealed } of versions) {
        const anew = await this.cipher.handOver(tx, { from, to }, FIELD, sealed);
        await tx.run(
          'UPDATE care_sheet_version SET sealed = ? WHERE sheet_id = ? AND version = ?',
          [anew, id, version],
        );
      }
      await tx.run('UPDATE care_sheet SET customer_id = ? WHERE id = ?', [to, id]);
    }
    return ids;
  }

  /** @param only `author/kind`; all unless told. @returns what went */
  async giveDrafts(tx: Tx, from: string, to: string, only?: readonly string[]): Promise<string[]> {
    const rows = await tx.rows<DraftRow>(
      `SELECT ${DRAFT} FROM care_sheet_draft WHERE customer_id = ? ORDER BY author_id, kind FOR UPDATE`,
      [from],
    );
    const given: string[] = [];
    for (const { authorId, kind, sealed } of rows) {
      const key = `${authorId}/${kind}`;
      if (only && !only.includes(key)) continue;
      const where = 'customer_id = ? AND author_id = ? AND kind = ?';
      const taken = await tx.row(`SELECT 1 FROM care_sheet_draft WHERE ${where}`, [
        to,
        authorId,
        kind,
      ]);
      // Two of one author: the one of the file that goes on stands, the other waits where it is.
      if (taken) continue;
      const anew = await this.cipher.handOver(tx, { from, to }, DRAFT_FIELD, sealed);
      await tx.run(`UPDATE care_sheet_draft SET customer_id = ?, sealed = ? WHERE ${where}`, [
        ...[to, anew, from, authorId, kind],
      ]);
      given.push(key);
    }
    return given;
  }

  async #append(tx: Tx, sheet: Sheet, contents: object, by: SheetAuthor): Promise<void> {
    const text = JSON.stringify(contents);
    const columns = ['sheet_id', 'version', 'sealed', 'by_id', 'by_name', 'at'];
    await tx.run(insertSql('care_sheet_version', columns, 1), [
      ...[sheet.id, sheet.version, await this.cipher.encrypt(tx, sheet.customerId, FIELD, text)],
      ...[by.staffId, by.name, by.at],
    ]);
  }

  async #open<Contents>(
    reader: Reader,
    customerId: string,
    rows: readonly VersionRow[],
  ): Promise<SheetVersion<Contents>[]> {
    const opened: SheetVersion<Contents>[] = [];
    for (const { version, sealed, byName, at } of rows) {
      const text = await this.cipher.decrypt(reader, customerId, FIELD, sealed);
      opened.push({ version, byName, at, contents: JSON.parse(text) as Contents });
    }
    return opened;
  }
}

import { Injectable } from '@nestjs/common';
import type { StaffPrincipal } from '../../../platform/auth/index.js';
import { Database, UnitOfWork } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import { dropParts, insertRows, partsOf } from './data/import-rows.js';
import { changeImport, importById, lockImport, type ClientImport } from './data/imports.js';
import { ImportSeals } from './import-seals.js';
import { UnreadableSheet, type SheetFault } from './reading/cells.js';
import { readSheet } from './reading/read-sheet.js';
import { tableOf } from './rules/headings.js';

/** Rows of one insert. */
const AT_ONCE = 500;

const WORDS: Readonly<Record<SheetFault, string>> = {
  empty: '文件里没有数据：第一行应是列名，下面每行一位顾客。',
  not_a_table: '这不是表格文件，请上传 .xlsx 或 .csv。',
  old_workbook: '这是旧版 .xls 或加了密码的工作簿，请另存为没有密码的 .xlsx 再上传。',
  locked: '文件加了密码，请去掉密码再上传。',
  too_many_rows: '文件超过 20000 行，请分成几份导入。',
  too_many_columns: '文件超过 60 列，请删掉用不到的列再上传。',
  too_large: '文件太大，请分成几份导入。',
  broken: '文件不完整或已损坏，请重新导出再上传。',
  doctype: '文件里有不允许的内容，请用表格软件另存一份再上传。',
  encoding: '认不出文字编码，请另存为 UTF-8 的 CSV 或 .xlsx 再上传。',
};

/** Reads the file that was sent into rows, and forgets the file. */
@Injectable()
export class ReadImport {
  constructor(
    private readonly seals: ImportSeals,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * Reading it again changes nothing.
   * @throws Refusal IMPORT_NOT_FOUND, IMPORT_INCOMPLETE while pieces are missing, IMPORT_UNREADABLE
   */
  async execute(staff: StaffPrincipal, id: string): Promise<void> {
    const known = await importById(this.database, id, staff.storeIds);
    if (!known) return refuse('IMPORT_NOT_FOUND');
    if (known.state !== 'uploading') return;
    const content = await this.#contentOf(known);
    const { format, table } = await tableIn(content);
    const fileHash = this.seals.fileHash(content);
    await this.unitOfWork.run(async (tx) => {
      const one = await lockImport(tx, id);
      // Somebody was faster: the rows are there.
      if (one?.state !== 'uploading') return;
      for (let at = 0; at < table.rows.length; at += AT_ONCE) {
        const rows = table.rows.slice(at, at + AT_ONCE).map(({ no, cells }) => ({
          ...{ no, cellsSealed: this.seals.cells(id, no, cells) },
        }));
        await insertRows(tx, id, rows);
      }
      await dropParts(tx, id);
      const headingsSealed = this.seals.headings(id, table.headings);
      const rowCount = table.rows.length;
      await changeImport(tx, id, { state: 'read', format, fileHash, headingsSealed, rowCount });
    });
  }

  async #contentOf({ id, partCount }: ClientImport): Promise<Buffer> {
    const parts = await partsOf(this.database, id);
    if (parts.length < partCount) refuse('IMPORT_INCOMPLETE');
    return Buffer.concat(
      parts.map(({ seq, contentSealed }) => this.seals.readPart(id, seq, contentSealed)),
    );
  }
}

async function tableIn(content: Buffer) {
  try {
    const { format, rows } = await readSheet(content);
    return { format, table: tableOf(rows) };
  } catch (error) {
    if (!(error instanceof UnreadableSheet)) throw error;
    return refuse('IMPORT_UNREADABLE', {
      ...{ detail: WORDS[error.fault], extras: { fault: error.fault } },
    });
  }
}

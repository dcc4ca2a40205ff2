import { Injectable } from '@nestjs/common';
import { CustomerQueries, type CustomerSummary } from '../../customers/index.js';
import { Clock, HOME_ZONE, localDate, type LocalDate } from '../../../platform/clock/index.js';
import { Database } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import type { StaffPrincipal } from '../../../platform/auth/index.js';
import { countRows, rowsAfter, type ImportRow, type RowState } from './data/import-rows.js';
import {
  importById,
  importedBefore,
  latestImports,
  mappingOf,
  type ClientImport,
} from './data/imports.js';
import { ImportSeals } from './import-seals.js';
import { textOf, type Cell } from './reading/cells.js';
import { faultSheet, type FaultLine } from './rules/fault-sheet.js';
import type { ImportField } from './rules/fields.js';
import { guessMapping, headingsKey, type ColumnMapping } from './rules/headings.js';
import { maskedValue, readRow, type ImportDraft } from './rules/read-row.js';

const LISTED = 20;
const SAMPLED_ROWS = 20;
const SAMPLES = 3;
const AT_ONCE = 500;

/** A column of the file with what stands in its first rows, phones hidden. */
export interface ImportColumn {
  readonly column: number;
  readonly heading: string;
  readonly samples: readonly string[];
}

/** An import with everything that its page shows. */
export interface ImportSight {
  readonly one: ClientImport;
  readonly fileName: string | null;
  readonly undoReason: string | null;
  readonly columns: readonly ImportColumn[];
  /** What was said of the columns, or what they probably are. */
  readonly mapping: ColumnMapping;
  readonly counts: Partial<Record<RowState, number>>;
  readonly importedBefore: Date | null;
}

/** A row as the page shows it. */
export interface RowSight {
  readonly row: ImportRow;
  readonly draft: ImportDraft | null;
  readonly faults: readonly FaultLine[];
  readonly match: CustomerSummary | null;
  readonly client: CustomerSummary | null;
}

/** Reads of imports; whoever may not see the store sees none. */
@Injectable()
export class ImportQueries {
  constructor(
    private readonly seals: ImportSeals,
    private readonly customers: CustomerQueries,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal IMPORT_NOT_FOUND */
  async one(staff: StaffPrincipal, id: string): Promise<ImportSight> {
    const one = await this.#known(staff, id);
    const headings = this.seals.readHeadings(id, one.headingsSealed);
    const hash = this.seals.headingsHash(headingsKey(headings));
    const before = one.fileHash && (await importedBefore(this.database, one.fileHash, id));
    const mapping = one.mapping ?? (await mappingOf(this.database, hash)) ?? guessMapping(headings);
    return {
      ...(await this.#head(one)),
      columns: await this.#columns(id, headings),
      ...{ mapping, importedBefore: before ?? null },
    };
  }

  /** The latest of a store, without their columns. */
  async list(storeId: string): Promise<ImportSight[]> {
    const sights: ImportSight[] = [];
    for (const one of await latestImports(this.database, storeId, LISTED))
      sights.push({
        ...(await this.#head(one)),
        ...{ columns: [], mapping: {}, importedBefore: null },
      });
    return sights;
  }

  /** Rows after a number; of some states only where they are told. */
  async rows(
    staff: StaffPrincipal,
    id: string,
    { after, limit, states }: { after: number; limit: number; states?: readonly RowState[] },
  ): Promise<RowSight[]> {
    const one = await this.#known(staff, id);
    const headings = this.seals.readHeadings(id, one.headingsSealed);
    const rows = await rowsAfter(this.database, id, after, limit, states);
    const ids = rows.flatMap(({ matchId, customerId }) => [matchId, customerId]);
    const known = await this.customers.summaries(this.database, [
      ...new Set(ids.filter((clientId) => clientId !== null)),
    ]);
    const byId = new Map(known.map((summary) => [summary.id, summary]));
    const today = localDate(this.clock.now(), HOME_ZONE);
    return rows.map((row) => {
      const cells = this.seals.readCells(id, row.no, row.cellsSealed);
      return {
        row,
        draft: whoIn(cells, one.mapping, today),
        faults: this.#faults(id, row, headings),
        match: byId.get(row.matchId ?? '') ?? null,
        client: byId.get(row.customerId ?? '') ?? null,
      };
    });
  }

  /** The bad cells as a table for a spreadsheet. @throws Refusal IMPORT_NOT_FOUND, IMPORT_CONTENT_GONE */
  async faultSheet(staff: StaffPrincipal, id: string): Promise<string> {
    const one = await this.#known(staff, id);
    if (one.contentGoneAt !== null) refuse('IMPORT_CONTENT_GONE');
    const headings = this.seals.readHeadings(id, one.headingsSealed);
    const lines: FaultLine[] = [];
    let after = 0;
    for (;;) {
      const rows = await rowsAfter(this.database, id, after, AT_ONCE, ['bad']);
      if (rows.length === 0) return faultSheet(lines);
      after = rows.at(-1)?.no ?? after;
      lines.push(...rows.flatMap((row) => this.#faults(id, row, headings)));
    }
  }

  async #known(staff: StaffPrincipal, id: string): Promise<ClientImport> {
    const one = await importById(this.database, id, staff.storeIds);
    return one ?? refuse('IMPORT_NOT_FOUND');
  }

  async #head(one: ClientImport) {
    return {
      one,
      fileName: this.seals.readText(one.id, 'file-name', one.fileNameSealed),
      undoReason: this.seals.readText(one.id, 'undo-reason', one.undoReasonSealed),
      counts: await countRows(this.database, one.id),
    };
  }

  #faults(id: string, { no, faultsSealed }: ImportRow, headings: readonly string[]): FaultLine[] {
    return this.seals
      .readFaults(id, no, faultsSealed)
      .map((fault) => ({ ...fault, row: no, heading: headings[fault.column] ?? '' }));
  }

  async #columns(id: string, headings: readonly string[]): Promise<ImportColumn[]> {
    const rows = await rowsAfter(this.database, id, 0, SAMPLED_ROWS);
    const lines = rows.map(({ no, cellsSealed }) => this.seals.readCells(id, no, cellsSealed));
    return headings.map((heading, column) => ({
      ...{ column, heading },
      samples: samplesOf(lines, column),
    }));
  }
}

/** A list of rows names who is in them, even where her phone is bad; the rest of a row is looked at in the file. */
function whoIn(
  cells: readonly Cell[],
  mapping: ColumnMapping | null,
  today: LocalDate,
): ImportDraft | null {
  const only = (...fields: readonly ImportField[]): ColumnMapping =>
    Object.fromEntries(Object.entries(mapping ?? {}).filter(([, field]) => fields.includes(field)));
  return (
    readRow(cells, only('name', 'phone'), today).draft ?? readRow(cells, only('name'), today).draft
  );
}

function samplesOf(lines: readonly (readonly Cell[])[], column: number): string[] {
  const texts = lines.map((cells) => maskedValue(textOf(cells[column])));
  return texts.filter((text) => text !== '').slice(0, SAMPLES);
}

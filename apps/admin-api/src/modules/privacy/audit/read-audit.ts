import { Injectable } from '@nestjs/common';
import { Database, toSafeInteger } from '../../../platform/database/index.js';
import { CustomerQueries } from '../../customers/index.js';
import { membersByIds } from '../../staff/index.js';
import { entriesBefore, type AuditEntryRow, type EntryFilter } from './data/entries.js';

const PAGE = 30;

/** An entry with the names of who did it and to whom, where they are known. */
export interface NamedEntry extends AuditEntryRow {
  readonly actorName: string | null;
  readonly subjectName: string | null;
}

export interface AuditPage {
  readonly items: readonly NamedEntry[];
  /** The number below which the next page begins. */
  readonly next?: number;
}

/** Who did what to whose data, for the owner. */
@Injectable()
export class ReadAudit {
  constructor(
    private readonly database: Database,
    private readonly customers: CustomerQueries,
  ) {}

  /** Newest first. @param before only entries with a lower number */
  async page(filter: EntryFilter, before: number | undefined): Promise<AuditPage> {
    const found = await entriesBefore(this.database, filter, before, PAGE + 1);
    const shown = found.slice(0, PAGE);
    const items = await this.#named(shown);
    const last = shown.at(-1);
    return found.length > PAGE && last ? { items, next: toSafeInteger(last.id) } : { items };
  }

  async #named(rows: readonly AuditEntryRow[]): Promise<NamedEntry[]> {
    const staffIds = rows.flatMap((row) => [
      ...(row.actorKind === 'staff' ? [row.actorId] : []),
      ...(row.subjectKind === 'staff' ? [row.subjectId] : []),
    ]);
    const clientIds = rows.flatMap((row) => [
      ...(row.actorKind === 'client' ? [row.actorId] : []),
      ...(row.subjectKind === 'customer' ? [row.subjectId] : []),
    ]);
    const [staff, clients] = await Promise.all([
      staffIds.length > 0 ? membersByIds(this.database, [...new Set(staffIds)]) : [],
      this.customers.summaries(this.database, [...new Set(clientIds)]),
    ]);
    const names = new Map([...staff, ...clients].map(({ id, name }) => [id, name]));
    return rows.map((row) => ({
      ...row,
      actorName: names.get(row.actorId) ?? null,
      subjectName: names.get(row.subjectId) ?? null,
    }));
  }
}

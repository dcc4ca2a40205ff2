import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../../platform/audit/index.js';
import { Database, toSafeInteger } from '../../../platform/database/index.js';
import { CustomerQueries } from '../../customers/index.js';
import { membersByIds } from '../../staff/index.js';
import { storesByIds } from '../../stores/index.js';
import { entriesBefore, type AuditEntryRow, type EntryFilter } from './data/entries.js';

const PAGE = 30;

/** An entry with the names of who did it and to whom, where they are known. */
export interface NamedEntry extends AuditEntryRow {
  readonly actorName: string | null;
  readonly subjectName: string | null;
  /** Of the people that its facts tell of. */
  readonly names: ReadonlyMap<string, string>;
  /** Of a read: the stores of the reader at that moment, and the client's home store where the reader was of none of hers. */
  readonly readIn: { readonly stores: readonly string[]; readonly home: string | null } | null;
}

export interface AuditPage {
  readonly items: readonly NamedEntry[];
  /** The number below which the next page begins. */
  readonly next?: number;
}

const readerStoresOf = (detail: unknown): readonly string[] =>
  (detail as { readonly readerStores?: readonly string[] } | null)?.readerStores ?? [];

const othersOf = (detail: unknown): readonly string[] => {
  const facts = detail as { readonly approvedBy?: unknown; readonly besideOf?: unknown } | null;
  return [facts?.approvedBy, facts?.besideOf].filter((id) => typeof id === 'string');
};

function readIn(
  { detail }: AuditEntryRow,
  home: string | undefined,
  names: ReadonlyMap<string, string>,
): NamedEntry['readIn'] {
  const ids = readerStoresOf(detail);
  if (ids.length === 0) return null;
  const elsewhere = home !== undefined && !ids.includes(home);
  return {
    stores: ids.map((id) => names.get(id) ?? id),
    home: elsewhere ? (names.get(home) ?? home) : null,
  };
}

/** Who did what to whose data, for the owner. */
@Injectable()
export class ReadAudit {
  constructor(
    private readonly database: Database,
    private readonly customers: CustomerQueries,
    private readonly trail: AuditTrail,
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
    const told = rows.map((row) => ({ ...row, detail: this.#factsOf(row) }));
    const staffIds = told.flatMap((row) => [
      ...othersOf(row.detail),
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
    const homes = await this.customers.homeStores(this.database, [...new Set(clientIds)]);
    const stores = await this.#storeNames(told, homes);
    return told.map((row) => ({
      ...row,
      readIn: readIn(row, homes.get(row.subjectId), stores),
      names,
      actorName: names.get(row.actorId) ?? null,
      subjectName: names.get(row.subjectId) ?? null,
    }));
  }

  #factsOf({ action, subjectKind, subjectId, detail }: AuditEntryRow): object | null {
    return this.trail.factsOf({ action, subject: { kind: subjectKind, id: subjectId } }, detail);
  }

  async #storeNames(
    rows: readonly AuditEntryRow[],
    homes: ReadonlyMap<string, string>,
  ): Promise<ReadonlyMap<string, string>> {
    const ids = [...rows.flatMap(({ detail }) => readerStoresOf(detail)), ...homes.values()];
    const stores = await storesByIds(this.database, [...new Set(ids)]);
    return new Map(stores.map(({ id, name }) => [id, name]));
  }
}

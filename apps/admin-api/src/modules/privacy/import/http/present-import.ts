import type { CustomerSummary } from '../../../customers/index.js';
import { maskPhone } from '../../../customers/index.js';
import type { RowState } from '../data/import-rows.js';
import type { ClientImport } from '../data/imports.js';
import type { ImportSight, RowSight } from '../import-queries.js';
import type {
  ImportClientDto,
  ImportCountsDto,
  ImportDto,
  ImportOpeningDto,
  ImportRowDto,
} from './dto/import.dto.js';

const iso = (at: Date | null): string | null => at && at.toISOString();

export function presentImport(sight: ImportSight): ImportDto {
  const { one, fileName, columns, mapping, counts } = sight;
  return {
    ...{ id: one.id, storeId: one.storeId, fileName, state: one.state },
    ...{ rows: one.rowCount, faults: one.faultCount, onDuplicate: one.onDuplicate },
    columns: columns.map(({ column, heading, samples }) => ({
      ...{ column, heading, samples: [...samples], field: mapping[column] ?? null },
    })),
    counts: countsOf(counts),
    opening: openingOf(one),
    importedBefore: iso(sight.importedBefore),
    ...{ createdBy: one.createdByName, createdAt: one.createdAt.toISOString() },
    ...{ startedAt: iso(one.startedAt), finishedAt: iso(one.finishedAt) },
    undo:
      one.undoneByName === null
        ? null
        : { by: one.undoneByName, at: iso(one.undoneAt), reason: sight.undoReason },
    hasContent: one.contentGoneAt === null,
  };
}

export function presentRow({ row, draft, faults, match, client }: RowSight): ImportRowDto {
  const { no, state, sameAsRow, choice, keptBecause } = row;
  return {
    ...{ row: no, state, name: draft?.name ?? null, sameAsRow, choice, keptBecause },
    phoneMasked: draft?.phone === undefined ? null : maskPhone(draft.phone.slice(-4)),
    faults: faults.map(({ column, heading, field, value, reason }) => ({
      ...{ column, heading, field, value, reason },
    })),
    match: match && presentClient(match),
    client: client && presentClient(client),
  };
}

const presentClient = ({ id, name, memberNo, phoneMasked }: CustomerSummary): ImportClientDto => ({
  ...{ id, name, memberNo, phoneMasked },
});

const countsOf = (counts: Partial<Record<RowState, number>>): ImportCountsDto => ({
  ...{ read: 0, ready: 0, bad: 0, duplicate: 0, created: 0, added: 0, skipped: 0 },
  ...{ undone: 0, kept: 0, shared: 0 },
  ...counts,
});

function openingOf(one: ClientImport): ImportOpeningDto | null {
  if (one.openingProtocolNo === null) return null;
  return {
    protocolNo: one.openingProtocolNo,
    validEverywhere: one.openingEverywhere ?? false,
    rows: one.openingRows ?? 0,
    principalFen: one.openingPrincipalFen ?? 0,
    bonusFen: one.openingBonusFen ?? 0,
  };
}

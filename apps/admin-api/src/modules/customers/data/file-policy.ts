import { fromJsonColumn, type Reader, type Tx } from '../../../platform/database/index.js';
import {
  DEFAULT_POLICY,
  type CreationField,
  type FileField,
  type FilePolicy,
} from '../rules/completeness.js';

interface Row {
  version: number;
  atCreation: unknown;
  wanted: unknown;
  verifyMonths: number | null;
}

const SELECT = `SELECT version, at_creation AS atCreation, wanted, verify_months AS verifyMonths
  FROM customer_file_policy WHERE id = 1`;

/** What the salon wants to know of its clients; as the house comes until somebody decided. */
export async function filePolicy(reader: Reader): Promise<FilePolicy> {
  const row = await reader.row<Row>(SELECT);
  if (!row) return DEFAULT_POLICY;
  return {
    ...{ version: row.version, verifyMonths: row.verifyMonths },
    atCreation: fromJsonColumn(row.atCreation) as CreationField[],
    wanted: fromJsonColumn(row.wanted) as FileField[],
  };
}

/** Writes the next version; whoever writes at the same time is the version after it. */
export async function saveFilePolicy(
  tx: Tx,
  { atCreation, wanted, verifyMonths }: Omit<FilePolicy, 'version'>,
  by: { readonly staffId: string; readonly at: Date },
): Promise<void> {
  await tx.run(
    `INSERT INTO customer_file_policy (id, version, at_creation, wanted, verify_months, updated_by, updated_at)
     VALUES (1, ?, ?, ?, ?, ?, ?)
     ON DUPLICATE KEY UPDATE version = version + 1, at_creation = VALUES(at_creation), wanted = VALUES(wanted),
       verify_months = VALUES(verify_months), updated_by = VALUES(updated_by), updated_at = VALUES(updated_at)`,
    [
      ...[DEFAULT_POLICY.version + 1, JSON.stringify(atCreation), JSON.stringify(wanted)],
      ...[verifyMonths, by.staffId, by.at],
    ],
  );
}

import type { Reader, Tx } from '../../../../platform/database/index.js';

/** A stretch of time in which a package belonged to a client. */
export interface Ownership {
  readonly packageId: string;
  /** The version of the package that began it; 0 for who bought it. */
  readonly seq: number;
  readonly since: Date;
  /** Null while it is hers. */
  readonly until: Date | null;
}

export async function insertOwner(
  tx: Tx,
  packageId: string,
  seq: number,
  customerId: string,
  since: Date,
): Promise<void> {
  await tx.run(
    `INSERT INTO package_owner (package_id, seq, customer_id, since, until, is_now)
     VALUES (?, ?, ?, ?, NULL, 1)`,
    [packageId, seq, customerId, since],
  );
}

/** It goes to somebody else now. The package is locked. @param seq the version that the transfer made */
export async function handOver(
  tx: Tx,
  packageId: string,
  to: { readonly seq: number; readonly customerId: string; readonly at: Date },
): Promise<void> {
  await tx.run(
    'UPDATE package_owner SET until = ?, is_now = NULL WHERE package_id = ? AND is_now = 1',
    [to.at, packageId],
  );
  await insertOwner(tx, packageId, to.seq, to.customerId, to.at);
}

/** Every package that a client ever had, also those that she gave away. */
export function ownershipsOf(reader: Reader, customerId: string): Promise<Ownership[]> {
  return reader.rows<Ownership>(
    `SELECT package_id AS packageId, seq, since, until FROM package_owner
     WHERE customer_id = ? ORDER BY package_id, seq`,
    [customerId],
  );
}

import {
  placeholders,
  toSafeInteger,
  type Reader,
  type Tx,
} from '../../../platform/database/index.js';

export type ContractState = 'unsigned' | 'signed' | 'on_paper';

/** The contract of one sale, word for word. */
export interface CardContract {
  readonly id: string;
  readonly customerId: string;
  readonly storeId: string;
  /** What was sold: one of the two. */
  readonly topUpId: string | null;
  readonly packageId: string | null;
  readonly title: string;
  readonly body: string;
  readonly bodyHash: Buffer;
  readonly listPriceFen: number;
  readonly priceFen: number;
  readonly bonusFen: number;
  readonly refundTerms: string;
  readonly state: ContractState;
  readonly signatureCipher: Buffer | null;
  readonly slipNo: string | null;
  readonly signedAt: Date | null;
  readonly createdAt: Date;
  /** Name of what was sold. */
  readonly planName: string;
  /** The entry that credited it; null while it is not paid. */
  readonly txId: number | null;
}

const SELECT = `SELECT c.id, c.customer_id AS customerId, c.store_id AS storeId, c.top_up_id AS topUpId,
    c.package_id AS packageId,
    c.title, c.body, c.body_hash AS bodyHash, c.list_price_fen AS listPriceFen, c.price_fen AS priceFen,
    c.bonus_fen AS bonusFen, c.refund_terms AS refundTerms, c.state, c.signature_cipher AS signatureCipher,
    c.slip_no AS slipNo, c.signed_at AS signedAt, c.created_at AS createdAt, COALESCE(t.title, p.name) AS planName,
    COALESCE(t.tx_id, p.tx_id) AS txId
  FROM card_contract c LEFT JOIN top_up t ON t.id = c.top_up_id LEFT JOIN package p ON p.id = c.package_id`;

type ContractRow = Omit<CardContract, 'txId'> & { readonly txId: unknown };

const toContract = (row: ContractRow): CardContract => ({
  ...row,
  txId: row.txId === null ? null : toSafeInteger(row.txId),
});

/** A client's contracts of sales that were not called off, latest first. */
export async function contractsOf(reader: Reader, customerId: string): Promise<CardContract[]> {
  const sql = `${SELECT} WHERE c.customer_id = ? AND COALESCE(t.state, p.state) <> 'closed' ORDER BY c.id DESC LIMIT 200`;
  return (await reader.rows<ContractRow>(sql, [customerId])).map(toContract);
}

/** One contract of this client. */
export async function contractOf(
  reader: Reader,
  customerId: string,
  id: string,
): Promise<CardContract | undefined> {
  const row = await reader.row<ContractRow>(`${SELECT} WHERE c.id = ? AND c.customer_id = ?`, [
    ...[id, customerId],
  ]);
  return row && toContract(row);
}

/** Locks one contract of this client, so that it is signed once. */
export async function lockContract(
  tx: Tx,
  customerId: string,
  id: string,
): Promise<CardContract | undefined> {
  const sql = `${SELECT} WHERE c.id = ? AND c.customer_id = ? FOR UPDATE`;
  const row = await tx.row<ContractRow>(sql, [id, customerId]);
  return row && toContract(row);
}

/** Contracts of paid sales that wait for the client's signature. */
export async function unsignedCount(reader: Reader, customerId: string): Promise<number> {
  const rows = await reader.rows(
    `SELECT c.id FROM card_contract c LEFT JOIN top_up t ON t.id = c.top_up_id
       LEFT JOIN package p ON p.id = c.package_id
     WHERE c.customer_id = ? AND c.state = 'unsigned' AND (t.state = 'paid' OR p.state = 'active')`,
    [customerId],
  );
  return rows.length;
}

/** How a contract was agreed to. */
export interface ContractProof {
  readonly state: ContractState;
  readonly signatureCipher: Buffer | null;
  readonly signatureHash: Buffer | null;
  readonly slipNo: string | null;
  readonly signedAt: Date | null;
}

export interface NewContract
  extends
    Omit<CardContract, 'planName' | 'txId' | 'state' | 'signatureCipher' | 'slipNo' | 'signedAt'>,
    ContractProof {
  readonly textId: string;
}

export async function insertContract(tx: Tx, contract: NewContract): Promise<void> {
  await tx.run(
    `INSERT INTO card_contract (id, customer_id, store_id, top_up_id, package_id, text_id, title, body, body_hash,
       list_price_fen, price_fen, bonus_fen, refund_terms, state, signature_cipher, signature_hash,
       slip_no, signed_at, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      ...[contract.id, contract.customerId, contract.storeId, contract.topUpId, contract.packageId],
      contract.textId,
      ...[contract.title, contract.body, contract.bodyHash, contract.listPriceFen],
      ...[contract.priceFen, contract.bonusFen, contract.refundTerms, contract.state],
      ...[contract.signatureCipher, contract.signatureHash, contract.slipNo],
      ...[contract.signedAt, contract.createdAt],
    ],
  );
}

export async function signContract(tx: Tx, id: string, proof: ContractProof): Promise<void> {
  await tx.run(
    `UPDATE card_contract SET state = ?, signature_cipher = ?, signature_hash = ?, slip_no = ?, signed_at = ?
     WHERE id = ?`,
    [
      ...[proof.state, proof.signatureCipher, proof.signatureHash, proof.slipNo, proof.signedAt],
      id,
    ],
  );
}

/** The contract of a sale; undefined for one without, such as an opening balance. */
export async function contractOfTopUp(
  reader: Reader,
  topUpId: string,
): Promise<CardContract | undefined> {
  const row = await reader.row<ContractRow>(`${SELECT} WHERE c.top_up_id = ?`, [topUpId]);
  return row && toContract(row);
}

/** Contracts of all clients after this id, by id. */
export async function contractsAfter(
  reader: Reader,
  id: string,
  limit: number,
): Promise<CardContract[]> {
  const sql = `${SELECT} WHERE c.id > ? ORDER BY c.id LIMIT ?`;
  return (await reader.rows<ContractRow>(sql, [id, limit])).map(toContract);
}

/** Sales of plans that were paid and have no contract any more. */
export async function salesWithoutContract(reader: Reader): Promise<string[]> {
  const rows = await reader.rows<{ id: string }>(
    `SELECT t.id FROM top_up t LEFT JOIN card_contract c ON c.top_up_id = t.id
     WHERE t.tx_id IS NOT NULL AND t.tender <> 'opening' AND c.id IS NULL ORDER BY t.id`,
  );
  return rows.map(({ id }) => id);
}

/** State and id of the contracts of these sales, by sale. */
export async function contractsOfTopUps(
  reader: Reader,
  topUpIds: readonly string[],
): Promise<Map<string, { readonly id: string; readonly state: ContractState }>> {
  if (topUpIds.length === 0) return new Map();
  const rows = await reader.rows<{ id: string; topUpId: string; state: ContractState }>(
    `SELECT id, top_up_id AS topUpId, state FROM card_contract
     WHERE top_up_id IN (${placeholders(topUpIds)})`,
    topUpIds,
  );
  return new Map(rows.map(({ id, topUpId, state }) => [topUpId, { id, state }]));
}

/** State and id of the contracts of these packages, by package. */
export async function contractsOfPackages(
  reader: Reader,
  packageIds: readonly string[],
): Promise<Map<string, { readonly id: string; readonly state: ContractState }>> {
  if (packageIds.length === 0) return new Map();
  const rows = await reader.rows<{ id: string; packageId: string; state: ContractState }>(
    `SELECT id, package_id AS packageId, state FROM card_contract
     WHERE package_id IN (${placeholders(packageIds)})`,
    packageIds,
  );
  return new Map(rows.map(({ id, packageId, state }) => [packageId, { id, state }]));
}

import {
  fromJsonColumn,
  insertSql,
  placeholders,
  type Reader,
  type Tx,
} from '../../../platform/database/index.js';
import type { TemplateDraft } from '../rules/template-draft.js';

/** A kind of coupon as it stands now. */
export interface Template extends TemplateDraft {
  readonly id: string;
  /** Coupons of it so far, whatever became of them. */
  readonly issued: number;
  readonly version: number;
  readonly updatedAt: Date;
}

export interface TemplateChange {
  readonly version: number;
  readonly byName: string;
  readonly at: Date;
  readonly template: TemplateDraft;
}

type Flag = 'withTier' | 'withCoupons' | 'claimable' | 'atDesk';
type Lists = 'serviceIds' | 'productIds' | 'storeIds';
interface TemplateRow extends Omit<Template, Flag | Lists>, Record<Flag, number> {}

const SELECT = `SELECT t.id, t.name, t.kind, t.amount_fen AS amountFen, t.permille, t.cap_fen AS capFen,
    t.min_spend_fen AS minSpendFen, t.scope, t.with_tier AS withTier, t.with_coupons AS withCoupons,
    t.valid_kind AS validKind, t.valid_from AS validFrom, t.valid_until AS validUntil,
    t.valid_days AS validDays, t.quota, t.issued, t.per_client_cap AS perClientCap, t.claimable,
    t.at_desk AS atDesk, t.return_days AS returnDays, t.note, t.state, t.sort, t.version,
    t.updated_at AS updatedAt
  FROM coupon_template t`;

async function withLists(reader: Reader, rows: readonly TemplateRow[]): Promise<Template[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const stores = await reader.rows<{ templateId: string; storeId: string }>(
    `SELECT template_id AS templateId, store_id AS storeId FROM coupon_template_store
     WHERE template_id IN (${placeholders(ids)}) ORDER BY template_id, store_id`,
    ids,
  );
  const items = await reader.rows<{ templateId: string; kind: string; itemId: string }>(
    `SELECT template_id AS templateId, item_kind AS kind, item_id AS itemId FROM coupon_template_item
     WHERE template_id IN (${placeholders(ids)}) ORDER BY template_id, item_kind, item_id`,
    ids,
  );
  const itemsOf = (id: string, kind: string): string[] =>
    items.flatMap((one) => (one.templateId === id && one.kind === kind ? [one.itemId] : []));
  return rows.map((row) => ({
    ...row,
    ...{ withTier: row.withTier === 1, withCoupons: row.withCoupons === 1 },
    ...{ claimable: row.claimable === 1, atDesk: row.atDesk === 1 },
    serviceIds: itemsOf(row.id, 'service'),
    productIds: itemsOf(row.id, 'product'),
    storeIds: stores.flatMap((one) => (one.templateId === row.id ? [one.storeId] : [])),
  }));
}

/** Every template, also drafts and those that are no longer given, in their order. */
export async function allTemplates(reader: Reader): Promise<Template[]> {
  return withLists(reader, await reader.rows<TemplateRow>(`${SELECT} ORDER BY t.sort, t.id`));
}

/** What clients may take on the phone, in its order, also where none is left. */
export async function offeredTemplates(reader: Reader): Promise<Template[]> {
  const sql = `${SELECT} WHERE t.state = 'on' AND t.claimable = 1 ORDER BY t.sort, t.id`;
  return withLists(reader, await reader.rows<TemplateRow>(sql));
}

export async function templateById(reader: Reader, id: string): Promise<Template | undefined> {
  const rows = await reader.rows<TemplateRow>(`${SELECT} WHERE t.id = ?`, [id]);
  return (await withLists(reader, rows))[0];
}

/** Locks a template, which orders those who change it and those who issue it. */
export async function lockTemplate(tx: Tx, id: string): Promise<Template | undefined> {
  const rows = await tx.rows<TemplateRow>(`${SELECT} WHERE t.id = ? FOR UPDATE`, [id]);
  return (await withLists(tx, rows))[0];
}

/**
 * Takes one of what is left, in one guarded statement: whoever comes after the last one changes nothing.
 * @returns false when it is not given any more or none is left
 */
export async function takeOne(tx: Tx, id: string): Promise<boolean> {
  const { affectedRows } = await tx.run(
    `UPDATE coupon_template SET issued = issued + 1
     WHERE id = ? AND state = 'on' AND (quota IS NULL OR issued < quota)`,
    [id],
  );
  return affectedRows === 1;
}

const COLUMNS = [
  ...['name', 'kind', 'amount_fen', 'permille', 'cap_fen', 'min_spend_fen', 'scope', 'with_tier'],
  ...['with_coupons', 'valid_kind', 'valid_from', 'valid_until', 'valid_days', 'quota'],
  ...['per_client_cap', 'claimable', 'at_desk', 'return_days', 'note', 'state', 'sort', 'version'],
  'updated_at',
];

const flag = (value: boolean): number => (value ? 1 : 0);

function valuesOf(draft: TemplateDraft, version: number, at: Date): unknown[] {
  return [
    ...[draft.name, draft.kind, draft.amountFen, draft.permille, draft.capFen, draft.minSpendFen],
    ...[draft.scope, flag(draft.withTier), flag(draft.withCoupons), draft.validKind],
    ...[draft.validFrom, draft.validUntil, draft.validDays, draft.quota, draft.perClientCap],
    ...[flag(draft.claimable), flag(draft.atDesk), draft.returnDays, draft.note, draft.state],
    ...[draft.sort, version, at],
  ];
}

export async function insertTemplate(
  tx: Tx,
  id: string,
  draft: TemplateDraft,
  at: Date,
): Promise<void> {
  await tx.run(insertSql('coupon_template', ['id', 'issued', 'created_at', ...COLUMNS], 1), [
    ...[id, 0, at, ...valuesOf(draft, 1, at)],
  ]);
  await writeLists(tx, id, draft);
}

export async function updateTemplate(
  tx: Tx,
  id: string,
  draft: TemplateDraft,
  version: number,
  at: Date,
): Promise<void> {
  await tx.run(
    `UPDATE coupon_template SET ${COLUMNS.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`,
    [...valuesOf(draft, version, at), id],
  );
  await tx.run('DELETE FROM coupon_template_store WHERE template_id = ?', [id]);
  await tx.run('DELETE FROM coupon_template_item WHERE template_id = ?', [id]);
  await writeLists(tx, id, draft);
}

async function writeLists(tx: Tx, id: string, draft: TemplateDraft): Promise<void> {
  await tx.run(
    insertSql('coupon_template_store', ['template_id', 'store_id'], draft.storeIds.length),
    draft.storeIds.flatMap((storeId) => [id, storeId]),
  );
  const items = [
    ...draft.serviceIds.map((itemId) => [id, 'service', itemId]),
    ...draft.productIds.map((itemId) => [id, 'product', itemId]),
  ];
  if (items.length === 0) return;
  const columns = ['template_id', 'item_kind', 'item_id'];
  await tx.run(insertSql('coupon_template_item', columns, items.length), items.flat());
}

export async function appendTemplateChange(
  tx: Tx,
  id: string,
  change: TemplateChange & { readonly byId: string },
): Promise<void> {
  await tx.run(
    `INSERT INTO coupon_template_change (template_id, seq, by_id, by_name, template, at)
     VALUES (?, ?, ?, ?, ?, ?)`,
    [id, change.version, change.byId, change.byName, JSON.stringify(change.template), change.at],
  );
}

/** The history of a template, latest first. */
export async function templateChanges(reader: Reader, id: string): Promise<TemplateChange[]> {
  const rows = await reader.rows<Omit<TemplateChange, 'template'> & { template: unknown }>(
    `SELECT seq AS version, by_name AS byName, template, at FROM coupon_template_change
     WHERE template_id = ? ORDER BY seq DESC LIMIT 100`,
    [id],
  );
  return rows.map((row) => ({ ...row, template: fromJsonColumn(row.template) as TemplateDraft }));
}

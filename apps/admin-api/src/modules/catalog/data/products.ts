import {
  fromJsonColumn,
  insertSql,
  likeText,
  placeholders,
  type Reader,
  type Tx,
} from '../../../platform/database/index.js';
import { productInitials, type ProductDraft } from '../rules/product-draft.js';

/** A product as it stands now. */
export interface Product extends ProductDraft {
  readonly id: string;
  readonly version: number;
  readonly updatedAt: Date;
}

export interface ProductChange {
  readonly version: number;
  readonly byName: string;
  readonly at: Date;
  readonly product: ProductDraft;
}

type ProductRow = Omit<Product, 'storeIds'>;

/** The most products that one list shows. */
const MOST_PRODUCTS = 500;

const SELECT = `SELECT p.id, p.name, p.category, p.brand, p.unit, p.description, p.price_fen AS priceFen,
    p.member_price_fen AS memberPriceFen, p.barcode, p.image_url AS imageUrl, p.state, p.sort, p.version,
    p.updated_at AS updatedAt
  FROM product p`;

async function withStores(reader: Reader, rows: readonly ProductRow[]): Promise<Product[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const links = await reader.rows<{ productId: string; storeId: string }>(
    `SELECT product_id AS productId, store_id AS storeId FROM product_store
     WHERE product_id IN (${placeholders(ids)}) ORDER BY product_id, store_id`,
    ids,
  );
  const stores = new Map<string, string[]>(ids.map((id) => [id, []]));
  for (const { productId, storeId } of links) stores.get(productId)?.push(storeId);
  return rows.map((row) => ({ ...row, storeIds: stores.get(row.id) ?? [] }));
}

/** Which products a list shows. */
export interface ProductFilter {
  /** Only what this store sells now; absent: every product in every state. */
  readonly storeId?: string;
  /** Part of a name or brand, the first letters of a name, or a whole barcode. */
  readonly q?: string;
}

/** Products in the order of the shelf: by category, then by place. At most 500. */
export async function findProducts(
  reader: Reader,
  { storeId, q = '' }: ProductFilter,
): Promise<Product[]> {
  const text = q.trim();
  const [where, values]: [string[], unknown[]] = [[], []];
  if (storeId !== undefined) {
    where.push(
      "p.state = 'on_sale' AND p.id IN (SELECT product_id FROM product_store WHERE store_id = ?)",
    );
    values.push(storeId);
  }
  if (text !== '') {
    // Initials and codes are kept in ASCII: what was typed in Chinese has nothing to say to them.
    const isAscii = /^[\x20-\x7e]+$/.test(text);
    where.push(
      isAscii
        ? '(p.name LIKE ? OR p.brand LIKE ? OR p.initials LIKE ? OR p.barcode = ?)'
        : '(p.name LIKE ? OR p.brand LIKE ?)',
    );
    const part = `%${likeText(text)}%`;
    values.push(part, part);
    if (isAscii) values.push(`${likeText(text.toLowerCase().replaceAll(' ', ''))}%`, text);
  }
  const rows = await reader.rows<ProductRow>(
    `${SELECT}${where.length > 0 ? ` WHERE ${where.join(' AND ')}` : ''}
     ORDER BY p.category, p.sort, p.id LIMIT ${MOST_PRODUCTS}`,
    values,
  );
  return withStores(reader, rows);
}

/** Those of these products that exist, whatever their state. Two reads by key. */
export async function productsByIds(reader: Reader, ids: readonly string[]): Promise<Product[]> {
  const asked = [...new Set(ids)];
  if (asked.length === 0) return [];
  const sql = `${SELECT} WHERE p.id IN (${placeholders(asked)}) ORDER BY p.id`;
  return withStores(reader, await reader.rows<ProductRow>(sql, asked));
}

export async function productById(reader: Reader, id: string): Promise<Product | undefined> {
  return (await productsByIds(reader, [id]))[0];
}

/** Locks a product, which orders those who change it. */
export async function lockProduct(tx: Tx, id: string): Promise<Product | undefined> {
  const rows = await tx.rows<ProductRow>(`${SELECT} WHERE p.id = ? FOR UPDATE`, [id]);
  return (await withStores(tx, rows))[0];
}

const COLUMNS = [
  ...['name', 'initials', 'category', 'brand', 'unit', 'description', 'price_fen'],
  ...['member_price_fen', 'barcode', 'image_url', 'state', 'sort', 'version', 'updated_at'],
];

function valuesOf(draft: ProductDraft, version: number, at: Date): unknown[] {
  return [
    ...[draft.name, productInitials(draft.name), draft.category, draft.brand, draft.unit],
    ...[draft.description, draft.priceFen, draft.memberPriceFen, draft.barcode, draft.imageUrl],
    ...[draft.state, draft.sort, version, at],
  ];
}

export async function insertProduct(
  tx: Tx,
  id: string,
  draft: ProductDraft,
  at: Date,
): Promise<void> {
  const values = [id, at, ...valuesOf(draft, 1, at)];
  await tx.run(insertSql('product', ['id', 'created_at', ...COLUMNS], 1), values);
  await writeStores(tx, id, draft.storeIds);
}

export async function updateProduct(
  tx: Tx,
  id: string,
  draft: ProductDraft,
  version: number,
  at: Date,
): Promise<void> {
  await tx.run(
    `UPDATE product SET ${COLUMNS.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`,
    [...valuesOf(draft, version, at), id],
  );
  await tx.run('DELETE FROM product_store WHERE product_id = ?', [id]);
  await writeStores(tx, id, draft.storeIds);
}

async function writeStores(tx: Tx, id: string, storeIds: readonly string[]): Promise<void> {
  await tx.run(
    insertSql('product_store', ['product_id', 'store_id'], storeIds.length),
    storeIds.flatMap((storeId) => [id, storeId]),
  );
}

export async function appendProductChange(
  tx: Tx,
  id: string,
  { version, byName, at, product, byId }: ProductChange & { readonly byId: string },
): Promise<void> {
  await tx.run(
    'INSERT INTO product_change (product_id, seq, by_id, by_name, product, at) VALUES (?, ?, ?, ?, ?, ?)',
    [id, version, byId, byName, JSON.stringify(product), at],
  );
}

/** The history of a product, latest first. */
export async function productChanges(reader: Reader, id: string): Promise<ProductChange[]> {
  const rows = await reader.rows<Omit<ProductChange, 'product'> & { product: unknown }>(
    `SELECT seq AS version, by_name AS byName, product, at FROM product_change
     WHERE product_id = ? ORDER BY seq DESC LIMIT 100`,
    [id],
  );
  return rows.map((row) => ({ ...row, product: fromJsonColumn(row.product) as ProductDraft }));
}

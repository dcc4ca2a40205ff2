import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/index.js';
import { requireStore, type StaffPrincipal } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import { isDuplicateKey, type Tx } from '../../platform/database/index.js';
import { Refusal, refuse } from '../../platform/errors/index.js';
import { newId } from '../../platform/ids/index.js';
import {
  appendProductChange,
  insertProduct,
  lockProduct,
  productById,
  updateProduct,
  type Product,
} from './data/products.js';
import { productErrors, type ProductDraft } from './rules/product-draft.js';

/** Writes products on sale. A bill keeps what it was priced with: a change is for the next one. */
@Injectable()
export class SaveProduct {
  constructor(
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Refusal WRONG_STORE for a store that is not hers, PRODUCT_BARCODE_TAKEN, INVALID_INPUT naming each field
   * that does not hold
   */
  async create(tx: Tx, staff: StaffPrincipal, written: ProductDraft): Promise<Product> {
    const draft = tidy(written);
    check(staff, draft, draft.storeIds);
    const id = newId();
    await withOwnBarcode(() => insertProduct(tx, id, draft, this.clock.now()));
    await this.#record(tx, staff, id, 1, draft);
    return (await productById(tx, id)) ?? refuse('PRODUCT_NOT_FOUND');
  }

  /** @param version the one that was read. @throws Refusal PRODUCT_NOT_FOUND, PRODUCT_CHANGED; as create */
  async change(
    tx: Tx,
    staff: StaffPrincipal,
    id: string,
    { version, ...written }: ProductDraft & { readonly version: number },
  ): Promise<Product> {
    const product = (await lockProduct(tx, id)) ?? refuse('PRODUCT_NOT_FOUND');
    if (product.version !== version)
      refuse('PRODUCT_CHANGED', { extras: { version: product.version } });
    const draft = tidy(written);
    check(staff, draft, [...draft.storeIds, ...product.storeIds]);
    await withOwnBarcode(() => updateProduct(tx, id, draft, version + 1, this.clock.now()));
    await this.#record(tx, staff, id, version + 1, draft);
    return (await productById(tx, id)) ?? refuse('PRODUCT_NOT_FOUND');
  }

  async #record(
    tx: Tx,
    staff: StaffPrincipal,
    id: string,
    version: number,
    product: ProductDraft,
  ): Promise<void> {
    const at = this.clock.now();
    const { staffId: byId, name: byName } = staff;
    await appendProductChange(tx, id, { version, byId, byName, product, at });
    const subject = { kind: 'product', id };
    const action = version === 1 ? 'product.created' : 'product.changed';
    await this.audit.record(tx, { actor: staff, action, subject, detail: { version } });
  }
}

function check(staff: StaffPrincipal, draft: ProductDraft, storeIds: readonly string[]): void {
  for (const storeId of new Set(storeIds)) requireStore(staff, storeId);
  const fields = productErrors(draft);
  if (fields.length > 0) throw new Refusal('INVALID_INPUT', { fields });
}

/** The database knows which codes are taken. */
async function withOwnBarcode(write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (isDuplicateKey(error, 'uq_product_barcode')) refuse('PRODUCT_BARCODE_TAKEN');
    throw error;
  }
}

const tidy = (draft: ProductDraft): ProductDraft => ({
  ...{ name: draft.name.trim(), category: draft.category.trim(), brand: draft.brand.trim() },
  ...{ unit: draft.unit.trim(), description: draft.description.trim() },
  ...{ priceFen: draft.priceFen, memberPriceFen: draft.memberPriceFen, barcode: draft.barcode },
  ...{ imageUrl: draft.imageUrl, storeIds: [...draft.storeIds].sort() },
  ...{ state: draft.state, sort: draft.sort },
});

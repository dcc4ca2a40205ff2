import type { ErrorCode } from '@yance/shared-types';
import type { CustomerQueries } from '../customers/index.js';
import type { Reader } from '../../platform/database/index.js';
import { refuse, refuseField } from '../../platform/errors/index.js';

/** What is sold on the phone: in which stores, and whether it matters which. */
interface Sellable {
  readonly storeIds: readonly string[];
  readonly validEverywhere: boolean;
}

/**
 * The store that sells it: the one she named, the only one, or for a card that is good everywhere her own.
 * @throws Refusal with this code when the store she named does not sell it; INVALID_INPUT when she has to choose
 */
export async function sellingStore(
  reader: Reader,
  customers: CustomerQueries,
  customerId: string,
  { storeIds, validEverywhere }: Sellable,
  { wished, code }: { readonly wished: string | undefined; readonly code: ErrorCode },
): Promise<string> {
  if (wished !== undefined) return storeIds.includes(wished) ? wished : refuse(code);
  const [first] = storeIds;
  if (first === undefined) return refuse(code);
  if (storeIds.length === 1) return first;
  if (!validEverywhere) return refuseField('storeId', '请选择在哪家门店使用');
  const home = (await customers.file(reader, customerId))?.homeStoreId;
  return storeIds.find((id) => id === home) ?? first;
}

import { requireStore, type StaffPrincipal } from '../../../platform/auth/index.js';
import { refuseField } from '../../../platform/errors/index.js';
import { ID_PATTERN } from '../../../platform/ids/index.js';

const PAGE = 50;

/** What a page of a store's list is read with: one row more than it shows, to know whether another page follows. */
export interface StorePage {
  readonly limit: number;
  readonly beforeId?: string;
}

/** @throws Refusal of a store of others, or of a cursor that no page gave */
export function storePage(
  staff: StaffPrincipal,
  { storeId, cursor }: { readonly storeId: string; readonly cursor?: string },
): StorePage {
  requireStore(staff, storeId);
  if (cursor === undefined) return { limit: PAGE + 1 };
  if (!ID_PATTERN.test(cursor)) refuseField('cursor', '请从第一页看起');
  return { limit: PAGE + 1, beforeId: cursor };
}

/** The page as it is answered. @param found read with `storePage` */
export async function pageOf<Row extends { readonly id: string }, Item>(
  found: readonly Row[],
  present: (shown: readonly Row[]) => Promise<Item[]>,
): Promise<{ items: Item[]; nextCursor?: string }> {
  const shown = found.slice(0, PAGE);
  const items = await present(shown);
  const last = shown.at(-1);
  return found.length > PAGE && last ? { items, nextCursor: last.id } : { items };
}

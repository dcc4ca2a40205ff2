import { lotsByIds } from '../../ledger/index.js';
import type { Reader } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import { settingsOf } from '../data/settings.js';
import { capRoom } from '../rules/card-cap.js';
import { openPackageFen, packagesInUse } from './data/packages.js';

/**
 * Her file is locked: two sales of hers come one after the other.
 * @throws Refusal PACKAGE_CAP_EXCEEDED when the store's cap on packages leaves less room
 */
export async function requirePackageRoom(
  reader: Reader,
  wish: { readonly customerId: string; readonly storeId: string; readonly amountFen: number },
): Promise<void> {
  const { packageCapFen: capFen } = await settingsOf(reader, wish.storeId);
  if (capFen === null) return;
  const packs = await packagesInUse(reader, wish.customerId);
  const lots = await lotsByIds(
    reader,
    packs.flatMap(({ items }) => items.flatMap(({ lotId }) => lotId ?? [])),
  );
  const balanceFen = lots.reduce((sum, lot) => sum + lot.principalLeftFen, 0);
  const openFen = await openPackageFen(reader, wish.customerId);
  const roomFen = capRoom(capFen, { balanceFen, openFen });
  if (roomFen !== null && wish.amountFen > roomFen)
    refuse('PACKAGE_CAP_EXCEEDED', { extras: { capFen, roomFen } });
}

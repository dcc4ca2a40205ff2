import { PACKAGE_CHANGE_WORDS } from '@yance/shared-types';
import { HOME_ZONE, localDate, toRfc3339 } from '../../../../platform/clock/index.js';
import type { StoresById } from '../../http/present-wallet.js';
import type { PackageChange } from '../data/package-changes.js';
import type { SessionUse } from '../data/session-uses.js';
import type { ItemSight, PackageDetail, PackageSight } from '../package-queries.js';
import type {
  PackageChangeDto,
  PackageDetailDto,
  PackageDto,
  PackageItemDto,
  SessionUseDto,
} from './dto/package.dto.js';
import { presentServices, type NamesById } from './present-package-plan.js';

const zoneOf = (stores: StoresById, storeId: string): string =>
  stores.get(storeId)?.timeZone ?? HOME_ZONE;

const presentItem = (sight: ItemSight, names: NamesById): PackageItemDto => ({
  ...{ id: sight.item.id, name: sight.item.name },
  services: presentServices(sight.item.serviceIds, names),
  ...{ total: sight.total, left: sight.left, reserved: sight.reserved },
  giftsLeft: sight.giftsLeft,
});

export function presentPackage(sight: PackageSight, stores: StoresById, now: Date): PackageDto {
  const { pack } = sight;
  const today = localDate(now, zoneOf(stores, pack.storeId));
  const over = pack.expiresOn !== null && pack.expiresOn < today;
  return {
    ...{ id: pack.id, name: pack.name, kind: pack.kind, state: pack.state },
    ...{ storeId: pack.storeId, storeName: stores.get(pack.storeId)?.name ?? '' },
    ...{ validEverywhere: pack.validEverywhere, priceFen: pack.priceFen, paidOn: pack.paidOn },
    ...{ expiresOn: pack.expiresOn, pastDate: over && pack.frozenOn === null },
    ...{ frozenOn: pack.frozenOn, usesPerDay: pack.usesPerDay, refundTerms: pack.refundTerms },
    items: sight.items.map((item) => presentItem(item, sight.serviceNames)),
    contractId: sight.contractId,
  };
}

export function presentSessionUse(
  use: SessionUse,
  packageName: string,
  stores: StoresById,
): SessionUseDto {
  const zone = zoneOf(stores, use.storeId);
  return {
    ...{ id: use.id, packageId: use.packageId, packageName, itemId: use.itemId, title: use.title },
    ...{ storeName: stores.get(use.storeId)?.name ?? '', usedOn: use.usedOn },
    ...{ at: toRfc3339(use.createdAt, zone), appointmentId: use.appointmentId },
    ...{ consent: use.consent, slipNo: use.slipNo, state: use.state, byName: use.byName },
    disputedAt: use.disputedAt && toRfc3339(use.disputedAt, zone),
    ...{ disputeNote: use.disputeNote, reverseReason: use.reverseReason, txId: use.entryNo },
  };
}

/** A change in words; names and amounts are elsewhere on the screen. */
function toldOf({ kind, detail }: PackageChange): string {
  const text = (name: string): string => String(detail[name] ?? '');
  if (kind === 'extend') return `期限由 ${text('from')} 延到 ${text('to')}`;
  if (kind === 'unfreeze' && detail['expiresOn']) return `解冻，期限顺延到 ${text('expiresOn')}`;
  if (kind === 'lapse') return `${text('sessions')} 次赠送到期`;
  return PACKAGE_CHANGE_WORDS[kind];
}

const presentChange = (change: PackageChange, zone: string): PackageChangeDto => ({
  ...{ kind: change.kind, at: toRfc3339(change.at, zone), byName: change.byName },
  ...{ reason: change.reason, what: toldOf(change) },
});

/** @param viewer shows what is this client's only: a package may have been somebody else's before */
export function presentPackageDetail(
  sight: PackageDetail,
  stores: StoresById,
  now: Date,
  viewer?: { readonly customerId: string },
): PackageDetailDto {
  const { pack } = sight;
  const zone = zoneOf(stores, pack.storeId);
  const uses = sight.uses.filter((use) => !viewer || use.customerId === viewer.customerId);
  return {
    ...presentPackage(sight, stores, now),
    uses: uses.map((use) => presentSessionUse(use, pack.name, stores)),
    changes: sight.changes.map((change) => presentChange(change, zone)),
    openRefundId: sight.openRefundId,
  };
}

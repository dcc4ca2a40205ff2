import type { LocalDate } from '../../../../platform/clock/index.js';
import { ID_PATTERN } from '../../../../platform/ids/index.js';
import type { Package, PackageItem } from '../data/packages.js';

/** The client lets us choose. */
export const AUTO = 'auto';

/** AUTO, or the id of an item, as it comes over the wire. */
export const USE_SESSION = new RegExp(`^(?:${AUTO}|${ID_PATTERN.source.replace(/^\^|\$$/g, '')})$`);

/** A service that is to be covered by a session. */
export interface SessionWish {
  readonly serviceId: string;
  readonly storeId: string;
  readonly day: LocalDate;
  /** AUTO, or the id of the item. */
  readonly useSession: string;
}

/** An item that could cover it, with its package. */
export interface Candidate {
  readonly pack: Package;
  readonly item: PackageItem;
}

/** Whether a package can be used in a store on a day. Frozen ones rest; what is past its date waits for the desk. */
export function isUsable(pack: Package, storeId: string, day: LocalDate): boolean {
  const here = pack.validEverywhere || pack.storeId === storeId;
  const inTime = pack.expiresOn === null || pack.expiresOn >= day;
  return pack.state === 'active' && pack.frozenOn === null && here && inTime;
}

/** The items that cover a service, the one that expires first before the others, then the oldest. */
export function candidatesFor(packs: readonly Package[], wish: SessionWish): Candidate[] {
  const end = ({ pack }: Candidate): string => pack.expiresOn ?? '9999-12-31';
  const by = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return packs
    .filter((pack) => isUsable(pack, wish.storeId, wish.day))
    .flatMap((pack) => pack.items.map((item) => ({ pack, item })))
    .filter(({ item }) => item.serviceIds.includes(wish.serviceId))
    .filter(({ item }) => wish.useSession === AUTO || item.id === wish.useSession)
    .sort(
      (a, b) =>
        by(end(a), end(b)) ||
        by(a.pack.paidOn ?? '', b.pack.paidOn ?? '') ||
        by(a.item.id, b.item.id),
    );
}

/** The first free place of a day; undefined when the day is full. No limit: no place is needed. */
export function freePlace(
  taken: ReadonlySet<number>,
  usesPerDay: number | null,
): number | null | undefined {
  if (usesPerDay === null) return null;
  for (let place = 1; place <= usesPerDay; place += 1) if (!taken.has(place)) return place;
  return undefined;
}

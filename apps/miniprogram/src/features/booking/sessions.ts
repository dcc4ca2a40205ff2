import type { PackageView } from '@/api/types';

/** A session of hers that would cover a service. */
export interface SessionOffer {
  /** Of the package, as the API wants to be told. */
  readonly itemId: string;
  readonly packageName: string;
  /** How many are left after this one; null for a card by time. */
  readonly leftAfter: number | null;
}

const END = '9999-12-31';
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Which service of a visit one of her sessions would cover: of the package that ends first, then the oldest. A session
 * is offered once. The API has the last word.
 * @param services in the order in which they are done
 */
export function sessionOffers(
  packages: readonly PackageView[],
  services: readonly { readonly id: string }[],
  at: { readonly storeId: string; readonly date: string },
): ReadonlyMap<string, SessionOffer> {
  const items = packages
    .filter((pack) => isUsable(pack, at))
    .flatMap((pack) => pack.items.map((item) => ({ pack, item })))
    .sort(
      (a, b) =>
        order(a.pack.expiresOn ?? END, b.pack.expiresOn ?? END) ||
        order(a.pack.paidOn ?? '', b.pack.paidOn ?? '') ||
        order(a.item.id, b.item.id),
    );
  const taken = new Map<string, number>();
  const offers = new Map<string, SessionOffer>();
  for (const { id } of services) {
    for (const { pack, item } of items) {
      if (!item.services.some((service) => service.id === id)) continue;
      const used = taken.get(item.id) ?? 0;
      const free =
        pack.kind === 'time'
          ? (pack.usesPerDay ?? Infinity) - used
          : item.left - item.reserved - used;
      if (free <= 0) continue;
      taken.set(item.id, used + 1);
      const leftAfter = pack.kind === 'time' ? null : free - 1;
      offers.set(id, { itemId: item.id, packageName: pack.name, leftAfter });
      break;
    }
  }
  return offers;
}

function isUsable(
  pack: PackageView,
  at: { readonly storeId: string; readonly date: string },
): boolean {
  const here = pack.validEverywhere || pack.storeId === at.storeId;
  const inTime = pack.expiresOn === null || pack.expiresOn >= at.date;
  return pack.state === 'active' && pack.frozenOn === null && here && inTime;
}

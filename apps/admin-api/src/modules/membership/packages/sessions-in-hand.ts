import { lotsByIds } from '../../ledger/index.js';
import type { LocalDate } from '../../../platform/clock/index.js';
import type { Reader } from '../../../platform/database/index.js';
import { packageById, packagesInUse, type Package, type PackageItem } from './data/packages.js';
import { coveringReservations, openCounts, takenOnDay } from './data/reservations.js';
import { isUsable } from './rules/best-session.js';

/** One item of a client's packages, with what a bill may take of it today. */
export interface SessionInHand {
  /** The item. */
  readonly id: string;
  readonly name: string;
  readonly kind: 'package' | 'time_card';
  readonly serviceIds: readonly string[];
  /** Units that may still be used today, without those that are kept for visits. */
  readonly available: number;
  /** Services of the bill's own visit that one is kept for, or was used for already. */
  readonly kept: readonly { readonly serviceId: string }[];
  readonly expiresOn: LocalDate | null;
}

/** The most units of a card by time without a limit per day that one bill takes. */
const WITHOUT_LIMIT = 99;

interface Asked {
  readonly customerId: string;
  readonly storeId: string;
  readonly day: LocalDate;
  /** The visit of the bill. */
  readonly appointmentId: string | null;
}

/** What a client's packages and cards by time can cover of a bill. */
export async function sessionsInHand(reader: Reader, asked: Asked): Promise<SessionInHand[]> {
  const { customerId, storeId, day, appointmentId } = asked;
  const kept = appointmentId === null ? [] : await coveringReservations(reader, appointmentId);
  const usable = (await packagesInUse(reader, customerId)).filter((pack) =>
    isUsable(pack, storeId, day),
  );
  const packs = [...usable];
  for (const { packageId } of kept) {
    if (packs.some(({ id }) => id === packageId)) continue;
    const pack = await packageById(reader, packageId);
    if (pack) packs.push(pack);
  }
  const left = await leftOf(reader, usable, day);
  return packs.flatMap((pack) =>
    pack.items.map((item) => ({
      ...{ id: item.id, name: pack.name, serviceIds: item.serviceIds, expiresOn: pack.expiresOn },
      kind: pack.kind === 'time' ? ('time_card' as const) : ('package' as const),
      available: left.get(item.id) ?? 0,
      kept: kept.filter(({ itemId }) => itemId === item.id).map(({ serviceId }) => ({ serviceId })),
    })),
  );
}

async function leftOf(
  reader: Reader,
  packs: readonly Package[],
  day: LocalDate,
): Promise<ReadonlyMap<string, number>> {
  const items = packs.flatMap((pack) => pack.items.map((item) => ({ pack, item })));
  const lots = await lotsByIds(
    reader,
    items.flatMap(({ item }) => item.lotId ?? []),
  );
  const units = new Map(lots.map((lot) => [lot.id, lot.unitsLeft]));
  const waiting = await openCounts(
    reader,
    packs.map(({ id }) => id),
  );
  const left = new Map<string, number>();
  for (const { pack, item } of items) {
    const sessions = (units.get(item.lotId ?? 0) ?? 0) - (waiting.get(item.id) ?? 0);
    const found = pack.kind === 'time' ? await placesLeft(reader, pack, item, day) : sessions;
    left.set(item.id, Math.max(0, found));
  }
  return left;
}

async function placesLeft(
  reader: Reader,
  { usesPerDay }: Package,
  { id }: PackageItem,
  day: LocalDate,
): Promise<number> {
  return usesPerDay === null
    ? WITHOUT_LIMIT
    : usesPerDay - (await takenOnDay(reader, id, day)).size;
}

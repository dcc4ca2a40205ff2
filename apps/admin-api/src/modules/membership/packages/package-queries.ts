import { Injectable } from '@nestjs/common';
import { lotsByIds, type Lot } from '../../ledger/index.js';
import { serviceNames } from '../../catalog/index.js';
import type { LocalDate } from '../../../platform/clock/index.js';
import { groupBy } from '../../../platform/collections/index.js';
import type { Reader } from '../../../platform/database/index.js';
import { Database } from '../../../platform/database/index.js';
import { openRefundIds, openRefundOf } from '../data/refunds.js';
import { contractsOfPackages } from '../data/contracts.js';
import { changesOfPackage, changesOfPackages, type PackageChange } from './data/package-changes.js';
import {
  packageById,
  packagesInUse,
  packagesOf,
  type Package,
  type PackageItem,
} from './data/packages.js';
import { openCounts } from './data/reservations.js';
import { sessionUseById, usesOfPackages, type SessionUse } from './data/session-uses.js';
import { giftsLeft } from './rules/session-value.js';

/** An item with what is left of it by the ledger. */
export interface ItemSight {
  readonly item: PackageItem;
  readonly total: number;
  /** What can still be used, those that wait for a visit included. */
  readonly left: number;
  readonly reserved: number;
  readonly giftsLeft: number;
  /** What is left of the money, in fen. */
  readonly leftFen: number;
}

export interface PackageSight {
  readonly pack: Package;
  readonly items: readonly ItemSight[];
  readonly contractId: string | null;
  /** Names of the services that its items cover. */
  readonly serviceNames: ReadonlyMap<string, string>;
}

export interface PackageDetail extends PackageSight {
  readonly uses: readonly SessionUse[];
  readonly changes: readonly PackageChange[];
  readonly openRefundId: string | null;
}

/** A use, and what is left of what it was taken from. */
export interface UseSight {
  readonly use: SessionUse;
  /** Sessions of its item; null for a card by time, which has none to count. */
  readonly left: number | null;
  /** The last day of the package; null without one. */
  readonly expiresOn: LocalDate | null;
}

const MOST_USES = 200;

/** Reads of packages for phone and desk; what is left is the ledger's. */
@Injectable()
export class PackageQueries {
  constructor(private readonly database: Database) {}

  /** A client's packages, those in use first. */
  async ofCustomer(customerId: string, reader: Reader = this.database): Promise<PackageSight[]> {
    return this.sights(await packagesOf(reader, customerId), reader);
  }

  /** What a client can use, the one that expires first before the others. */
  async inUse(customerId: string): Promise<PackageSight[]> {
    const end = ({ pack }: PackageSight): string => pack.expiresOn ?? '9999-12-31';
    const sights = await this.sights(await packagesInUse(this.database, customerId));
    return sights
      .filter(({ pack, items }) => pack.kind === 'time' || items.some((item) => item.left > 0))
      .sort((a, b) => (end(a) < end(b) ? -1 : end(a) > end(b) ? 1 : 0));
  }

  /** One package with its history; undefined when there is none. */
  async detail(id: string): Promise<PackageDetail | undefined> {
    const reader = this.database;
    const pack = await packageById(reader, id);
    const [sight] = pack ? await this.sights([pack], reader) : [];
    if (!pack || !sight) return undefined;
    const [uses, changes, refund] = await Promise.all([
      usesOfPackages(reader, [id], MOST_USES),
      changesOfPackage(reader, id),
      openRefundOf(reader, pack.customerId, id),
    ]);
    return { ...sight, uses, changes, openRefundId: refund?.id ?? null };
  }

  /** A client's packages with their histories, those in use first; a few reads, however many she has. */
  async details(customerId: string): Promise<PackageDetail[]> {
    const reader = this.database;
    const sights = await this.ofCustomer(customerId);
    const ids = sights.map(({ pack }) => pack.id);
    const [uses, changes, refunds] = await Promise.all([
      usesOfPackages(reader, ids, MOST_USES * ids.length),
      changesOfPackages(reader, ids),
      openRefundIds(reader, customerId),
    ]);
    const usesOf = groupBy(uses, ({ packageId }) => packageId);
    const changesOf = groupBy(changes, ({ packageId }) => packageId);
    return sights.map((sight) => ({
      ...sight,
      uses: usesOf.get(sight.pack.id)?.slice(0, MOST_USES) ?? [],
      changes: changesOf.get(sight.pack.id)?.slice(0, MOST_USES) ?? [],
      openRefundId: refunds.get(sight.pack.id) ?? null,
    }));
  }

  /** A use with what is left of it; undefined when there is none. */
  async use(id: string): Promise<UseSight | undefined> {
    const use = await sessionUseById(this.database, id);
    const pack = use && (await packageById(this.database, use.packageId));
    const [sight] = pack ? await this.sights([pack]) : [];
    if (!use || !pack || !sight) return undefined;
    const left = sight.items.find(({ item }) => item.id === use.itemId)?.left ?? 0;
    return { use, left: pack.kind === 'time' ? null : left, expiresOn: pack.expiresOn };
  }

  async sights(packs: readonly Package[], reader: Reader = this.database): Promise<PackageSight[]> {
    const items = packs.flatMap((pack) => pack.items);
    const lots = await lotsByIds(
      reader,
      items.flatMap((item) => item.lotId ?? []),
    );
    const byId = new Map(lots.map((lot) => [lot.id, lot]));
    const ids = packs.map((pack) => pack.id);
    const [reserved, contracts, names] = await Promise.all([
      openCounts(reader, ids),
      contractsOfPackages(reader, ids),
      serviceNames(
        reader,
        items.flatMap((item) => item.serviceIds),
      ),
    ]);
    return packs.map((pack) => ({
      pack,
      items: pack.items.map((item) => sightOf(item, byId, reserved.get(item.id) ?? 0)),
      contractId: contracts.get(pack.id)?.id ?? null,
      serviceNames: names,
    }));
  }
}

function sightOf(item: PackageItem, lots: ReadonlyMap<number, Lot>, reserved: number): ItemSight {
  const lot = item.lotId === null ? undefined : lots.get(item.lotId);
  const left = lot?.unitsLeft ?? 0;
  return {
    ...{ item, total: item.sessions + item.giftSessions, left, reserved },
    giftsLeft: giftsLeft({ ...item, unitsLeft: left }),
    leftFen: lot?.principalLeftFen ?? 0,
  };
}

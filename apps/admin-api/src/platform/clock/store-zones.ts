import { Injectable } from '@nestjs/common';

/** The offset of instants that belong to no store, and what today is for a birthday. */
export const HOME_ZONE = 'Asia/Shanghai';

/** The zone of a store's wall clock by its id; home for what belongs to no store. */
export type ZoneOf = (storeId: string | null | undefined) => string;

type ZoneSource = (storeIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;

/**
 * Lets modules that may not know stores write times as the store's wall shows them. The module of the stores tells the
 * zones.
 */
@Injectable()
export class StoreZones {
  #source: ZoneSource | undefined;

  toldBy(source: ZoneSource): void {
    this.#source = source;
  }

  /** The zones of these stores. One read. */
  async of(storeIds: Iterable<string>): Promise<ZoneOf> {
    if (!this.#source) throw new Error('nobody tells the zones of stores');
    const zones = await this.#source([...new Set(storeIds)]);
    return (storeId) => zones.get(storeId ?? '') ?? HOME_ZONE;
  }
}

import { Injectable } from '@nestjs/common';
import { CustomerQueries } from '../../customers/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { Database } from '../../../platform/database/index.js';
import { storeDay } from '../store-day.js';
import { pastDate } from './data/packages.js';
import { PackageQueries } from './package-queries.js';

/** A package whose date has passed with sessions that were paid for. Money in fen. */
export interface PastDate {
  readonly packageId: string;
  readonly name: string;
  readonly customerId: string;
  readonly customerName: string;
  readonly phoneMasked: string | null;
  readonly storeId: string;
  readonly expiresOn: string;
  readonly left: number;
  readonly leftFen: number;
}

const MOST = 200;

/** What waits for the desk: 延期或退款. What was paid for never lapses by itself. */
@Injectable()
export class PastDatePackages {
  constructor(
    private readonly database: Database,
    private readonly queries: PackageQueries,
    private readonly customers: CustomerQueries,
    private readonly clock: Clock,
  ) {}

  async ofStore(storeId: string): Promise<PastDate[]> {
    const { today } = await storeDay(this.database, storeId, this.clock.now());
    const packs = await pastDate(this.database, today, { storeId, limit: MOST });
    const sights = await this.queries.sights(packs);
    const clients = await this.customers.summaries(
      this.database,
      packs.map((pack) => pack.customerId),
    );
    const byId = new Map(clients.map((client) => [client.id, client]));
    return sights.flatMap(({ pack, items }) => {
      const left = items.reduce((sum, item) => sum + item.left, 0);
      const leftFen = items.reduce((sum, item) => sum + item.leftFen, 0);
      if (left === 0) return [];
      const client = byId.get(pack.customerId);
      return [
        {
          ...{ packageId: pack.id, name: pack.name, customerId: pack.customerId },
          ...{ customerName: client?.name ?? '', phoneMasked: client?.phoneMasked ?? null },
          ...{ storeId, expiresOn: pack.expiresOn ?? '', left, leftFen },
        },
      ];
    });
  }
}

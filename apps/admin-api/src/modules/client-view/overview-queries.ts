import { Injectable } from '@nestjs/common';
import type { StaffPrincipal } from '../../platform/auth/index.js';
import {
  Clock,
  HOME_ZONE,
  addDays,
  localDate,
  type LocalDate,
} from '../../platform/clock/index.js';
import { Database } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { couponsOfCustomer, type CouponInHand } from '../coupons/index.js';
import { CustomerQueries, type CustomerFile } from '../customers/index.js';
import { WalletQueries, type WalletSight } from '../membership/index.js';
import { standingById } from './data/standings.js';
import { noShowsSince, openDisputes, visitLines, type VisitLine } from './data/overview-reads.js';
import { ENDING_WITHIN_DAYS, alertsOf, type AlertFacts, type ClientAlert } from './rules/alerts.js';
import { birthdaySoon } from './rules/birthday-soon.js';

/** A client on one page. What the asker may not read is null. */
export interface ClientOverview {
  readonly file: CustomerFile;
  readonly alerts: readonly ClientAlert[];
  readonly wallet: WalletSight | null;
  readonly coupons: readonly CouponInHand[] | null;
  /** Undefined until she was weighed, which is a moment after her file was opened. */
  readonly standing: Awaited<ReturnType<typeof standingById>>;
  readonly visits: { readonly upcoming: VisitLine[]; readonly past: VisitLine[] } | null;
}

const YEAR_MS = 365 * 86_400_000;

function moneyFacts(
  { value, wallet, openRefundId, unsignedContracts, packages }: WalletSight,
  today: LocalDate,
): Partial<AlertFacts> {
  const limit = addDays(today, ENDING_WITHIN_DAYS);
  return {
    ...{ owedFen: value.owedFen, unsignedContracts, isFrozen: wallet?.frozen ?? false },
    refundIsOpen: openRefundId !== null,
    packagesEnding: packages.flatMap(({ pack: { name, expiresOn } }) =>
      expiresOn !== null && expiresOn <= limit ? [{ name, expiresOn }] : [],
    ),
  };
}

/** The page of a client: everything that somebody at the desk or beside the bed has to know, in one read. */
@Injectable()
export class OverviewQueries {
  constructor(
    private readonly database: Database,
    private readonly customers: CustomerQueries,
    private readonly wallets: WalletQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal CLIENT_NOT_FOUND */
  async of(staff: StaffPrincipal, customerId: string): Promise<ClientOverview> {
    const reader = this.database;
    const now = this.clock.now();
    const today = localDate(now, HOME_ZONE);
    const file = (await this.customers.file(reader, customerId)) ?? refuse('CLIENT_NOT_FOUND');
    const may = (permission: 'wallet.read' | 'coupons.read' | 'appointments.read'): boolean =>
      staff.permissions.has(permission);
    const since = new Date(now.getTime() - YEAR_MS);
    const [wallet, disputes, ownCoupons, visits, noShows, standing] = await Promise.all([
      may('wallet.read') ? this.wallets.sight(customerId) : null,
      may('wallet.read') ? openDisputes(reader, customerId) : 0,
      // A wallet shows them too: they are read once.
      may('coupons.read') && !may('wallet.read')
        ? couponsOfCustomer(reader, customerId, now)
        : null,
      may('appointments.read') ? visitLines(reader, customerId, staff.storeIds, now) : null,
      may('appointments.read') ? noShowsSince(reader, customerId, since) : 0,
      standingById(reader, customerId),
    ]);
    const birthday = file.birthday ? birthdaySoon(file.birthday, today) : undefined;
    const alerts = alertsOf({
      ...{ isMerged: file.state === 'merged', disputes, noShows, birthday },
      ...(wallet ? moneyFacts(wallet, today) : {}),
    });
    return { file, alerts, wallet, coupons: wallet?.coupons ?? ownCoupons, visits, standing };
  }
}

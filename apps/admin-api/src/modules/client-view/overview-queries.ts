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
import type { OpenRecord } from '../treatments/index.js';
import { standingById } from './data/standings.js';
import { noShowsSince, openDisputes, visitLines, type VisitLine } from './data/overview-reads.js';
import { ReadCare, type CareSight } from './read-care.js';
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
  /** What was done last; null for whoever may not read it, and before the first record. */
  readonly lastTreatment: OpenRecord | null;
  readonly visits: { readonly upcoming: VisitLine[]; readonly past: VisitLine[] } | null;
}

/** What is hers beside money and care. */
export interface OverviewFacts extends Pick<ClientOverview, 'visits' | 'standing'> {
  readonly disputes: number;
  /** Of whoever may read coupons and no wallet. */
  readonly ownCoupons: readonly CouponInHand[] | null;
  readonly noShows: number;
  readonly papers: readonly string[];
}

/** Where it could not be read. */
export const NO_FACTS: OverviewFacts = {
  ...{ visits: null, standing: undefined, disputes: 0, ownCoupons: null, noShows: 0, papers: [] },
};

export interface OverviewParts extends OverviewFacts {
  /** What could not be read, as people call it. */
  readonly unread?: readonly string[];
  readonly file: CustomerFile;
  readonly wallet: WalletSight | null;
  readonly care: CareSight;
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
    private readonly care: ReadCare,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal CLIENT_NOT_FOUND */
  async of(staff: StaffPrincipal, customerId: string): Promise<ClientOverview> {
    const file = await this.file(customerId);
    const [wallet, facts, care] = await Promise.all([
      staff.permissions.has('wallet.read') ? this.wallets.sight(customerId) : null,
      this.facts(staff, customerId),
      this.care.execute(staff, customerId),
    ]);
    return this.joined({ file, wallet, care, ...facts });
  }

  /** @throws Refusal CLIENT_NOT_FOUND */
  async file(customerId: string): Promise<CustomerFile> {
    return (await this.customers.file(this.database, customerId)) ?? refuse('CLIENT_NOT_FOUND');
  }

  /** What is hers beside money and care. */
  async facts(staff: StaffPrincipal, customerId: string): Promise<OverviewFacts> {
    const reader = this.database;
    const now = this.clock.now();
    const may = (permission: 'wallet.read' | 'coupons.read' | 'appointments.read'): boolean =>
      staff.permissions.has(permission);
    const since = new Date(now.getTime() - YEAR_MS);
    const [disputes, ownCoupons, visits, noShows, standing] = await Promise.all([
      may('wallet.read') ? openDisputes(reader, customerId) : 0,
      // A wallet shows them too: they are read once.
      may('coupons.read') && !may('wallet.read')
        ? couponsOfCustomer(reader, customerId, now)
        : null,
      may('appointments.read') ? visitLines(reader, customerId, staff.storeIds, now) : null,
      may('appointments.read') ? noShowsSince(reader, customerId, since) : 0,
      standingById(reader, customerId),
    ]);
    const ahead = (visits?.upcoming ?? []).flatMap(({ serviceIds }) => serviceIds);
    const papers = await this.care.papersMissing(customerId, ahead);
    return { disputes, ownCoupons, visits, noShows, standing, papers };
  }

  /** The parts as one page, with what has to be minded first. */
  joined({ file, wallet, care, unread, ...facts }: OverviewParts): ClientOverview {
    const { disputes, ownCoupons, visits, noShows, standing, papers } = facts;
    const today = localDate(this.clock.now(), HOME_ZONE);
    const birthday = file.birthday ? birthdaySoon(file.birthday, today) : undefined;
    const alerts = alertsOf({
      ...{ isMerged: file.state === 'merged', disputes, noShows, birthday },
      ...{ cautions: care.cautions, papers, unread },
      ...(wallet ? moneyFacts(wallet, today) : {}),
    });
    const { lastTreatment } = care;
    const coupons = wallet?.coupons ?? ownCoupons;
    return { file, alerts, wallet, coupons, visits, standing, lastTreatment };
  }
}

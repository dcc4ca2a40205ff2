import { Injectable } from '@nestjs/common';
import { CustomerQueries, type CustomerSummary } from '../customers/index.js';
import {
  pointsInHand,
  pointsOfBill,
  storeDay,
  type PointsInHand,
  type PointsOfBill,
} from '../membership/index.js';
import { membersByIds } from '../staff/index.js';
import { storesByIds } from '../stores/index.js';
import { Clock, HOME_ZONE } from '../../platform/clock/index.js';
import type { Reader } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { readProposal, type Proposal } from './ask-client.js';
import {
  changesOf,
  confirmationOf,
  type BillChange,
  type Confirmation,
} from './data/bill-history.js';
import { couponsOfBill, pricingOf, sessionsOfBill } from './data/benefits.js';
import { linesOf } from './data/bill-parts.js';
import { billById } from './data/bills.js';
import { tendersOf, type BillTender } from './data/tenders.js';
import {
  UNFINISHED,
  type Bill,
  type BillCoupon,
  type BillLine,
  type BillPricing,
  type BillSession,
} from './rules/bill.js';

/** A bill with everything that screens and paper show of it. */
export interface BillSight {
  readonly bill: Bill;
  readonly lines: readonly BillLine[];
  readonly coupons: readonly BillCoupon[];
  readonly sessions: readonly BillSession[];
  readonly pricing: BillPricing;
  readonly points: PointsOfBill;
  /** What she could pay with now; undefined for nobody's bill and for one that is over. */
  readonly inHand: PointsInHand | undefined;
  readonly tenders: readonly BillTender[];
  readonly confirmation: Confirmation | undefined;
  readonly proposal: Proposal | undefined;
  readonly changes: readonly BillChange[];
  readonly client: CustomerSummary | undefined;
  /** Names that clients see. */
  readonly staffNames: ReadonlyMap<string, string>;
  readonly storeName: string;
  readonly timeZone: string;
}

/** Reads of bills. */
@Injectable()
export class BillQueries {
  constructor(
    private readonly customers: CustomerQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal BILL_NOT_FOUND also where `isTheirs` says no */
  async sight(reader: Reader, id: string, isTheirs: (bill: Bill) => boolean): Promise<BillSight> {
    const bill = await billById(reader, id);
    if (!bill || !isTheirs(bill)) return refuse('BILL_NOT_FOUND');
    const lines = await linesOf(reader, id);
    const [store] = await storesByIds(reader, [bill.storeId]);
    const staffIds = lines.flatMap((line) => line.staff.map(({ staffId }) => staffId));
    const members = await membersByIds(reader, [...new Set(staffIds)]);
    const { customerId } = bill;
    return {
      ...{ bill, lines, tenders: await tendersOf(reader, id) },
      ...{ coupons: await couponsOfBill(reader, id), sessions: await sessionsOfBill(reader, id) },
      pricing: await pricingOf(reader, id),
      ...{ points: await pointsOfBill(reader, id), inHand: await this.#inHand(reader, bill) },
      confirmation: await confirmationOf(reader, id),
      proposal: bill.state === 'awaiting' ? await readProposal(reader, id) : undefined,
      changes: await changesOf(reader, id),
      client: customerId === null ? undefined : await this.customers.summary(reader, customerId),
      staffNames: new Map(members.map((member) => [member.id, member.displayName])),
      ...{ storeName: store?.name ?? '', timeZone: store?.timeZone ?? HOME_ZONE },
    };
  }

  async #inHand(reader: Reader, bill: Bill): Promise<PointsInHand | undefined> {
    if (bill.customerId === null || !UNFINISHED.includes(bill.state)) return undefined;
    const { today } = await storeDay(reader, bill.storeId, this.clock.now());
    return pointsInHand(reader, bill.customerId, today);
  }
}

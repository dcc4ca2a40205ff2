import { Injectable } from '@nestjs/common';
import {
  AskClient,
  BillQueries,
  CloseDay,
  EditBill,
  OpenBill,
  ReverseBill,
  SetBillAside,
  TakePayment,
  expectedIn,
  type BillSight,
} from '../../modules/checkout/index.js';
import { MemberCodes } from '../../modules/membership/index.js';
import type { ClientPrincipal } from '../../platform/auth/index.js';
import { addDays, instantOf, localDate } from '../../platform/clock/index.js';
import { Database, UnitOfWork, type Tx } from '../../platform/database/index.js';
import { Refusal } from '../../platform/errors/index.js';
import type { AsOfClock } from '../as-of-clock.js';
import type { StoreKey } from '../content/content-types.js';
import { STORE_KEYS } from '../content/menu.js';
import { STORES } from '../content/stores.js';
import { wishBill, wishWalkIn, type BillWish } from '../plan/bill-plan.js';
import { SeededRandom } from '../plan/seeded-random.js';
import { BilledVisits, type BilledVisit, type CardHolder } from './billed-visits.js';
import { linesOf, type Shelf, shelfOf } from './bill-lines.js';
import { tendersFor } from './bill-tenders.js';
import type { House } from './house.js';
import { inParallel } from './in-parallel.js';
import { deskOf, managerOf, staffOf } from './staff-of.js';

const SEED = 20_260_107;
const MINUTE_MS = 60_000;
/** How far back bills go, and how many visits of a store's day are billed by name. */
const HISTORY_DAYS = 18;
const VISITS_A_DAY = 3;
const WALK_IN_MINUTE = 1_035;
/** Holders of packages who came without a booking yesterday, one after the other. */
const HOLDERS = 3;
const [HOLDERS_FROM, HOLDERS_EVERY] = [795, 47];
const CLOSE_MINUTE = 1_300;
const AGAIN_MINUTES = 6;
/** The till of this many days ago was five yuan short. */
const SHORT_AGO = 4;
const SHORT_FEN = 500;
/** What the rules may say no to: then there is no such bill. */
const MAY_BE_REFUSED = new Set([
  ...['BALANCE_TOO_LOW', 'WALLET_FROZEN', 'SLIP_NOT_ALLOWED', 'VISIT_HAS_BILL', 'CLIENT_MERGED'],
  ...['SESSION_NOT_AVAILABLE', 'PACKAGE_FROZEN', 'CARD_CAP_EXCEEDED', 'POINTS_SHARE_TOO_HIGH'],
]);

interface World {
  readonly house: House;
  readonly clock: AsOfClock;
  readonly now: Date;
}

/** One bill to come: of a visit, or of somebody who walks in. */
interface ToBill {
  readonly at: Date;
  readonly wish: BillWish;
  readonly visit: BilledVisit | null;
  readonly holder?: CardHolder;
}

export interface BillCount {
  paid: number;
  /** What the rules did not allow. */
  dropped: number;
  /** Days that were closed. */
  closed: number;
}

/** Lives through the till's days: bills of visits and of walk-ins, what went wrong with two, and the close of each day. */
@Injectable()
export class BillLoader {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly visits: BilledVisits,
    private readonly openBill: OpenBill,
    private readonly editBill: EditBill,
    private readonly queries: BillQueries,
    private readonly takePayment: TakePayment,
    private readonly reverseBill: ReverseBill,
    private readonly askClient: AskClient,
    private readonly aside: SetBillAside,
    private readonly codes: MemberCodes,
    private readonly closeDay: CloseDay,
  ) {}

  /** Everything else has been lived through: a bill comes after whatever else its client did. */
  async load(world: World): Promise<BillCount> {
    const count: BillCount = { paid: 0, dropped: 0, closed: 0 };
    const shelf = await shelfOf(this.database);
    // A store's bills are lived in order, as their numbers and their clients' books want it; stores side by side.
    await inParallel(STORE_KEYS, STORE_KEYS.length, async (store) => {
      const paid: BillSight[] = [];
      for (const one of await this.#planned(world, store)) {
        const sight = await this.#live(world, shelf, store, one);
        if (sight) paid.push(sight);
        else count.dropped += 1;
      }
      count.paid += paid.length;
      await this.#wrong(world, store, paid);
      await this.#close(world, store, count);
    });
    await this.#park(world, shelf);
    return count;
  }

  async #planned(world: World, store: StoreKey): Promise<ToBill[]> {
    const { house, now } = world;
    const zone = STORES[store].timeZone;
    const random = new SeededRandom(SEED + STORE_KEYS.indexOf(store));
    const today = localDate(now, zone);
    const visits = await this.visits.of(house.stores[store], addDays(today, -HISTORY_DAYS), zone);
    const planned: ToBill[] = [];
    for (let ago = HISTORY_DAYS; ago >= 0; ago -= 1) {
      const date = addDays(today, -ago);
      const walkIn = wishWalkIn(random);
      const ofDay = visits.filter(({ endsAt }) => localDate(endsAt, zone) === date);
      planned.push({ at: instantOf(date, WALK_IN_MINUTE, zone), wish: walkIn, visit: null });
      for (const visit of ofDay.slice(0, VISITS_A_DAY)) {
        const wish = wishBill(random);
        const at = new Date(visit.endsAt.getTime() + wish.minutes * MINUTE_MS);
        planned.push({ at, wish, visit });
      }
    }
    planned.push(...(await this.#holders(world, store, random)));
    return planned
      .filter(({ at, visit }) => at < now && (!visit || !visit.lastDeed || visit.lastDeed < at))
      .sort((a, b) => a.at.getTime() - b.at.getTime());
  }

  /** Those who come for a session of their package: yesterday, after all else that their books say. */
  async #holders({ house, now }: World, store: StoreKey, random: SeededRandom): Promise<ToBill[]> {
    const zone = STORES[store].timeZone;
    const yesterday = addDays(localDate(now, zone), -1);
    const from = instantOf(yesterday, HOLDERS_FROM, zone);
    const holders = await this.visits.holders(house.stores[store], from, HOLDERS);
    return holders.map((holder, place) => ({
      at: new Date(from.getTime() + place * HOLDERS_EVERY * MINUTE_MS),
      ...{ wish: { ...wishBill(random), card: null }, visit: null, holder },
    }));
  }

  /** Steps that follow each other go into one transaction: there is nobody to see between. */
  async #live(
    { house, clock }: World,
    shelf: Shelf,
    store: StoreKey,
    { at, wish, visit, holder }: ToBill,
  ): Promise<BillSight | undefined> {
    const [storeId, desk] = [house.stores[store], deskOf(house, store)];
    const of = visit ? { appointmentId: visit.id } : holder && { customerId: holder.customerId };
    try {
      return await clock.at(at, () =>
        this.unitOfWork.run(async (tx) => {
          const id = await this.openBill.execute(tx, desk, { storeId, ...of });
          const opened = await this.#sight(tx, id);
          const done = holder ? [sessionOf(holder, house, store)] : opened.lines.map(plain);
          const lines = linesOf(done, wish, shelf, desk.staffId);
          const { version } = opened.bill;
          await this.editBill.execute(tx, desk, { id, version }, { lines });
          const written = await this.#sight(tx, id);
          const { tenders, isHers } = await tendersFor(tx, written, wish);
          const { customerId } = written.bill;
          const code =
            isHers && customerId !== null ? await this.codes.show(tx, customerId) : undefined;
          await this.takePayment.execute(
            tx,
            desk,
            { id, version: version + 1 },
            { tenders, ...(code && { code: code.code }) },
          );
          return this.#sight(tx, id);
        }),
      );
    } catch (error) {
      if (!(error instanceof Refusal) || !MAY_BE_REFUSED.has(error.code)) throw error;
      return undefined;
    }
  }

  #sight(tx: Tx, id: string): Promise<BillSight> {
    return this.queries.sight(tx, id, () => true);
  }

  /** The last walk-in's bill before today was a slip and is undone at once; the latest that a client agreed to she disputes. */
  async #wrong(world: World, store: StoreKey, paid: readonly BillSight[]): Promise<void> {
    if (store !== 'wukang') return;
    const { house, clock, now } = world;
    const today = localDate(now, STORES[store].timeZone);
    const slip = paid.findLast(({ bill }) => bill.customerId === null && bill.onDate < today)?.bill;
    const manager = managerOf(house, store);
    if (slip?.paidAt)
      await clock.at(new Date(slip.paidAt.getTime() + AGAIN_MINUTES * MINUTE_MS), () =>
        this.unitOfWork.run((tx) =>
          this.reverseBill.execute(tx, manager, slip, '客人换了另一款，重新开单'),
        ),
      );
    const doubted = paid.findLast(({ confirmation }) => confirmation !== undefined)?.bill;
    if (!doubted?.paidAt || doubted.customerId === null) return;
    const { id, customerId, paidAt } = doubted;
    const client: ClientPrincipal = { kind: 'client', customerId, openid: '', sessionId: '' };
    const at = Math.min(paidAt.getTime() + 180 * MINUTE_MS, now.getTime() - MINUTE_MS);
    await clock.at(new Date(at), () =>
      this.unitOfWork.run((tx) =>
        this.askClient.dispute(tx, client, id, '好像多算了一项，请帮我看看'),
      ),
    );
  }

  async #close({ house, clock, now }: World, store: StoreKey, count: BillCount): Promise<void> {
    const [storeId, zone] = [house.stores[store], STORES[store].timeZone];
    const today = localDate(now, zone);
    const manager = managerOf(house, store);
    for (let ago = HISTORY_DAYS; ago > 0; ago -= 1) {
      const date = addDays(today, -ago);
      await clock.at(instantOf(date, CLOSE_MINUTE, zone), () =>
        this.unitOfWork.run(async (tx) => {
          const expected = await expectedIn(tx, storeId, { on: date });
          const counts = [...expected].map(([tender, fen]) => {
            const isShort = ago === SHORT_AGO && tender === 'cash' && fen >= SHORT_FEN;
            return isShort
              ? { tender, countedFen: fen - SHORT_FEN, reason: '找零时多找了 5 元' }
              : { tender, countedFen: fen };
          });
          await this.closeDay.execute(tx, manager, { storeId, date, counts });
        }),
      );
      count.closed += 1;
    }
  }

  /** Somebody went to fetch her purse. */
  async #park({ house, clock, now }: World, shelf: Shelf): Promise<void> {
    const desk = deskOf(house, 'wukang');
    const wish = wishWalkIn(new SeededRandom(SEED));
    // A while ago, and still today: the day before is closed.
    const zone = STORES.wukang.timeZone;
    const begun = instantOf(localDate(now, zone), 0, zone).getTime();
    await clock.at(new Date(Math.max(begun, now.getTime() - 25 * MINUTE_MS)), () =>
      this.unitOfWork.run(async (tx) => {
        const note = '客人去车上拿手机，马上回来';
        const id = await this.openBill.execute(tx, desk, { storeId: house.stores.wukang, note });
        const lines = linesOf([], wish, shelf, desk.staffId);
        await this.editBill.execute(tx, desk, { id, version: 1 }, { lines });
        await this.aside.park(tx, desk, { id, version: 2 });
      }),
    );
  }
}

/** A line as it was booked, for it to be priced anew. */
const plain = ({ kind, itemId, quantity, staff }: BillSight['lines'][number]) => ({
  ...{ kind, itemId, quantity, staff },
});

/** What she came for, by somebody of the house. */
function sessionOf({ serviceId }: CardHolder, house: House, store: StoreKey) {
  const { staffId } = staffOf(
    house,
    ({ position, stores }) => position === 'therapist' && stores.includes(store),
  );
  const staff = [{ staffId, sharePermille: 1000 }];
  return { kind: 'service' as const, itemId: serviceId, quantity: 1, staff };
}

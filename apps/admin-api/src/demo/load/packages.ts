import { Injectable } from '@nestjs/common';
import { BookAppointment } from '../../modules/appointments/index.js';
import {
  AnswerSessionUse,
  CustomerWallets,
  FreezePackage,
  LapseGifts,
  MemberCodes,
  OpenPackage,
  RedeemNow,
  SavePackagePlan,
  SellPackage,
  ShareTimeCards,
  packagePlanOnSale,
  textInForce,
} from '../../modules/membership/index.js';
import { principalKey, type ClientPrincipal } from '../../platform/auth/index.js';
import { addDays, instantOf, localDate } from '../../platform/clock/index.js';
import { UnitOfWork, type Tx } from '../../platform/database/index.js';
import { Refusal } from '../../platform/errors/index.js';
import { idempotentCall } from '../../platform/idempotency/index.js';
import type { AsOfClock } from '../as-of-clock.js';
import { STORE_KEYS } from '../content/menu.js';
import { PACKAGES, type PackageContent } from '../content/packages.js';
import { STORES } from '../content/stores.js';
import type { PlannedClient } from '../plan/client-plan.js';
import type { PlannedPackage, PlannedUse } from '../plan/package-plan.js';
import { idOf, type House } from './house.js';
import { inParallel } from './in-parallel.js';
import { PastOrders } from './past-orders.js';
import { SIGNATURE } from './signature.js';
import { deskOf, staffOf } from './staff-of.js';

const AT_ONCE = 8;
const DAY_MS = 86_400_000;
const HISTORY_DAYS = 210;
const SWEEP_DAYS = 3;
/** Turns of these payments, behind those of stored value. */
const FIRST_TURN = 900_000_000;
const FROZEN_DAYS = 12;

interface World {
  readonly house: House;
  readonly clients: ReadonlyMap<PlannedClient, string>;
  readonly clock: AsOfClock;
  readonly now: Date;
}

/** One package while it is lived through. */
interface Life {
  readonly world: World;
  readonly planned: PlannedPackage;
  readonly customerId: string;
  readonly planId: string;
  /** Place among all, for numbers that nobody else has. */
  readonly place: number;
}

export interface PackageCount {
  readonly plans: number;
  readonly packages: number;
  readonly uses: number;
}

/** Sells packages and cards by time and lives through their use, by the same use cases as phone and desk. */
@Injectable()
export class PackageLoader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly savePlan: SavePackagePlan,
    private readonly sell: SellPackage,
    private readonly open: OpenPackage,
    private readonly wallets: CustomerWallets,
    private readonly pastOrders: PastOrders,
    private readonly redeem: RedeemNow,
    private readonly codes: MemberCodes,
    private readonly answer: AnswerSessionUse,
    private readonly freezing: FreezePackage,
    private readonly book: BookAppointment,
    private readonly days: ShareTimeCards,
    private readonly gifts: LapseGifts,
  ) {}

  async load(world: World, planned: readonly PlannedPackage[]): Promise<PackageCount> {
    const plans = await this.#sellPlans(world);
    const lives = planned.map((one, place): Life => {
      const customerId = world.clients.get(one.client);
      if (customerId === undefined) throw new Error(`${one.client.name} has no file`);
      return { world, planned: one, customerId, planId: idOf(plans, one.content.name), place };
    });
    await inParallel(lives, AT_ONCE, (life) => this.#live(life));
    await this.#sweep(world);
    const uses = planned.reduce((sum, one) => sum + one.uses.length, 0);
    return { plans: plans.size, packages: lives.length, uses };
  }

  async #sellPlans({ house, clock, now }: World): Promise<Map<string, string>> {
    const owner = staffOf(house, ({ username }) => username === 'owner');
    const ids = new Map<string, string>();
    await clock.at(new Date(now.getTime() - 400 * DAY_MS), () =>
      this.unitOfWork.run(async (tx) => {
        for (const [place, content] of PACKAGES.entries())
          ids.set(
            content.name,
            (await this.savePlan.create(tx, owner, draftOf(house, content, place))).id,
          );
      }),
    );
    return ids;
  }

  async #live(life: Life): Promise<void> {
    const { world, planned } = life;
    const run = <T>(at: Date, work: (tx: Tx) => Promise<T>): Promise<T> =>
      world.clock.at(at, () => this.unitOfWork.run(work));
    const packageId = await run(planned.at, (tx) => this.#buy(tx, life));
    let lastUseId = '';
    for (const [turn, use] of planned.uses.entries())
      lastUseId = await run(use.at, (tx) => this.#use(tx, life, use, turn));
    const { now, house } = world;
    if (planned.today === 'frozen') {
      const at = new Date(now.getTime() - FROZEN_DAYS * DAY_MS);
      const desk = deskOf(house, planned.client.store);
      await run(at, (tx) => this.freezing.freeze(tx, desk, packageId, '顾客出差三个月，先冻结'));
    }
    if (planned.today === 'disputed')
      await run(new Date(now.getTime() - DAY_MS / 8), (tx) =>
        this.answer.dispute(tx, clientOf(life), lastUseId, '那天我没有到店'),
      );
    if (planned.today === 'reserved') await this.#bookWith(life);
  }

  async #buy(tx: Tx, life: Life): Promise<string> {
    const { world, planned, customerId, planId, place } = life;
    const { store } = planned.client;
    const storeId = world.house.stores[store];
    const { tender } = planned;
    if (tender === 'wechat') return this.#buyOnPhone(tx, life, storeId);
    const reference = tender === 'cash' ? {} : { reference: `POS-K${numberOf(place)}` };
    const sold = await this.sell.execute(tx, deskOf(world.house, store), {
      ...{ customerId, storeId, planId },
      tenders: [{ tender, amountFen: planned.content.yuan * 100, ...reference }],
      ...(planned.agreed === 'paper' ? { slipNo: `KT-${numberOf(place)}` } : {}),
    });
    return sold.id;
  }

  /** What the phone does when a package is bought, signature and all. */
  async #buyOnPhone(tx: Tx, life: Life, storeId: string): Promise<string> {
    const { planned, customerId, planId, place } = life;
    await this.wallets.lock(tx, customerId);
    const plan = await packagePlanOnSale(tx, planId);
    const by = { kind: 'client', id: customerId, name: '顾客' } as const;
    const orderNo = this.pastOrders.newNumber();
    const request = { customerId, storeId, plan, tender: 'wechat', by } as const;
    const sold = await this.open.execute(tx, request, () => Promise.resolve(orderNo));
    const text = await textInForce(tx, undefined, 'package');
    await this.open.contract(tx, sold, plan, text, { signature: SIGNATURE });
    await this.pastOrders.paid(
      tx,
      orderNo,
      {
        ...{ purpose: 'card', subjectId: sold.id, customerId, storeId, at: planned.at },
        ...{ amountFen: sold.priceFen, description: sold.name },
      },
      FIRST_TURN + place,
    );
    return sold.id;
  }

  async #use(tx: Tx, life: Life, use: PlannedUse, turn: number): Promise<string> {
    const { world, planned, customerId, place } = life;
    const { store } = planned.client;
    const consent =
      use.consent === 'slip'
        ? { slipNo: `HK-${numberOf(place)}${String(turn + 1).padStart(2, '0')}` }
        : { code: (await this.codes.show(tx, customerId)).code };
    const used = await this.redeem.execute(tx, deskOf(world.house, store), {
      ...{ customerId, storeId: world.house.stores[store], useSession: 'auto' },
      ...{ serviceId: idOf(world.house.services, use.service), ...consent },
    });
    return used.id;
  }

  /** The first free hour of the days to come. @throws Refusal of the last try */
  async #bookWith(life: Life): Promise<void> {
    const { world, planned } = life;
    const { store } = planned.client;
    const { timeZone } = STORES[store];
    const today = localDate(world.now, timeZone);
    const service = planned.content.items[0]?.services[0] ?? '';
    let refusal: unknown;
    for (let hour = 0; hour < 60; hour += 1) {
      const start = instantOf(
        addDays(today, 1 + Math.floor(hour / 10)),
        630 + (hour % 10) * 60,
        timeZone,
      );
      try {
        await this.#bookAt(life, start, idOf(world.house.services, service));
        return;
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        refusal = error;
      }
    }
    throw refusal;
  }

  #bookAt(life: Life, start: Date, serviceId: string): Promise<unknown> {
    const { world, planned, customerId } = life;
    const client = clientOf(life);
    const call = idempotentCall(principalKey(client), 'demo', undefined, null);
    const request = {
      ...{ storeId: world.house.stores[planned.client.store], customerId, start },
      ...{ services: [{ serviceId, useSession: 'auto' }], channel: 'mini_program' as const },
    };
    return world.clock.at(new Date(world.now.getTime() - DAY_MS / 24), () =>
      this.book.execute(client, request, call, ({ id }) => ({ id })),
    );
  }

  /** As the sweeps did, on their days. */
  async #sweep({ clock, now }: World): Promise<void> {
    for (let ago = HISTORY_DAYS; ago >= 0; ago -= SWEEP_DAYS)
      await clock.at(new Date(now.getTime() - ago * DAY_MS), async () => {
        await this.days.run();
        await this.gifts.run();
      });
  }
}

const clientOf = ({ customerId }: Life): ClientPrincipal => ({
  ...{ kind: 'client', customerId, openid: '', sessionId: '' },
});

const numberOf = (place: number): string => String(place + 1).padStart(4, '0');

function draftOf(house: House, content: PackageContent, place: number) {
  const stores = content.onlyIn ? [content.onlyIn] : STORE_KEYS;
  return {
    ...{ name: content.name, kind: content.kind, priceFen: content.yuan * 100 },
    ...{ validDays: content.validDays, usesPerDay: content.usesPerDay ?? null },
    ...{ validEverywhere: content.onlyIn === undefined, onPhone: !content.deskOnly },
    ...{ refundTerms: content.refundTerms, ownReasonBasis: content.ownReasonBasis },
    ...{ state: content.state ?? ('on_sale' as const), sort: (place + 1) * 10 },
    storeIds: stores.map((key) => house.stores[key]),
    items: content.items.map((item) => ({
      ...{ name: item.name, sessions: item.sessions ?? 0, giftSessions: item.gifts ?? 0 },
      serviceIds: item.services.map((name) => idOf(house.services, name)),
      listPriceFen: item.listYuan * 100,
    })),
  };
}

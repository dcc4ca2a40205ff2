import { Injectable } from '@nestjs/common';
import {
  ExpireCoupons,
  IssueCoupon,
  SaveCouponTemplate,
  UseCoupon,
  type Template,
  type TemplateDraft,
} from '../../modules/coupons/index.js';
import { localDate } from '../../platform/clock/index.js';
import { UnitOfWork, type Tx } from '../../platform/database/index.js';
import { Refusal } from '../../platform/errors/index.js';
import { newId } from '../../platform/ids/index.js';
import type { AsOfClock } from '../as-of-clock.js';
import { COUPONS, type CouponContent } from '../content/coupons.js';
import { STORE_KEYS } from '../content/menu.js';
import { STORES } from '../content/stores.js';
import type { PlannedClient } from '../plan/client-plan.js';
import type { PlannedCoupon } from '../plan/coupon-plan.js';
import { idOf, type House } from './house.js';
import { inParallel } from './in-parallel.js';
import { deskOf, staffOf } from './staff-of.js';

const AT_ONCE = 8;
const DAY_MS = 86_400_000;
const HISTORY_DAYS = 150;
/** What a coupon without an amount of its own took off, as the bill said. Fen. */
const USUAL_SAVING_FEN = 6_800;

interface World {
  readonly house: House;
  readonly clients: ReadonlyMap<PlannedClient, string>;
  readonly clock: AsOfClock;
  readonly now: Date;
}

export interface CouponCount {
  templates: number;
  issued: number;
  used: number;
  /** What the rules did not allow: a client without a birthday, one who had hers already. */
  dropped: number;
}

export interface LoadedCoupons {
  readonly count: CouponCount;
  /** Ids of templates by name. */
  readonly ids: ReadonlyMap<string, string>;
}

/** Offers the coupons and lives through what became of them, by the same use cases as phone, desk and till. */
@Injectable()
export class CouponLoader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly saveTemplate: SaveCouponTemplate,
    private readonly issue: IssueCoupon,
    private readonly use: UseCoupon,
    private readonly expire: ExpireCoupons,
  ) {}

  async load(world: World, planned: readonly PlannedCoupon[]): Promise<LoadedCoupons> {
    const templates = await this.#offer(world);
    const count: CouponCount = { templates: templates.size, issued: 0, used: 0, dropped: 0 };
    await inParallel(planned, AT_ONCE, (one) => this.#live(world, templates, one, count));
    await this.#expire(world);
    return { count, ids: new Map([...templates.values()].map(({ name, id }) => [name, id])) };
  }

  /** As the sweep did, on its days. */
  async #expire({ clock, now }: World): Promise<void> {
    for (let ago = HISTORY_DAYS; ago > 0; ago -= 3)
      await clock.at(new Date(now.getTime() - ago * DAY_MS), () => this.expire.run());
    await this.expire.run();
  }

  async #offer({ house, clock, now }: World): Promise<Map<CouponContent, Template>> {
    const owner = staffOf(house, ({ username }) => username === 'owner');
    const made = new Map<CouponContent, Template>();
    await clock.at(new Date(now.getTime() - 200 * DAY_MS), () =>
      this.unitOfWork.run(async (tx) => {
        for (const [place, content] of COUPONS.entries())
          made.set(
            content,
            await this.saveTemplate.create(tx, owner, draftOf(house, content, place)),
          );
      }),
    );
    return made;
  }

  async #live(
    world: World,
    templates: ReadonlyMap<CouponContent, Template>,
    planned: PlannedCoupon,
    count: CouponCount,
  ): Promise<void> {
    const template = templates.get(planned.content);
    const customerId = world.clients.get(planned.client);
    if (!template || customerId === undefined) throw new Error('a planned coupon has both');
    try {
      const id = await world.clock.at(planned.at, () =>
        this.unitOfWork.run((tx) => this.#issue(tx, world, template.id, customerId, planned)),
      );
      count.issued += 1;
      if (planned.usedAt === null) return;
      await world.clock.at(planned.usedAt, () =>
        this.unitOfWork.run((tx) => this.#use(tx, world, { id, customerId, planned, template })),
      );
      count.used += 1;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      count.dropped += 1;
    }
  }

  async #issue(
    tx: Tx,
    { house }: World,
    templateId: string,
    customerId: string,
    { client, how }: PlannedCoupon,
  ): Promise<string> {
    const desk = deskOf(house, client.store);
    const by =
      how === 'hand'
        ? { kind: 'staff' as const, id: desk.staffId, name: desk.name }
        : how === 'claim'
          ? { kind: 'client' as const, id: customerId, name: '顾客' }
          : { kind: 'system' as const, id: 'birthday', name: '系统' };
    const storeId = house.stores[client.store];
    const request = { templateId, customerId, storeId, source: how, by };
    return (await this.issue.execute(tx, request)).id;
  }

  async #use(
    tx: Tx,
    { house, clock }: World,
    used: { id: string; customerId: string; planned: PlannedCoupon; template: Template },
  ): Promise<void> {
    const { store } = used.planned.client;
    const desk = deskOf(house, store);
    await this.use.execute(tx, {
      ...{ couponId: used.id, customerId: used.customerId, billId: newId() },
      ...{ storeId: house.stores[store], on: localDate(clock.now(), STORES[store].timeZone) },
      savedFen: savedBy(used.template),
      by: { kind: 'staff', id: desk.staffId, name: desk.name },
    });
  }
}

const savedBy = ({ kind, amountFen }: Template): number =>
  kind === 'money_off' ? (amountFen ?? USUAL_SAVING_FEN) : USUAL_SAVING_FEN;

/** What most are like. */
const USUAL: Omit<TemplateDraft, 'name' | 'scope' | 'serviceIds' | 'storeIds' | 'sort'> = {
  ...{ kind: 'money_off', amountFen: null, permille: null, capFen: null, minSpendFen: 0 },
  ...{ productIds: [], withTier: true, withCoupons: false, validKind: 'days', validFrom: null },
  ...{ validUntil: null, validDays: null, quota: null, perClientCap: null, claimable: false },
  ...{ atDesk: true, returnDays: 7, note: '', state: 'on' },
};

function draftOf(house: House, content: CouponContent, place: number): TemplateDraft {
  const { services = [], onlyIn, share: _share, ...facts } = content;
  return {
    ...USUAL,
    scope: services.length > 0 ? 'listed' : 'all',
    ...facts,
    serviceIds: services.map((name) => idOf(house.services, name)),
    storeIds: (onlyIn ? [onlyIn] : STORE_KEYS).map((key) => house.stores[key]),
    sort: (place + 1) * 10,
  };
}

import { Injectable } from '@nestjs/common';
import { usableCoupons } from '../coupons/index.js';
import { CustomerQueries } from '../customers/index.js';
import type { Grade, ServiceDefinition } from '../catalog/index.js';
import {
  TierQueries,
  sessionsInHand,
  storeDay,
  valueOf,
  type SessionInHand,
} from '../membership/index.js';
import {
  bestPrice,
  priceContext,
  type BestPrice,
  type PriceClient,
  type PriceLine,
  type SessionTerms,
} from '../pricing/index.js';
import { Clock, instantOf, type LocalDate } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { settingsOf } from './data/settings.js';
import { isFirstVisit } from './first-visit.js';
import type { Bill, GoodsKind, Kept } from './rules/bill.js';
import { nearestBirthday } from './rules/nearest-birthday.js';

/** A line whose price is looked for; `id` is its place on the bill. */
export interface AskedBillLine {
  readonly id: string;
  readonly kind: GoodsKind;
  readonly itemId: string;
  readonly name: string;
  readonly quantity: number;
  readonly grade: Grade | null;
  /** As the store offers it now; undefined for a product, and for a service that left the menu. */
  readonly service: ServiceDefinition | undefined;
  /** What one costs as it was agreed on booking, in fen; undefined without such a word. */
  readonly agreedFen: number | undefined;
}

type Priced = Pick<Bill, 'id' | 'storeId' | 'customerId' | 'appointmentId'>;

const MINUTE = 60_000;

/** Finds the least to pay for a bill: prices, the house's rules, her coupons and her sessions, best put together. */
@Injectable()
export class PriceBill {
  constructor(
    private readonly customers: CustomerQueries,
    private readonly tiers: TierQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal PRODUCT_NOT_FOUND for one that the store does not sell */
  async execute(
    tx: Tx,
    bill: Priced,
    asked: readonly AskedBillLine[],
    kept: Kept,
  ): Promise<BestPrice> {
    const { storeId, customerId } = bill;
    const now = this.clock.now();
    const { today, timeZone } = await storeDay(tx, storeId, now);
    const minute = Math.floor((now.getTime() - instantOf(today, 0, timeZone).getTime()) / MINUTE);
    const sold = asked.filter(({ service, kind }) => kind === 'product' || service);
    const coupons =
      customerId === null ? [] : await usableCoupons(tx, customerId, storeId, today, bill.id);
    const { mostCoupons } = await settingsOf(tx, storeId);
    const input = await priceContext(tx, {
      // Points are offered when the bill is looked at, for what is left after discounts by hand.
      ...{ storeId, at: { date: today, minute }, mostCoupons, points: null, manual: [] },
      lines: sold.map(({ id, kind, itemId, quantity, grade }) =>
        kind === 'service' ? { id, kind, itemId, quantity, grade } : { id, kind, itemId, quantity },
      ),
      client: customerId === null ? null : await this.#client(tx, bill, customerId, today),
      coupons: coupons.filter(({ id }) => !kept.coupons.includes(id)),
      sessions: await this.#sessions(tx, bill, asked, { kept, today }),
    });
    const lines = new Map(input.lines.map((line) => [line.id, line]));
    return bestPrice({ ...input, lines: asked.map((line) => agreed(line, lines.get(line.id))) });
  }

  async #client(tx: Tx, bill: Priced, id: string, today: LocalDate): Promise<PriceClient> {
    const file = await this.customers.file(tx, id);
    const { principalFen, bonusFen } = await valueOf(tx, id);
    const cards = await sessionsInHand(tx, {
      ...{ customerId: id, storeId: bill.storeId, day: today, appointmentId: null },
    });
    const tier = await this.tiers.discount(tx, id, today);
    const hasCard = principalFen + bonusFen > 0 || cards.some(({ available }) => available > 0);
    return {
      // Whoever has a card of the house in hand, or a tier of it.
      ...{ isMember: hasCard || tier !== null, tier },
      birthday: file?.birthday ? nearestBirthday(file.birthday, today) : null,
      isFirstVisit: await isFirstVisit(tx, id, bill.appointmentId),
    };
  }

  async #sessions(
    tx: Tx,
    { storeId, customerId, appointmentId }: Priced,
    asked: readonly AskedBillLine[],
    { kept, today }: { readonly kept: Kept; readonly today: LocalDate },
  ): Promise<SessionTerms[]> {
    if (customerId === null) return [];
    const wish = { customerId, storeId, day: today, appointmentId };
    const room = new Map(asked.map((line) => [line.id, line.quantity]));
    return (await sessionsInHand(tx, wish)).map((session) => ({
      ...{ id: session.id, name: session.name, kind: session.kind },
      ...{ serviceIds: session.serviceIds, expiresOn: session.expiresOn },
      available: kept.sessions.includes(session.id) ? 0 : session.available,
      reserved: reservedOn(asked, session, room),
    }));
  }
}

/** Which lines what was kept for the visit goes to; `room` is what is not covered yet. */
function reservedOn(
  asked: readonly AskedBillLine[],
  { kept }: SessionInHand,
  room: Map<string, number>,
): { lineId: string; units: number }[] {
  const units = new Map<string, number>();
  for (const { serviceId } of kept) {
    const line = asked.find(({ id, itemId }) => itemId === serviceId && (room.get(id) ?? 0) > 0);
    if (!line) continue;
    room.set(line.id, (room.get(line.id) ?? 0) - 1);
    units.set(line.id, (units.get(line.id) ?? 0) + 1);
  }
  return [...units].map(([lineId, count]) => ({ lineId, units: count }));
}

/** What was agreed on booking holds: her price then is the list price now, and of a service that left the menu too. */
function agreed(line: AskedBillLine, found: PriceLine | undefined): PriceLine {
  const { id, itemId, name, quantity, agreedFen, service, grade } = line;
  if (found?.kind === 'service' && service) {
    const listFen = found.gradePrices.find((one) => one.grade === grade)?.priceFen;
    if (agreedFen === undefined || agreedFen === (listFen ?? found.listFen)) return found;
  }
  if (found?.kind === 'product') return found;
  return {
    ...{ id, kind: 'service', itemId, name, quantity, listFen: agreedFen ?? 0 },
    ...{ categoryId: service?.categoryId ?? '', memberPriceFen: null, grade: null },
    gradePrices: [],
  };
}

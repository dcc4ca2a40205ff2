import { Injectable } from '@nestjs/common';
import { priceFor, productsByIds, servicesForBooking } from '../catalog/index.js';
import type { Approver } from '../identity/index.js';
import { membersByIds, membersOfStore, type StaffMember } from '../staff/index.js';
import type { StaffPrincipal } from '../../platform/auth/index.js';
import type { Tx } from '../../platform/database/index.js';
import { Refusal, refuse, refuseField } from '../../platform/errors/index.js';
import type { BestPrice, PricedLine } from '../pricing/index.js';
import { PriceBill, type AskedBillLine } from './price-bill.js';
import { priceCard } from './price-card.js';
import { isCard, type Bill, type BillLine, type GoodsKind, type Kept } from './rules/bill.js';
import { cardFaults, leadOf, shareFaults, type LineDraft } from './rules/line-draft.js';
import { GiveDiscount } from './give-discount.js';

/** What the desk wants on a bill, and who stands for discounts above its own quota. */
export interface LinesWish {
  readonly lines: readonly LineDraft[];
  readonly approver?: Approver;
  /** What the client keeps for another time. */
  readonly kept: Kept;
}

/** Lines with their prices, and how these came about. */
export interface PricedLines {
  readonly lines: BillLine[];
  readonly best: BestPrice;
}

/** A line of what is used or taken home, with its place on the bill. */
interface GoodsDraft extends LineDraft {
  readonly kind: GoodsKind;
  readonly seq: number;
}

/** Prices what the desk wrote down: the best price that the house has for her, then what is taken off by hand. */
@Injectable()
export class PriceLines {
  constructor(
    private readonly prices: PriceBill,
    private readonly discounts: GiveDiscount,
  ) {}

  /**
   * @param known the lines as they stand; a price that was agreed on booking stays with its line
   * @throws Refusal INVALID_INPUT naming the line, SERVICE_NOT_FOUND, PRODUCT_NOT_FOUND, DISCOUNT_OVER_QUOTA, COMPLIMENTARY_OVER_QUOTA;
   *   as priceCard; FORBIDDEN to sell cards without the right to it
   */
  async execute(
    tx: Tx,
    staff: StaffPrincipal,
    bill: Pick<Bill, 'id' | 'storeId' | 'onDate' | 'customerId' | 'appointmentId'>,
    { lines: drafts, approver, kept }: LinesWish,
    known: readonly BillLine[],
  ): Promise<PricedLines> {
    const fields = [...shareFaults(drafts), ...cardFaults(drafts)];
    if (fields.length > 0) throw new Refusal('INVALID_INPUT', { fields });
    const people = await this.#people(tx, bill.storeId, drafts, known);
    if (drafts.some(isCard) && !staff.permissions.has('wallet.top-up')) refuse('FORBIDDEN');
    const asked = await this.#asked(tx, bill.storeId, goodsOf(drafts), people, known);
    const best = await this.prices.execute(tx, bill, asked, kept);
    const priced: BillLine[] = [];
    for (const [place, draft] of drafts.entries()) {
      const at = asked.findIndex(({ id }) => id === String(place + 1));
      const line = isCard(draft)
        ? await priceCard(tx, bill.storeId, draft, place + 1)
        : lineOf(draft, asked[at], best.lines[at]);
      priced.push(line);
    }
    const given = { lines: priced, drafts, approver, known };
    return { lines: await this.discounts.execute(tx, staff, bill, given), best };
  }

  async #asked(
    tx: Tx,
    storeId: string,
    drafts: readonly GoodsDraft[],
    people: ReadonlyMap<string, StaffMember>,
    known: readonly BillLine[],
  ): Promise<AskedBillLine[]> {
    const idsOf = (kind: LineDraft['kind']): string[] =>
      drafts.flatMap((draft) => (draft.kind === kind ? [draft.itemId] : []));
    const services = new Map(
      (await servicesForBooking(tx, idsOf('service'), storeId)).map((one) => [one.id, one]),
    );
    const products = new Map(
      (await productsByIds(tx, idsOf('product'))).map((one) => [one.id, one]),
    );
    return drafts.map(({ kind, itemId, quantity, staff, seq }): AskedBillLine => {
      const [lead, service] = [leadOf(staff), services.get(itemId)];
      const before = known.find(
        (line) => line.kind === kind && line.itemId === itemId && leadOf(line.staff) === lead,
      );
      const offered = kind === 'product' ? products.get(itemId) : service;
      // What was agreed on booking holds, also for a service that left the menu since.
      const name =
        offered?.name ??
        (kind === 'product' ? refuse('PRODUCT_NOT_FOUND') : before?.name) ??
        refuse('SERVICE_NOT_FOUND');
      const grade = lead === null ? null : (people.get(lead)?.grade ?? null);
      const agreedFen = before?.unitFen ?? (service ? priceFor(service, grade) : undefined);
      return {
        ...{ id: String(seq), kind, itemId, name, quantity, grade, service, agreedFen },
      };
    });
  }

  async #people(
    tx: Tx,
    storeId: string,
    drafts: readonly LineDraft[],
    known: readonly BillLine[],
  ): Promise<ReadonlyMap<string, StaffMember>> {
    const here = await membersOfStore(tx, storeId);
    const before = known.flatMap((line) => line.staff.map(({ staffId }) => staffId));
    const people = new Map(
      [...here, ...(await membersByIds(tx, before))].map((person) => [person.id, person]),
    );
    for (const [place, { staff }] of drafts.entries()) {
      if (staff.some(({ staffId }) => !people.has(staffId)))
        refuseField(`lines.${place}.staff`, '没有找到这位员工');
    }
    return people;
  }
}

const goodsOf = (drafts: readonly LineDraft[]): GoodsDraft[] =>
  drafts.flatMap((draft, place) =>
    draft.kind === 'service' || draft.kind === 'product'
      ? [{ ...draft, kind: draft.kind, seq: place + 1 }]
      : [],
  );

function lineOf(
  { kind, itemId, quantity, staff, note = '' }: LineDraft,
  asked: AskedBillLine | undefined,
  priced: PricedLine | undefined,
): BillLine {
  if (!asked || !priced) throw new Error('every line that is asked for is priced');
  const { listFen, payFen } = priced;
  return {
    ...{ seq: Number(asked.id), kind, itemId, name: asked.name, quantity, listFen },
    ...{ unitFen: listFen / quantity, priceFen: payFen, payFen, note, staff, discount: null },
    planVersion: null,
    because: priced.because.map(({ kind: why, label, savesFen }) => ({
      ...{ kind: why, label, savesFen },
    })),
  };
}

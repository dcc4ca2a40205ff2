import { Injectable } from '@nestjs/common';
import { priceFor, servicesForBooking, type ServiceDefinition } from '../catalog/index.js';
import type { Approver } from '../identity/index.js';
import { membersByIds, membersOfStore, type StaffMember } from '../staff/index.js';
import type { StaffPrincipal } from '../../platform/auth/index.js';
import type { Tx } from '../../platform/database/index.js';
import { Refusal, refuse, refuseField } from '../../platform/errors/index.js';
import type { Bill, BillLine } from './rules/bill.js';
import { leadOf, shareFaults, type LineDraft } from './rules/line-draft.js';
import { GiveDiscount } from './give-discount.js';

/** What the desk wants on a bill, and who stands for discounts above its own quota. */
export interface LinesWish {
  readonly lines: readonly LineDraft[];
  readonly approver?: Approver;
}

/** Prices what the desk wrote down: the catalogue's price for whoever leads the line, then what is taken off by hand. */
@Injectable()
export class PriceLines {
  constructor(private readonly discounts: GiveDiscount) {}

  /**
   * @param known the lines as they stand; a price that was agreed on booking stays with its line
   * @throws Refusal INVALID_INPUT naming the line, SERVICE_NOT_FOUND, DISCOUNT_OVER_QUOTA, COMPLIMENTARY_OVER_QUOTA
   */
  async execute(
    tx: Tx,
    staff: StaffPrincipal,
    bill: Pick<Bill, 'id' | 'storeId' | 'onDate'>,
    { lines: drafts, approver }: LinesWish,
    known: readonly BillLine[],
  ): Promise<BillLine[]> {
    const fields = shareFaults(drafts);
    if (fields.length > 0) throw new Refusal('INVALID_INPUT', { fields });
    const people = await this.#people(tx, bill.storeId, drafts, known);
    const itemIds = drafts.map(({ itemId }) => itemId);
    const services = new Map(
      (await servicesForBooking(tx, itemIds, bill.storeId)).map((one) => [one.id, one]),
    );
    const priced = drafts.map((draft, place) =>
      priceLine(place + 1, draft, { service: services.get(draft.itemId), people, known }),
    );
    return this.discounts.execute(tx, staff, bill, { lines: priced, drafts, approver, known });
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

interface Look {
  readonly service: ServiceDefinition | undefined;
  readonly people: ReadonlyMap<string, StaffMember>;
  readonly known: readonly BillLine[];
}

function priceLine(seq: number, draft: LineDraft, { service, people, known }: Look): BillLine {
  const { kind, itemId, quantity, staff, note = '' } = draft;
  const lead = leadOf(staff);
  const before = known.find(
    (line) => line.kind === kind && line.itemId === itemId && leadOf(line.staff) === lead,
  );
  // What was agreed on booking holds, also for a service that left the menu since.
  const name = before?.name ?? service?.name ?? refuse('SERVICE_NOT_FOUND');
  const grade = lead === null ? null : (people.get(lead)?.grade ?? null);
  const unitFen = before?.unitFen ?? (service ? priceFor(service, grade) : 0);
  const listFen = unitFen * quantity;
  return {
    ...{ seq, kind, itemId, name, unitFen, quantity, listFen, priceFen: listFen, payFen: listFen },
    ...{ because: [], note, staff, discount: null },
  };
}

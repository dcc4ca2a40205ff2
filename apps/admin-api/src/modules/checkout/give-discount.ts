import { Injectable } from '@nestjs/common';
import type { Approver } from '../identity/index.js';
import { lockDay } from '../stores/index.js';
import type { StaffPrincipal } from '../../platform/auth/index.js';
import type { Tx } from '../../platform/database/index.js';
import { refuse, refuseField } from '../../platform/errors/index.js';
import { complimentaryFen } from './data/bill-parts.js';
import { settingsOf } from './data/settings.js';
import type { Bill, BillLine, LineDiscount } from './rules/bill.js';
import type { DiscountDraft, LineDraft } from './rules/line-draft.js';
import { discountQuota, isWithinQuota, type CheckoutSettings } from './rules/settings.js';

export interface DiscountWish {
  readonly lines: readonly BillLine[];
  readonly drafts: readonly LineDraft[];
  readonly approver?: Approver | undefined;
  readonly known: readonly BillLine[];
}

type Giver = Pick<StaffPrincipal, 'staffId' | 'name' | 'roles' | 'permissions' | 'storeIds'>;

/** Takes off by hand what somebody may: within her own quota, or with a second person who answers for more. */
@Injectable()
export class GiveDiscount {
  /** @throws Refusal INVALID_INPUT naming the line, DISCOUNT_OVER_QUOTA { mostPermille }, COMPLIMENTARY_OVER_QUOTA */
  async execute(
    tx: Tx,
    staff: StaffPrincipal,
    bill: Pick<Bill, 'id' | 'storeId' | 'onDate'>,
    { lines, drafts, approver, known }: DiscountWish,
  ): Promise<BillLine[]> {
    const settings = await settingsOf(tx, bill.storeId);
    if (approver && !approver.storeIds.includes(bill.storeId)) refuse('WRONG_STORE');
    const given = [...known];
    const priced = lines.map((line, place) => {
      const draft = drafts[place]?.discount;
      if (!draft || line.priceFen === 0) return line;
      const amountFen = amountOf(line, draft, place);
      const kept = keptDiscount(given, line, draft, amountFen);
      const discount = kept ?? decide(settings, line, { draft, amountFen, staff, approver });
      return { ...line, discount, payFen: line.priceFen - amountFen };
    });
    await this.#requireGifts(tx, bill, priced, settings);
    return priced;
  }

  /** Gifts of one person in a month and store stay within the house's quota; bills of a month come one by one. */
  async #requireGifts(
    tx: Tx,
    { id, storeId, onDate }: Pick<Bill, 'id' | 'storeId' | 'onDate'>,
    lines: readonly BillLine[],
    { complimentaryMonthFen }: CheckoutSettings,
  ): Promise<void> {
    const gifts = new Map<string, number>();
    for (const { discount } of lines) {
      if (discount?.kind !== 'complimentary') continue;
      const giver = discount.approvedBy ?? discount.givenBy;
      gifts.set(giver, (gifts.get(giver) ?? 0) + discount.amountFen);
    }
    if (gifts.size === 0) return;
    const [from, to] = [`${onDate.slice(0, 7)}-01`, `${onDate.slice(0, 7)}-31`];
    // Its first day stands for the month: bills of different days would each hold a day of their own.
    await lockDay(tx, storeId, from);
    for (const [staffId, fen] of gifts) {
      const gone = await complimentaryFen(tx, { staffId, storeId, exceptBill: id }, from, to);
      const leftFen = Math.max(0, complimentaryMonthFen - gone);
      if (fen > leftFen) refuse('COMPLIMENTARY_OVER_QUOTA', { extras: { leftFen } });
    }
  }
}

function amountOf(line: BillLine, draft: DiscountDraft, place: number): number {
  if (draft.kind === 'complimentary') return line.priceFen;
  const { amountFen } = draft;
  if (amountFen === undefined)
    return refuseField(`lines.${place}.discount.amountFen`, '请填写优惠金额');
  return amountFen <= line.priceFen
    ? amountFen
    : refuseField(`lines.${place}.discount.amountFen`, '优惠不能超过这一行的价格');
}

/**
 * What was given and answered for already need not be asked for again while the line stays as it is.
 * @param given lines as they stood; one that is kept is taken out: a yes to one line is none to its copies
 */
function keptDiscount(
  given: BillLine[],
  line: BillLine,
  draft: DiscountDraft,
  amountFen: number,
): LineDiscount | undefined {
  const place = given.findIndex(
    ({ discount, itemId, priceFen }) =>
      discount?.kind === draft.kind &&
      discount.amountFen === amountFen &&
      discount.reason === draft.reason.trim() &&
      itemId === line.itemId &&
      priceFen === line.priceFen,
  );
  return place < 0 ? undefined : (given.splice(place, 1)[0]?.discount ?? undefined);
}

interface Deciding {
  readonly draft: DiscountDraft;
  readonly amountFen: number;
  readonly staff: StaffPrincipal;
  readonly approver: Approver | undefined;
}

function decide(
  settings: CheckoutSettings,
  line: BillLine,
  { draft, amountFen, staff, approver }: Deciding,
): LineDiscount {
  const may = (who: Giver): boolean =>
    draft.kind === 'complimentary'
      ? who.permissions.has('bills.complimentary')
      : isWithinQuota(amountFen, line.priceFen, discountQuota(settings, who.roles));
  const given = {
    ...{ kind: draft.kind, amountFen, reason: draft.reason.trim() },
    ...{ givenBy: staff.staffId, givenName: staff.name },
  };
  if (may(staff)) return { ...given, approvedBy: null, approvedName: null };
  if (approver && may(approver))
    return { ...given, approvedBy: approver.staffId, approvedName: approver.name };
  return refuse('DISCOUNT_OVER_QUOTA', {
    extras: { line: line.seq, mostPermille: discountQuota(settings, staff.roles) },
  });
}

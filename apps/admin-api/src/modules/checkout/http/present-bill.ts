import { HOME_ZONE, toRfc3339 } from '../../../platform/clock/index.js';
import { pointsWorth } from '../../pricing/index.js';
import type { BillSight } from '../bill-queries.js';
import { settlementOf, type BillChange } from '../data/bill-history.js';
import type { BillTender } from '../data/tenders.js';
import { goodsFen, type Bill, type BillLine } from '../rules/bill.js';
import type { TenderWish } from '../rules/tenders.js';
import type {
  BecauseDto,
  BillConfirmationDto,
  BillDto,
  BillLineDto,
  BillSummaryDto,
  BillTenderDto,
  PointsOfferDto,
  ReceiptDto,
  ReceiptSummaryDto,
} from './dto/bill.dto.js';

/** What a list shows beside the bills. */
export interface Beside {
  readonly clientName: string | null;
  readonly timeZone: string;
}

export function presentSummary(bill: Bill, { clientName, timeZone }: Beside): BillSummaryDto {
  return {
    ...{ id: bill.id, date: bill.onDate, no: bill.no, storeId: bill.storeId, state: bill.state },
    ...{ version: bill.version, clientId: bill.customerId, clientName },
    ...{ appointmentId: bill.appointmentId, listFen: bill.listFen, payFen: bill.payFen },
    paidAt: bill.paidAt && toRfc3339(bill.paidAt, timeZone),
    openedBy: bill.openedName,
  };
}

function presentLine(line: BillLine, names: ReadonlyMap<string, string>): BillLineDto {
  const { discount, staff, because, ...rest } = line;
  return {
    ...rest,
    because: [...because],
    staff: staff.map((share) => ({ ...share, name: names.get(share.staffId) ?? '' })),
    discount: discount && {
      ...{ kind: discount.kind, amountFen: discount.amountFen, reason: discount.reason },
      ...{ givenBy: discount.givenName, approvedBy: discount.approvedName },
    },
  };
}

const presentTender = (tender: BillTender): BillTenderDto => ({
  ...{ kind: tender.kind, amountFen: tender.amountFen, givenFen: tender.givenFen },
  ...{ changeFen: tender.changeFen, channel: tender.channel, reference: tender.reference },
  ...{ principalFen: tender.principalFen, bonusFen: tender.bonusFen, points: tender.points },
  note: tender.note,
});

const presentWish = (wish: TenderWish): BillTenderDto => ({
  ...{ kind: wish.kind, amountFen: wish.amountFen, givenFen: null, changeFen: null },
  ...{ channel: wish.channel ?? null, reference: wish.reference ?? null },
  ...{ principalFen: null, bonusFen: null, points: wish.points ?? null, note: wish.note ?? '' },
});

const presentSettled = (
  answer: BillChange | undefined,
  zone: string,
): BillConfirmationDto['settled'] =>
  answer
    ? { words: answer.reason ?? '', byName: answer.byName, at: toRfc3339(answer.at, zone) }
    : null;

const presentConfirmation = (
  { confirmation, changes }: Pick<BillSight, 'confirmation' | 'changes'>,
  zone: string,
): BillConfirmationDto | null =>
  confirmation
    ? {
        settled: presentSettled(settlementOf(changes), zone),
        ...{ way: confirmation.way, slipNo: confirmation.slipNo },
        at: toRfc3339(confirmation.confirmedAt, zone),
        disputedAt: confirmation.disputedAt && toRfc3339(confirmation.disputedAt, zone),
        disputeNote: confirmation.disputeNote,
      }
    : null;

export function presentBill(sight: BillSight): BillDto {
  const { bill, timeZone, client } = sight;
  return {
    ...presentSummary(bill, { clientName: client?.name ?? null, timeZone }),
    ...{ storeName: sight.storeName, note: bill.note },
    lines: sight.lines.map((line) => presentLine(line, sight.staffNames)),
    coupons: [...sight.coupons],
    sessions: [...sight.sessions],
    pricing: {
      ...{ sentences: [...sight.pricing.sentences], tried: [...sight.pricing.tried] },
      keptCoupons: [...sight.pricing.kept.coupons],
      keptSessions: [...sight.pricing.kept.sessions],
    },
    ...{ points: { ...sight.points }, pointsOffer: pointsOffer(sight) },
    needsConsent: sight.sessions.some(({ isReserved }) => !isReserved),
    tenders: sight.tenders.map(presentTender),
    proposed: (sight.proposal?.tenders ?? []).map(presentWish),
    confirmation: presentConfirmation(sight, timeZone),
    changes: sight.changes.map(({ seq, act, byName, reason, at }) => ({
      ...{ version: seq, act, byName, reason, at: toRfc3339(at, timeZone) },
    })),
    ...{ copyOf: bill.copyOf, takenBy: bill.paidName, txId: bill.entryNo },
  };
}

/** Points are taken by the hundred unless the desk says otherwise. */
const STEP = 100;

/** What points could pay of what is left after every discount. */
function pointsOffer({ lines, inHand }: BillSight): PointsOfferDto | null {
  if (!inHand || inHand.fenPerHundred === 0 || inHand.balance === 0) return null;
  const { balance, fenPerHundred, mostOfBillPermille: mostPermille } = inHand;
  const terms = { balance, stepPoints: STEP, stepFen: fenPerHundred, mostPermille };
  const { points = 0, worthFen = 0 } = pointsWorth(goodsFen(lines), terms) ?? {};
  return { balance, fenPerHundred, points, worthFen };
}

/** Why a line costs less, in words for the client: of what was given by hand only that it was. */
function becauseOf({ because, discount }: BillLine): BecauseDto[] {
  if (!discount) return [...because];
  const { kind, amountFen: savesFen } = discount;
  const label = kind === 'complimentary' ? '门店赠送' : '门店优惠';
  return [...because, { kind, label, savesFen }];
}

/** What the client sees: no names of who gave a discount, no notes of the house. */
export function presentReceipt(sight: BillSight): ReceiptDto {
  const { bill, timeZone, staffNames } = sight;
  const reversal = sight.changes.find(({ act }) => act === 'reverse');
  return {
    ...{ id: bill.id, date: bill.onDate, no: bill.no, storeName: sight.storeName },
    ...{ state: bill.state, version: bill.version, listFen: bill.listFen, payFen: bill.payFen },
    lines: sight.lines.map((line) => ({
      ...{ name: line.name, quantity: line.quantity, listFen: line.listFen, payFen: line.payFen },
      because: becauseOf(line),
      staffNames: line.staff.map(({ staffId }) => staffNames.get(staffId) ?? ''),
    })),
    ...{ coupons: [...sight.coupons], sessions: [...sight.sessions] },
    points: { ...sight.points },
    tenders: sight.tenders.map((tender) => ({ ...presentTender(tender), note: '' })),
    proposed: (sight.proposal?.tenders ?? []).map((wish) => ({ ...presentWish(wish), note: '' })),
    confirmation: presentConfirmation(sight, timeZone),
    paidAt: bill.paidAt && toRfc3339(bill.paidAt, timeZone),
    reverseReason: reversal?.reason ?? null,
  };
}

export function presentReceiptSummary(
  bill: Bill,
  store: { readonly name: string; readonly timeZone: string } | undefined,
): ReceiptSummaryDto {
  return {
    ...{ id: bill.id, date: bill.onDate, no: bill.no, storeName: store?.name ?? '' },
    ...{ state: bill.state, payFen: bill.payFen },
    paidAt: bill.paidAt && toRfc3339(bill.paidAt, store?.timeZone ?? HOME_ZONE),
  };
}

import type { Bill, BillEdit, BillLine, BillLineDraft } from '../../shared/api/contract';

const WHOLE = 1000;

/** A line as the API takes it. */
export const draftOf = (line: BillLine): BillLineDraft => ({
  ...{ kind: line.kind, itemId: line.itemId, quantity: line.quantity },
  staff: line.staff.map(({ staffId, sharePermille }) => ({ staffId, sharePermille })),
  ...(line.note === '' ? {} : { note: line.note }),
  ...(line.discount
    ? {
        discount: {
          ...{ kind: line.discount.kind, reason: line.discount.reason },
          ...(line.discount.kind === 'manual' ? { amountFen: line.discount.amountFen } : {}),
        },
      }
    : {}),
});

/** The bill as it stands, for one thing of it to be changed. */
export const editOf = (bill: Bill): BillEdit => ({
  version: bill.version,
  lines: bill.lines.map(draftOf),
  keepCoupons: bill.pricing.keptCoupons,
  keepSessions: bill.pricing.keptSessions,
});

/** The same share for everybody; the first takes what is left over. */
export function evenShares(staffIds: readonly string[]): BillLineDraft['staff'] {
  const each = Math.floor(WHOLE / Math.max(1, staffIds.length));
  return staffIds.map((staffId, place) => ({
    staffId,
    sharePermille: place === 0 ? WHOLE - each * (staffIds.length - 1) : each,
  }));
}

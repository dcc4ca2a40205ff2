import type { PointsTender } from '@yance/shared-types';
import type { LineKind } from './bill.js';
import type { TenderKind } from './tenders.js';

/** A tender as far as it counts: what is kept for the client counts with its own sale. Amounts in fen. */
export interface CountingTender {
  readonly kind: TenderKind;
  readonly serviceFen: number;
  readonly productFen: number;
  readonly principalFen: number | null;
  readonly bonusFen: number | null;
}

/** Something that a bill tells of its client. Fen; a visit has none. */
export interface BillFact {
  readonly kind: 'cash_in' | 'consumption' | 'visit' | 'product';
  readonly amountFen: number;
}

const MONEY: readonly TenderKind[] = ['cash', 'bank_card', 'paycode', 'voucher'];

/**
 * What of a bill counts for a tier, without its cards. Stored value counts with its own deductions; points are no money; what she owes is
 * used now and comes in when she pays it. The visit of an appointment counts with the appointment.
 */
export function billFacts(
  lines: readonly { readonly kind: LineKind }[],
  tenders: readonly CountingTender[],
  isAppointment: boolean,
): BillFact[] {
  const sum = (of: 'serviceFen' | 'productFen', kinds: readonly TenderKind[]): number =>
    tenders.reduce((all, row) => (kinds.includes(row.kind) ? all + row[of] : all), 0);
  const used = [...MONEY, 'debt'] as const;
  const facts: BillFact[] = [
    { kind: 'cash_in', amountFen: sum('serviceFen', MONEY) + sum('productFen', MONEY) },
    { kind: 'consumption', amountFen: sum('serviceFen', used) },
    { kind: 'product', amountFen: sum('productFen', used) },
  ];
  const visited = !isAppointment && lines.some(({ kind }) => kind === 'service');
  return [
    ...facts.filter(({ amountFen }) => amountFen > 0),
    ...(visited ? [{ kind: 'visit' as const, amountFen: 0 }] : []),
  ];
}

/**
 * What each tender paid of what is used at once, in the words of the rules for points; debts and points bring none. Fen.
 * @param tenders principal and bonus without what of them went into cards
 */
export function pointsPaid(
  tenders: readonly CountingTender[],
): Partial<Record<PointsTender, number>> {
  const paid: Partial<Record<PointsTender, number>> = {};
  const add = (name: PointsTender, fen: number): void => {
    paid[name] = (paid[name] ?? 0) + fen;
  };
  for (const { kind, serviceFen, productFen, principalFen, bonusFen } of tenders) {
    if (kind === 'stored_value') {
      add('stored_principal', principalFen ?? 0);
      add('stored_bonus', bonusFen ?? 0);
    } else if (kind !== 'debt' && kind !== 'points') add(kind, serviceFen + productFen);
  }
  return paid;
}

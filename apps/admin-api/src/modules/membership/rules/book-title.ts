/** What the books call a charge whose title the desk typed: they stay for ever, and such words may tell of a client. */
const CHARGE = '储值消费';

/** The title of a deduction as the books may keep it: names of services and cards, but not what was typed. */
export function bookTitle(spend: {
  readonly title: string;
  readonly billId: string | null;
}): string {
  return spend.billId === null ? CHARGE : spend.title;
}

/** A line of the books with what was typed put back into it. */
export function withTypedTitle(booked: string, typed: string | undefined): string {
  return typed === undefined ? booked : booked.replace(CHARGE, () => typed);
}

const HOUR_MS = 3_600_000;

/** What a cancellation means. */
export interface CancellationTerms {
  /** True after the free time is over; counted in the client's history. */
  readonly late: boolean;
}

/** Until when a visit can be cancelled freely: so many hours before its start, by the store's policy. */
export function freeCancelUntil(startsAt: Date, freeCancelHours: number): Date {
  return new Date(startsAt.getTime() - freeCancelHours * HOUR_MS);
}

/** What cancelling at `now` means. The salon's own cancellations are never the client's lateness. */
export function cancellationTerms(
  visit: { readonly freeCancelUntil: Date },
  now: Date,
  byClient: boolean,
): CancellationTerms {
  return { late: byClient && now.getTime() > visit.freeCancelUntil.getTime() };
}

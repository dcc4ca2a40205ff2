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

/**
 * What cancelling at `now` means. The salon's own cancellations are never the client's lateness, nor is it late to say
 * no to times that the salon proposed.
 */
export function cancellationTerms(
  visit: { readonly freeCancelUntil: Date; readonly heldFor: string | null },
  now: Date,
  byClient: boolean,
): CancellationTerms {
  return {
    late: byClient && visit.heldFor === null && now.getTime() > visit.freeCancelUntil.getTime(),
  };
}

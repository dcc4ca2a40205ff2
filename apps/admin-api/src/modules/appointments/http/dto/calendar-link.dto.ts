/** Whether she has a link, and whether a calendar reads it. */
export class CalendarLinkDto {
  /** RFC 3339, UTC; null while there is none. */
  madeAt: string | null;
  /** RFC 3339, UTC, to the hour; null before any calendar read it. */
  readAt: string | null;
}

export class MadeCalendarLinkDto {
  /** Shown this once: only its hash is kept. */
  url: string;
}

/** The most clients that one file holds: a file stays one that a spreadsheet opens. */
export const MOST_CLIENTS = 50_000;
/** A list may be so much longer or shorter than whoever agreed was told: so many clients, or this part of them. */
const SLACK = { clients: 10, part: 0.1 } as const;

/** What is known of a list that was asked for, when it is asked again whether it may leave. */
export interface ListNow {
  /** Clients when it was asked for: the number that whoever decides sees. */
  readonly expected: number;
  readonly rows: number;
}

/** Why a list that was asked for does not leave. */
export type StaleReason = 'EXPORT_TOO_LARGE' | 'EXPORT_CHANGED';

/** Undefined for a list that is still the one that was asked for. */
export function staleReason({ expected, rows }: ListNow): StaleReason | undefined {
  if (rows > MOST_CLIENTS) return 'EXPORT_TOO_LARGE';
  const off = Math.abs(rows - expected);
  return off > SLACK.clients && off > expected * SLACK.part ? 'EXPORT_CHANGED' : undefined;
}

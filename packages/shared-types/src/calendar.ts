/** One thing in a calendar. */
export interface CalendarEvent {
  /** The same for the same thing for ever: a calendar that reads it again changes its entry. */
  readonly uid: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** When it was written last. */
  readonly changedAt: Date;
  /** Grows with every change. */
  readonly sequence: number;
  readonly title: string;
  readonly place?: string;
  readonly notes?: string;
}

const MOST_OCTETS = 75;

/** A text value: what means something in the format is escaped, what no line may hold is left out. */
const escaped = (text: string): string =>
  text
    .split(/\r\n|[\r\n]/u)
    .map((line) => line.replace(/\p{Cc}/gu, '').replace(/[\\;,]/gu, (sign) => `\\${sign}`))
    .join('\\n');

/** Octets of a character in UTF-8; phones have no TextEncoder. */
function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

/** No line is longer than 75 octets: the rest goes on in the next, after a space. A character is never cut. */
function folded(line: string): string {
  const lines = [''];
  let octets = 0;
  for (const character of line) {
    const more = octetsOf(character);
    if (octets + more > MOST_OCTETS) {
      lines.push(' ');
      octets = 1;
    }
    lines[lines.length - 1] += character;
    octets += more;
  }
  return lines.join('\r\n');
}

/** `20261123T060000Z`: in UTC, so that no zone has to be explained to a calendar. */
const stamp = (at: Date): string => at.toISOString().replace(/[-:]|\.\d{3}/gu, '');

const eventLines = (event: CalendarEvent): string[] => [
  'BEGIN:VEVENT',
  `UID:${escaped(event.uid)}`,
  `DTSTAMP:${stamp(event.changedAt)}`,
  `LAST-MODIFIED:${stamp(event.changedAt)}`,
  `SEQUENCE:${event.sequence}`,
  `DTSTART:${stamp(event.startsAt)}`,
  `DTEND:${stamp(event.endsAt)}`,
  `SUMMARY:${escaped(event.title)}`,
  ...(event.place === undefined ? [] : [`LOCATION:${escaped(event.place)}`]),
  ...(event.notes === undefined ? [] : [`DESCRIPTION:${escaped(event.notes)}`]),
  'END:VEVENT',
];

/** A calendar as a file or a feed (RFC 5545), with lines that end in CR LF. */
export function calendarText(name: string, events: readonly CalendarEvent[]): string {
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Yance//ZH', 'CALSCALE:GREGORIAN'],
    ...['METHOD:PUBLISH', `X-WR-CALNAME:${escaped(name)}`],
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

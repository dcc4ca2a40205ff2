import { addDays, daysBetween, type LocalDate } from '../../../platform/clock/index.js';

export const CLIENT_STAGES = ['prospect', 'new', 'active', 'sleeping', 'lost'] as const;
export type ClientStage = (typeof CLIENT_STAGES)[number];

/** What a client did, as far as her standing goes by it. */
export interface ClientDays {
  /** Days on which she was served, each once, oldest first. */
  readonly visitDays: readonly LocalDate[];
  /** What she used and bought, in fen without bonus, by day, oldest first; below zero where it was taken back. */
  readonly spends: readonly { readonly on: LocalDate; readonly fen: number }[];
}

/** Where a client stands on a day. */
export interface Standing {
  readonly stage: ClientStage;
  readonly firstVisitOn: LocalDate | null;
  readonly lastVisitOn: LocalDate | null;
  readonly visits: number;
  /** Of the last 365 days. */
  readonly visitsYear: number;
  /** Of the last 365 days, in fen. */
  readonly spendYearFen: number;
  /** How many days lie between her visits, by her latest; null before the third. */
  readonly rhythmDays: number | null;
  /** When she would come again by her rhythm. */
  readonly expectedOn: LocalDate | null;
  /** 1 to 5 each, 5 the best: how lately, how often, how much. */
  readonly recency: number;
  readonly frequency: number;
  readonly monetary: number;
  /** The next day on which time alone makes it another; null when it stays. */
  readonly dueOn: LocalDate | null;
}

/** A client is new within so many days of her first visit, as long as she came at most so often. */
const NEW_WITHIN_DAYS = 60;
const NEW_VISITS = 2;
/** Without a visit for longer than this she sleeps, then she is lost. */
const SLEEPING_AFTER_DAYS = 90;
const LOST_AFTER_DAYS = 180;
const YEAR_DAYS = 365;
/** A rhythm is what lies between the latest so many visits, and there is none before the third. */
const RHYTHM_VISITS = 7;
const RHYTHM_FROM_VISITS = 3;
/** Days since the last visit up to which she has 5, 4, 3, 2 points. */
const RECENCY_DAYS = [30, 60, 90, 180];
/** Visits and fen of a year from which she has 2, 3, 4, 5 points. */
const FREQUENCY_VISITS = [2, 4, 8, 12];
const MONETARY_FEN = [50_000, 150_000, 500_000, 1_200_000];

const reached = (value: number, steps: readonly number[]): number =>
  1 + steps.filter((step) => value >= step).length;

function stageOf(first: LocalDate, last: LocalDate, visits: number, today: LocalDate): ClientStage {
  const away = daysBetween(last, today);
  if (away > LOST_AFTER_DAYS) return 'lost';
  if (away > SLEEPING_AFTER_DAYS) return 'sleeping';
  const isNew = visits <= NEW_VISITS && daysBetween(first, today) <= NEW_WITHIN_DAYS;
  return isNew ? 'new' : 'active';
}

function rhythmOf(visitDays: readonly LocalDate[]): number | null {
  if (visitDays.length < RHYTHM_FROM_VISITS) return null;
  const latest = visitDays.slice(-RHYTHM_VISITS);
  const [from, to] = [latest[0], latest.at(-1)];
  if (from === undefined || to === undefined) return null;
  return Math.max(1, Math.round(daysBetween(from, to) / (latest.length - 1)));
}

/** The first day after today on which a visit or a spend is a year old, or a limit of days is passed. */
function nextChange({ visitDays, spends }: ClientDays, today: LocalDate): LocalDate | null {
  const [first, last] = [visitDays[0], visitDays.at(-1)];
  const limits = [...RECENCY_DAYS, SLEEPING_AFTER_DAYS, LOST_AFTER_DAYS];
  const days = [
    ...(last === undefined ? [] : limits.map((limit) => addDays(last, limit + 1))),
    ...(first === undefined ? [] : [addDays(first, NEW_WITHIN_DAYS + 1)]),
    ...[...visitDays, ...spends.map(({ on }) => on)].map((day) => addDays(day, YEAR_DAYS)),
  ].filter((day) => day > today);
  return days.reduce<LocalDate | null>((least, day) => (least && least < day ? least : day), null);
}

/** Where a client stands on a day by what she did until then. */
export function standingOf(did: ClientDays, today: LocalDate): Standing {
  const visitDays = did.visitDays.filter((day) => day <= today);
  const [first = null, last = null] = [visitDays[0], visitDays.at(-1)];
  const since = addDays(today, -YEAR_DAYS);
  const visitsYear = visitDays.filter((day) => day > since).length;
  const spent = did.spends.filter(({ on }) => on > since && on <= today);
  const spendYearFen = Math.max(
    0,
    spent.reduce((sum, { fen }) => sum + fen, 0),
  );
  const rhythmDays = rhythmOf(visitDays);
  const away = last === null ? null : daysBetween(last, today);
  return {
    stage:
      first === null || last === null ? 'prospect' : stageOf(first, last, visitDays.length, today),
    ...{ firstVisitOn: first, lastVisitOn: last, visits: visitDays.length },
    ...{ visitsYear, spendYearFen, rhythmDays },
    expectedOn: last !== null && rhythmDays !== null ? addDays(last, rhythmDays) : null,
    recency: away === null ? 1 : 1 + RECENCY_DAYS.filter((limit) => away <= limit).length,
    frequency: reached(visitsYear, FREQUENCY_VISITS),
    monetary: reached(spendYearFen, MONETARY_FEN),
    dueOn: nextChange(did, today),
  };
}

/** What moves somebody in the queue of a day. */
export const TURN_EVENTS = ['sign_in', 'sign_out', 'served', 'passed'] as const;
export type TurnEventKind = (typeof TURN_EVENTS)[number];

export interface TurnEvent {
  readonly staffId: string;
  readonly kind: TurnEventKind;
  readonly at: Date;
}

/** Somebody in the queue. */
export interface Turn {
  readonly staffId: string;
  readonly signedInAt: Date;
  /** Turns that she had today, and those that she passed on. */
  readonly served: number;
  readonly passed: number;
}

interface Standing {
  isIn: boolean;
  signedInAt: Date;
  served: number;
  passed: number;
  /** Place of the event that put her where she is. */
  since: number;
}

/**
 * Who is in the queue, the next one first: in the order of sign-in; a turn that was had or passed on leads to the tail,
 * and so does coming back after signing out. Being busy costs no place, and signing in twice none either.
 * @param events of one store and day, oldest first
 */
export function queueOf(events: readonly TurnEvent[]): Turn[] {
  const standings = new Map<string, Standing>();
  events.forEach(({ staffId, kind, at }, since) => {
    const known = standings.get(staffId);
    const standing = known ?? { isIn: false, signedInAt: at, served: 0, passed: 0, since };
    standings.set(staffId, standing);
    if (kind === 'sign_in' && standing.isIn) return;
    if (kind === 'sign_in') Object.assign(standing, { isIn: true, signedInAt: at });
    if (kind === 'sign_out') standing.isIn = false;
    if (kind === 'served') standing.served += 1;
    if (kind === 'passed') standing.passed += 1;
    standing.since = since;
  });
  return [...standings]
    .filter(([, { isIn }]) => isIn)
    .sort(([, a], [, b]) => a.since - b.since)
    .map(([staffId, { signedInAt, served, passed }]) => ({ staffId, signedInAt, served, passed }));
}

/**
 * Who is offered first: those with fewest visits of today still ahead that were given to them by turn, then by place. So
 * two visits of the evening do not both fall to whoever is first at noon.
 * @param ahead visits by turn that have not begun, by person
 */
export function byTurn(queue: readonly Turn[], ahead: ReadonlyMap<string, number>): string[] {
  const waiting = (staffId: string): number => ahead.get(staffId) ?? 0;
  // Sorting is stable: who has as many ahead keeps her place.
  return queue.map(({ staffId }) => staffId).sort((a, b) => waiting(a) - waiting(b));
}

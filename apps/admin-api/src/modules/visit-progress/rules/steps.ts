/** A service of a visit as it was planned. */
export interface PlannedService {
  readonly serviceName: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** A stretch in which somebody works on a service. */
export interface HandsOn {
  /** The place of the service in the visit, from 0. */
  readonly itemSeq: number;
  readonly name: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/**
 * A step of a visit. `rest`: a service goes on without hands, such as a colour that takes; `wait`: between services.
 */
export interface Step {
  readonly kind: 'hands_on' | 'rest' | 'wait';
  /** Null while she waits. */
  readonly serviceName: string | null;
  /** Who works on it; null where nobody has to. */
  readonly staffName: string | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** Where a step stands. */
export type StepState = 'done' | 'now' | 'next';

const between = (from: Date, to: Date, step: Omit<Step, 'startsAt' | 'endsAt'>): Step[] =>
  to > from ? [{ ...step, startsAt: from, endsAt: to }] : [];

/** The steps of a visit in their order, without a gap from its start to its end. */
export function stepsOf(services: readonly PlannedService[], work: readonly HandsOn[]): Step[] {
  const steps: Step[] = [];
  let at = services[0]?.startsAt ?? new Date(0);
  services.forEach(({ serviceName, startsAt, endsAt }, seq) => {
    steps.push(...between(at, startsAt, { kind: 'wait', serviceName: null, staffName: null }));
    at = startsAt > at ? startsAt : at;
    const hands = work
      .filter(({ itemSeq }) => itemSeq === seq)
      .sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
    for (const { name, startsAt: from, endsAt: to } of hands) {
      steps.push(...between(at, from, { kind: 'rest', serviceName, staffName: null }));
      // Two at once are told as one after the other began; nothing is told twice.
      const begin = from > at ? from : at;
      steps.push(...between(begin, to, { kind: 'hands_on', serviceName, staffName: name }));
      at = to > at ? to : at;
    }
    steps.push(...between(at, endsAt, { kind: 'rest', serviceName, staffName: null }));
    at = endsAt > at ? endsAt : at;
  });
  return steps;
}

/** The same steps as they come when the visit began at another moment than planned. */
export function asBegun(steps: readonly Step[], begunAt: Date): Step[] {
  const first = steps[0];
  if (!first) return [];
  const ms = begunAt.getTime() - first.startsAt.getTime();
  const moved = (at: Date): Date => new Date(at.getTime() + ms);
  return steps.map((step) => ({
    ...{ ...step, startsAt: moved(step.startsAt), endsAt: moved(step.endsAt) },
  }));
}

/** Where each step stands; the last one lasts until the visit is over, however long it takes. */
export function statesOf(steps: readonly Step[], now: Date): StepState[] {
  return steps.map(({ startsAt, endsAt }, index) => {
    if (startsAt > now) return 'next';
    const isLast = index === steps.length - 1;
    return endsAt > now || isLast ? 'now' : 'done';
  });
}

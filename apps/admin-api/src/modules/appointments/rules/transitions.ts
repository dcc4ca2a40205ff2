import type { AppointmentState } from '@yance/shared-types';
import type { Permission, Principal } from '../../../platform/auth/index.js';
import { localDate } from '../../../platform/clock/index.js';
import { Refusal } from '../../../platform/errors/index.js';

export const TRANSITIONS = [
  'confirm',
  'arrive',
  'start',
  'complete',
  'cancel',
  'no_show',
  'move',
  'expire',
  'offer',
  'accept',
  'decline',
  'escalate',
] as const;
/** What can happen to a visit that exists. */
export type Transition = (typeof TRANSITIONS)[number];

type Actor = Principal['kind'];

/** One row of the state table. */
interface Rule {
  readonly from: readonly AppointmentState[];
  /** The state after it; undefined where the visit stays in its state. */
  readonly to: AppointmentState | undefined;
  readonly by: readonly Actor[];
  /** What a member of staff needs for it. */
  readonly permission: Permission;
  /** Gives back slots: `all` of them, or the `rest` from now on. */
  readonly releases: 'nothing' | 'all' | 'rest';
  /** Not before: any time, the local day of the visit, its start, or the end of what it waits for. */
  readonly notBefore: 'any' | 'day' | 'start' | 'expiry';
}

/** Everything that may happen to a visit, who may do it and what it frees. Checked when the module starts. */
export const STATE_TABLE: Readonly<Record<Transition, Rule>> = {
  confirm: {
    from: ['held', 'requested'],
    to: 'confirmed',
    by: ['staff', 'system'],
    permission: 'appointments.decide',
    releases: 'nothing',
    notBefore: 'any',
  },
  arrive: {
    from: ['confirmed'],
    to: 'arrived',
    by: ['staff'],
    permission: 'appointments.serve',
    releases: 'nothing',
    notBefore: 'day',
  },
  start: {
    from: ['arrived'],
    to: 'in_service',
    by: ['staff'],
    permission: 'appointments.serve',
    releases: 'nothing',
    notBefore: 'day',
  },
  complete: {
    from: ['in_service'],
    to: 'completed',
    by: ['staff'],
    permission: 'appointments.serve',
    releases: 'rest',
    notBefore: 'day',
  },
  cancel: {
    from: ['held', 'requested', 'confirmed'],
    to: 'cancelled',
    by: ['client', 'staff', 'system'],
    permission: 'appointments.decide',
    releases: 'all',
    notBefore: 'any',
  },
  no_show: {
    from: ['requested', 'confirmed'],
    to: 'no_show',
    by: ['staff', 'system'],
    permission: 'appointments.decide',
    releases: 'rest',
    notBefore: 'start',
  },
  move: {
    from: ['requested', 'confirmed'],
    to: undefined,
    by: ['client', 'staff'],
    permission: 'appointments.move',
    releases: 'all',
    notBefore: 'any',
  },
  expire: {
    from: ['held', 'requested'],
    to: 'expired',
    by: ['system'],
    permission: 'appointments.decide',
    releases: 'all',
    notBefore: 'expiry',
  },
  // What she asked for stays hers beside what is offered, so the desk can still say yes to it.
  offer: {
    from: ['requested', 'held'],
    to: 'held',
    by: ['staff'],
    permission: 'appointments.decide',
    releases: 'nothing',
    notBefore: 'any',
  },
  // The desk accepts for a client who calls.
  accept: {
    from: ['held'],
    to: 'confirmed',
    by: ['client', 'staff'],
    permission: 'appointments.decide',
    releases: 'all',
    notBefore: 'any',
  },
  decline: {
    from: ['requested', 'held'],
    to: 'cancelled',
    by: ['staff'],
    permission: 'appointments.decide',
    releases: 'all',
    notBefore: 'any',
  },
  escalate: {
    from: ['requested'],
    to: undefined,
    by: ['system'],
    permission: 'appointments.decide',
    releases: 'nothing',
    notBefore: 'any',
  },
};

/** States in which a visit still lies ahead or is under way, so that it holds its slots. */
export const OPEN_STATES: readonly AppointmentState[] = [
  'held',
  'requested',
  'confirmed',
  'arrived',
  'in_service',
];

/** A transition is refused; `allowed` tells what could be done instead. */
function refused(state: AppointmentState): Refusal {
  return new Refusal('TRANSITION_REFUSED', { extras: { state } });
}

/**
 * The state after a transition.
 * @throws Refusal FORBIDDEN when the actor may never do it, TRANSITION_REFUSED when the visit's state forbids it
 */
export function nextState(
  state: AppointmentState,
  transition: Transition,
  by: Principal,
): AppointmentState {
  const rule = STATE_TABLE[transition];
  const may = by.kind !== 'staff' || by.permissions.has(rule.permission);
  if (!rule.by.includes(by.kind) || !may) throw new Refusal('FORBIDDEN');
  if (!rule.from.includes(state)) throw refused(state);
  return rule.to ?? state;
}

/** Whether the time of a step has come: some wait for the visit's local day, some for its start or its expiry. */
export function isDue(
  transition: Transition,
  visit: {
    readonly startsAt: Date;
    readonly expiresAt: Date | null;
    readonly timeZone: string;
  },
  now: Date,
): boolean {
  const { notBefore } = STATE_TABLE[transition];
  if (notBefore === 'expiry') return visit.expiresAt !== null && now >= visit.expiresAt;
  if (notBefore === 'start') return now >= visit.startsAt;
  const { startsAt, timeZone } = visit;
  return notBefore === 'any' || localDate(now, timeZone) >= localDate(startsAt, timeZone);
}

/** What this person could do with a visit in this state, in the table's order; whether it is time for it is `isDue`. */
export function allowedTransitions(state: AppointmentState, by: Principal): Transition[] {
  return TRANSITIONS.filter((transition) => {
    const rule = STATE_TABLE[transition];
    const may = by.kind !== 'staff' || by.permissions.has(rule.permission);
    return may && rule.by.includes(by.kind) && rule.from.includes(state);
  });
}

/**
 * Looks for mistakes in a state table: a state that nothing leads to, or an end state that something leaves.
 * @throws Error naming the state
 */
export function checkStateTable(
  table: Readonly<Record<string, Pick<Rule, 'from' | 'to'>>>,
  beginnings: readonly AppointmentState[],
  ends: readonly AppointmentState[],
): void {
  const reached = new Set<AppointmentState>(beginnings);
  const left = new Set<AppointmentState>();
  for (const rule of Object.values(table)) {
    if (rule.to) reached.add(rule.to);
    for (const from of rule.from) left.add(from);
  }
  for (const state of left) if (!reached.has(state)) throw new Error(`nothing leads to ${state}`);
  for (const state of ends) if (left.has(state)) throw new Error(`${state} is an end, but left`);
  for (const state of reached) {
    if (!left.has(state) && !ends.includes(state)) throw new Error(`${state} is a dead end`);
  }
}

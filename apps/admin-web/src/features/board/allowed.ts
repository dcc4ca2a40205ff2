import type { StaffAppointment } from '../../shared/api/contract';
import type { Permission } from '../../shared/session/desk';
import type { Transition } from './api/transition-visit';

interface Action {
  readonly transition: Transition;
  readonly word: string;
  readonly permission: Permission;
}

/** The desk's acts in the order of a good day. */
export const ACTIONS: readonly Action[] = [
  { transition: 'confirm', word: '确认', permission: 'appointments.decide' },
  { transition: 'arrive', word: '到店', permission: 'appointments.serve' },
  { transition: 'start', word: '开始', permission: 'appointments.serve' },
  { transition: 'complete', word: '完成', permission: 'appointments.serve' },
  { transition: 'no_show', word: '未到店', permission: 'appointments.decide' },
  { transition: 'cancel', word: '取消', permission: 'appointments.decide' },
];

const allows = (visit: StaffAppointment, transition: StaffAppointment['allowed'][number]) =>
  visit.allowed.includes(transition);

/** What this person may do with this visit now. */
export const actionsFor = (
  visit: StaffAppointment,
  may: (permission: Permission) => boolean,
): readonly Action[] =>
  ACTIONS.filter(({ transition, permission }) => allows(visit, transition) && may(permission));

/** The one act that moves the visit forward; the others undo or end it. */
export const nextAction = (
  visit: StaffAppointment,
  may: (permission: Permission) => boolean,
): Action | undefined =>
  actionsFor(visit, may).find(({ transition }) => !['no_show', 'cancel'].includes(transition));

/** Whether the next act of this person begins the treatment: what to ask her about is read first. */
export const isNextToStart = (
  visit: StaffAppointment,
  may: (permission: Permission) => boolean,
): boolean => nextAction(visit, may)?.transition === 'start';

/** Whether this person may move this visit now. */
export const mayMove = (
  visit: StaffAppointment,
  may: (permission: Permission) => boolean,
): boolean => allows(visit, 'move') && may('appointments.move');

/** Whether this person may answer with other times now. */
export const mayOffer = (
  visit: StaffAppointment,
  may: (permission: Permission) => boolean,
): boolean => allows(visit, 'offer') && may('appointments.decide');

/** Whether there is anything at all that this person may do with this visit now. */
export const hasActions = (
  visit: StaffAppointment,
  may: (permission: Permission) => boolean,
): boolean => mayMove(visit, may) || actionsFor(visit, may).length > 0;

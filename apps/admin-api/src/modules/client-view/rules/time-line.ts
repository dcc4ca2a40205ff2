import { refuseField } from '../../../platform/errors/index.js';
import type { Permission } from '../../../platform/auth/index.js';

/**
 * What a time line is made of, in the order in which things of one moment are shown. `given` and `received` are the two
 * sides of a transfer, `coupon_over` is the end of a coupon: used, expired or revoked; `treatment` is the record of a
 * visit, `health` and `change` say that the health file or the file was written, never what. `care_plan` is a version of
 * a plan and `plan_agreed` her yes to it; `merge` is a file that was joined to hers, `merge_undone` one that went again.
 */
export const TIME_LINE_KINDS = [
  ...(['visit', 'treatment', 'bill', 'session', 'spend', 'top_up', 'package'] as const),
  ...(['debt_paid', 'refund', 'given', 'received', 'coupon', 'coupon_over'] as const),
  ...(['tier', 'points', 'health', 'note', 'change', 'message'] as const),
  ...(['package_change', 'redemption', 'assessment', 'care_plan', 'plan_agreed'] as const),
  ...(['consent', 'questionnaire', 'merge', 'merge_undone'] as const),
] as const;
export type TimeLineKind = (typeof TIME_LINE_KINDS)[number];

export const TIME_LINE_GROUPS = [
  'visits',
  'money',
  'sessions',
  'coupons',
  'member',
  'care',
  'papers',
  'file',
  'messages',
] as const;
export type TimeLineGroup = (typeof TIME_LINE_GROUPS)[number];

const KINDS_OF: Readonly<Record<TimeLineGroup, readonly TimeLineKind[]>> = {
  visits: ['visit'],
  money: ['bill', 'spend', 'top_up', 'debt_paid', 'refund', 'given', 'received'],
  sessions: ['session', 'package', 'package_change'],
  coupons: ['coupon', 'coupon_over'],
  member: ['tier', 'points', 'redemption'],
  care: ['treatment', 'health', 'assessment', 'care_plan', 'plan_agreed'],
  papers: ['consent', 'questionnaire'],
  file: ['note', 'change', 'merge', 'merge_undone'],
  messages: ['message'],
};

/** Who may read which kind: as in the screens that it comes from. */
const PERMISSION_OF: Readonly<Record<TimeLineGroup, Permission>> = {
  visits: 'appointments.read',
  money: 'wallet.read',
  sessions: 'wallet.read',
  coupons: 'coupons.read',
  member: 'wallet.read',
  care: 'health.read',
  papers: 'clients.read',
  file: 'clients.read',
  messages: 'appointments.read',
};

/** What is as if it had never been written once she took back her consent to health data. */
const CLOSED_WITH_HEALTH: readonly TimeLineKind[] = ['assessment', 'care_plan', 'plan_agreed'];

/** The kinds of a group that a person may read; without a group, of all. */
export function kindsFor(
  group: TimeLineGroup | undefined,
  may: ReadonlySet<Permission>,
  { healthIsClosed }: { readonly healthIsClosed: boolean },
): TimeLineKind[] {
  const groups = group === undefined ? TIME_LINE_GROUPS : [group];
  const kinds = groups.filter((one) => may.has(PERMISSION_OF[one])).flatMap((one) => KINDS_OF[one]);
  const allowed = may.has('bills.read') ? kinds : kinds.filter((kind) => kind !== 'bill');
  return TIME_LINE_KINDS.filter(
    (kind) => allowed.includes(kind) && !(healthIsClosed && CLOSED_WITH_HEALTH.includes(kind)),
  );
}

/** Where in the time line something stands: latest first, then by kind, then by id. */
export interface Place {
  readonly at: Date;
  readonly kind: TimeLineKind;
  readonly id: string;
}

const rank = (kind: TimeLineKind): number => TIME_LINE_KINDS.indexOf(kind);
const byText = (a: string, b: string): number => (a < b ? 1 : a > b ? -1 : 0);

/** Below zero where `a` is shown before `b`. */
export const comparePlaces = (a: Place, b: Place): number =>
  b.at.getTime() - a.at.getTime() || rank(a.kind) - rank(b.kind) || byText(a.id, b.id);

/** The bound of a kind's own rows after a place: `at` below `at`, or equal and the id below `belowId`. */
export function boundOf(kind: TimeLineKind, after: Place): { at: Date; belowId: string } {
  const order = rank(kind) - rank(after.kind);
  // Ids are letters and digits: none is below the empty text, all are below a tilde.
  return { at: after.at, belowId: order === 0 ? after.id : order < 0 ? '' : '~' };
}

/** Before everything that has happened by now. */
export const startAt = (now: Date): Place => ({ at: now, kind: 'visit', id: '~' });

export const writePlace = ({ at, kind, id }: Place): string =>
  Buffer.from(`${at.getTime()}.${kind}.${id}`).toString('base64url');

/** @throws Refusal INVALID_INPUT naming `cursor` */
export function readPlace(text: string): Place {
  const [time, kind, id] = Buffer.from(text, 'base64url').toString('latin1').split('.');
  const at = new Date(Number(time));
  const known = TIME_LINE_KINDS.find((one) => one === kind);
  if (!known || !id || !/^[0-9A-Z]{1,32}$/.test(id) || Number.isNaN(at.getTime()))
    return refuseField('cursor', '翻页位置不正确，请从头看起');
  return { at, kind: known, id };
}

import { visitsByIds, type VisitDetail } from '../appointments/index.js';
import { couponsByIds, type Coupon } from '../coupons/index.js';
import { callableOf } from '../marketing/index.js';
import type { Reader } from '../../platform/database/index.js';
import type { Call } from './data/calls.js';

/** What has changed since a call was put on the list. */
export interface CallSight {
  readonly call: Call;
  /** What it is about: one of the two, unless that is gone. */
  readonly coupon: Coupon | undefined;
  readonly visit: VisitDetail | undefined;
  /** Why nobody has to call any more; null where somebody does. */
  readonly off: string | null;
}

const OVER: readonly VisitDetail['state'][] = ['cancelled', 'no_show', 'expired'];

/** Looks at calls as they stand now: what she said since, and whether there is still something to tell. */
export async function callSights(
  reader: Reader,
  calls: readonly Call[],
  now: Date,
): Promise<CallSight[]> {
  const idsOf = (id: (call: Call) => string | null): string[] =>
    calls.map(id).filter((one) => one !== null);
  const coupons = byId(
    await couponsByIds(
      reader,
      idsOf(({ aboutId }) => aboutId),
    ),
  );
  const visits = byId(
    await visitsByIds(
      reader,
      idsOf(({ appointmentId }) => appointmentId),
    ),
  );
  const callable = await callableOf(
    reader,
    calls.filter(({ aboutId }) => aboutId !== null).map(({ customerId }) => customerId),
  );
  return calls.map((call) => {
    const coupon = coupons.get(call.aboutId ?? '');
    const visit = visits.get(call.appointmentId ?? '');
    const off =
      call.appointmentId === null
        ? couponOff(coupon, callable.has(call.customerId), now)
        : visitOff(call, visit, now);
    return { call, coupon, visit, off };
  });
}

const byId = <T extends { readonly id: string }>(found: readonly T[]): ReadonlyMap<string, T> =>
  new Map(found.map((one) => [one.id, one]));

function couponOff(coupon: Coupon | undefined, isCallable: boolean, now: Date): string | null {
  const isGood =
    coupon !== undefined && ['issued', 'held'].includes(coupon.state) && coupon.expiresAt > now;
  if (!isCallable) return '顾客不再同意接听电话';
  return isGood ? null : '优惠券已用掉或已失效';
}

/** Of her own visit she may be told whatever she said about marketing. */
function visitOff({ kind }: Call, visit: VisitDetail | undefined, now: Date): string | null {
  if (!visit || visit.startsAt <= now) return '预约时间已过';
  const saysItIsOver = kind === 'cancelled' || kind === 'expired';
  return !saysItIsOver && OVER.includes(visit.state) ? '预约已取消' : null;
}

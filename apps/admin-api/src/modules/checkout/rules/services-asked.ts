import type { AppointmentState } from '@yance/shared-types';

/** What the rule has to know of the visit of a bill. */
interface BilledVisit {
  readonly state: AppointmentState;
  readonly items: readonly { readonly serviceId: string }[];
}

/** Services by who asks about them before they are done. */
export interface ServicesAsked {
  /** Of a visit that is taken to its end now: asked about as at a start, whatever stands on the bill. */
  readonly starts: readonly string[];
  /** Billed ahead of their visit, whose own start will ask. */
  readonly ahead: readonly string[];
  /** Nobody else asks about them: of a walk-in, or beside those of the visit. */
  readonly alone: readonly string[];
}

const BEGUN: readonly AppointmentState[] = ['in_service', 'completed'];
const COMING: readonly AppointmentState[] = ['held', 'requested', 'confirmed', 'arrived'];

/** Sorts the services of a bill. What the visit began with was asked about then, and is not asked about again. */
export function servicesAsked(
  billed: readonly string[],
  visit: BilledVisit | undefined,
  completes: boolean,
): ServicesAsked {
  const services = [...new Set(billed)];
  const state = visit?.state ?? 'cancelled';
  const [isBegun, isComing] = [BEGUN.includes(state), COMING.includes(state)];
  const own = new Set(isBegun || isComing ? visit?.items.map(({ serviceId }) => serviceId) : []);
  return {
    starts: isComing && completes ? [...own] : [],
    ahead: isComing && !completes ? services.filter((id) => own.has(id)) : [],
    alone: services.filter((id) => !own.has(id)),
  };
}

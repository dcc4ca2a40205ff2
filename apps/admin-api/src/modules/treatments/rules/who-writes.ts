import type { AppointmentState } from '@yance/shared-types';
import type { StaffPrincipal } from '../../../platform/auth/index.js';

/** What the rules have to know of a visit. */
interface Served {
  readonly storeId: string;
  readonly items: readonly { readonly staffId: string }[];
  readonly allocations: readonly { readonly staffId: string | null }[];
}

/** Whether this person had a hand in the visit: led a service, or did a step of one. */
export function served(staffId: string, visit: Served): boolean {
  return (
    visit.items.some((item) => item.staffId === staffId) ||
    visit.allocations.some((part) => part.staffId === staffId)
  );
}

/** Whoever served writes the record; a manager writes any of her stores. */
export function mayRecord(staff: StaffPrincipal, visit: Served): boolean {
  if (!staff.permissions.has('treatments.write')) return false;
  if (!staff.storeIds.includes(visit.storeId)) return false;
  return staff.roles.includes('manager') || served(staff.staffId, visit);
}

/** States in which something was or is being done, so that there is something to write down. */
export const RECORDED_STATES: readonly AppointmentState[] = ['in_service', 'completed'];

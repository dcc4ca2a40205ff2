import { wasServed } from '../appointments/index.js';
import type { Reader } from '../../platform/database/index.js';
import { hasPaidBill } from './data/bills.js';

/**
 * Whether a client has neither paid a bill nor been served before.
 * @param appointmentId the visit that is being billed, which does not count itself
 */
export async function isFirstVisit(
  reader: Reader,
  customerId: string,
  appointmentId: string | null,
): Promise<boolean> {
  if (await hasPaidBill(reader, customerId)) return false;
  return !(await wasServed(reader, customerId, appointmentId));
}

import type { ClientTreatment, TreatmentsWish } from '../../../care/index.js';
import { placeholders, type Reader } from '../../../../platform/database/index.js';

/** Sessions of some services that were used at the desk and stand; visits and bills tell of their own. See CareTreatments. */
export async function usesAlone(
  reader: Reader,
  { customerId, serviceIds, from, to, exceptId = '' }: TreatmentsWish,
): Promise<ClientTreatment[]> {
  if (serviceIds.length === 0) return [];
  return reader.rows(
    `SELECT service_id AS serviceId, created_at AS at FROM session_use
     WHERE customer_id = ? AND created_at BETWEEN ? AND ? AND id <> ? AND state = 'done'
       AND appointment_id IS NULL AND bill_id IS NULL AND service_id IN (${placeholders(serviceIds)})`,
    [customerId, from, to, exceptId, ...serviceIds],
  );
}

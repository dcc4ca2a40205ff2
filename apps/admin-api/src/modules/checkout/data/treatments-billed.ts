import type { ClientTreatment, TreatmentsWish } from '../../care/index.js';
import { placeholders, type Reader } from '../../../platform/database/index.js';

/**
 * Services of bills that are paid and stand, which no visit tells of: of walk-ins, and beside what the visit of the bill
 * was booked for. Nothing of the bill that is looked at, or of the bill of that visit. See CareTreatments.
 */
export async function treatmentsBilled(
  reader: Reader,
  { customerId, serviceIds, from, to, exceptId = '' }: TreatmentsWish,
): Promise<ClientTreatment[]> {
  if (serviceIds.length === 0) return [];
  return reader.rows(
    `SELECT DISTINCT l.item_id AS serviceId, b.paid_at AS at
     FROM bill b JOIN bill_line l ON l.bill_id = b.id AND l.kind = 'service'
     WHERE b.customer_id = ? AND b.state = 'paid' AND b.paid_at BETWEEN ? AND ?
       AND b.id <> ? AND (b.appointment_id IS NULL OR b.appointment_id <> ?) AND l.item_id IN (${placeholders(serviceIds)})
       AND NOT EXISTS (
         SELECT 1 FROM appointment a JOIN appointment_item i ON i.appointment_id = a.id
         WHERE a.id = b.appointment_id AND i.service_id = l.item_id
           AND a.state NOT IN ('cancelled', 'no_show', 'expired')
       )`,
    [customerId, from, to, exceptId, exceptId, ...serviceIds],
  );
}

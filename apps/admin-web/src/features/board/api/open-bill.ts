import { useQueryClient } from '@tanstack/react-query';
import type { Bill, StaffAppointment } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { ApiProblem } from '../../../shared/api/problem';
import { answerOf, api } from '../../../shared/api/transport';
import { keyHeader, useWrite } from '../../../shared/api/use-write';
import { dateOf } from '../../../shared/format/time';

type Visit = Pick<StaffAppointment, 'id' | 'storeId' | 'start'>;

/** The bill of a visit, opened now. @throws ApiProblem VISIT_HAS_BILL, DAY_CLOSED */
export function openBillOf({ id, storeId }: Visit, key: string): Promise<Bill> {
  const body = { storeId, appointmentId: id };
  return answerOf(api.POST('/api/staff/bills', { headers: keyHeader(key), body }));
}

/** The bill that a visit has already; undefined when it is not among those of its day and today. */
async function findBillOf({ id, storeId, start }: Visit): Promise<string | undefined> {
  const days = [...new Set([dateOf(start), dateOf(new Date().toISOString())])];
  for (const date of days) {
    const query = { storeId, date };
    const { items } = await answerOf(api.GET('/api/staff/bills', { params: { query } }));
    const found = items.find(
      ({ appointmentId, state }) =>
        appointmentId === id && state !== 'void' && state !== 'reversed',
    );
    if (found) return found.id;
  }
  return undefined;
}

/** Opens the bill of a visit, or finds the one that it has. */
export function useOpenBillOfVisit(visit: Visit) {
  const queries = useQueryClient();
  const { write, isPending } = useWrite(
    async ({ key }: { key: string; body: string }): Promise<string> => {
      try {
        const bill = await openBillOf(visit, key);
        queries.setQueryData(keys.bill(bill.id), bill);
        return bill.id;
      } catch (error) {
        if (!(error instanceof ApiProblem) || error.code !== 'VISIT_HAS_BILL') throw error;
        const known = await findBillOf(visit);
        if (known === undefined) throw error;
        return known;
      }
    },
    [keys.bills],
  );
  const open = (how: Parameters<typeof write>[1] & object) => write(visit.id, how);
  return { open, isPending };
}

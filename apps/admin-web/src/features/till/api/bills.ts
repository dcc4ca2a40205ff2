import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Bill, BillDraft, BillEdit, BillPayment, BillRow } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';
import { keyHeader, useWrite } from '../../../shared/api/use-write';

interface Call<Body> {
  key: string;
  body: Body;
}

/** A store's bills of a day: opened, paid or reversed on it. */
export async function listBills(
  query: { storeId: string; date: string },
  signal?: AbortSignal,
): Promise<BillRow[]> {
  return (await answerOf(api.GET('/api/staff/bills', { params: { query }, signal }))).items;
}

export function useBills(storeId: string, date: string) {
  return useQuery({
    queryKey: keys.billList({ storeId, date }),
    queryFn: ({ signal }) => listBills({ storeId, date }, signal),
  });
}

/** One bill with everything on it. */
export function readBill(billId: string, signal?: AbortSignal): Promise<Bill> {
  return answerOf(api.GET('/api/staff/bills/{billId}', { params: { path: { billId } }, signal }));
}

export function useBill(id: string) {
  return useQuery({ queryKey: keys.bill(id), queryFn: ({ signal }) => readBill(id, signal) });
}

/** Puts the answer of a write where the page reads it, so that the next click knows the latest version. */
function useFresh() {
  const queries = useQueryClient();
  return (bill: Bill): Bill => {
    queries.setQueryData(keys.bill(bill.id), bill);
    return bill;
  };
}

/** Opens a bill. @throws ApiProblem VISIT_HAS_BILL, DAY_CLOSED */
export function useOpenBill() {
  const fresh = useFresh();
  return useWrite(
    async ({ key, body }: Call<BillDraft>) =>
      fresh(await answerOf(api.POST('/api/staff/bills', { headers: keyHeader(key), body }))),
    [keys.billList({})],
  );
}

/** Writes all lines of a bill anew. @throws ApiProblem BILL_CHANGED, DISCOUNT_OVER_QUOTA */
export function useEditBill(billId: string) {
  const fresh = useFresh();
  return useWrite(
    async ({ key, body }: Call<BillEdit>) =>
      fresh(
        await answerOf(
          api.PATCH('/api/staff/bills/{billId}', {
            params: { path: { billId } },
            headers: keyHeader(key),
            body,
          }),
        ),
      ),
    [],
  );
}

/** Takes the money. @throws ApiProblem CARE_CONTRAINDICATED, NOTICE_UNSIGNED, TREATMENT_FIRST, TENDERS_UNEVEN, BALANCE_TOO_LOW, MEMBER_CODE_WRONG, … */
export function usePayBill(billId: string) {
  const fresh = useFresh();
  return useWrite(
    async ({ key, body }: Call<BillPayment>) =>
      fresh(
        await answerOf(
          api.POST('/api/staff/bills/{billId}/pay', {
            params: { path: { billId } },
            headers: keyHeader(key),
            body,
          }),
        ),
      ),
    [keys.money, keys.wallets, keys.visits, keys.coupons],
  );
}

/** Asks the client to agree on her phone. */
export function useAskClient(billId: string) {
  const fresh = useFresh();
  return useWrite(
    async ({ key, body }: Call<Pick<BillPayment, 'version' | 'tenders' | 'override'>>) =>
      fresh(
        await answerOf(
          api.POST('/api/staff/bills/{billId}/ask', {
            params: { path: { billId } },
            headers: keyHeader(key),
            body,
          }),
        ),
      ),
    [keys.bills],
  );
}

export type BillAct =
  | { act: 'park' | 'resume'; version: number }
  | { act: 'void' | 'reverse' | 'settle'; version: number; reason: string }
  | { act: 'copy' };

const why = ({ version, reason }: { version: number; reason: string }) => ({ version, reason });

function sendAct(billId: string, { key, body }: Call<BillAct>): Promise<Bill> {
  const call = { params: { path: { billId } }, headers: keyHeader(key) };
  switch (body.act) {
    case 'copy':
      return answerOf(api.POST('/api/staff/bills/{billId}/copy', call));
    case 'park':
      return answerOf(
        api.POST('/api/staff/bills/{billId}/park', { ...call, body: { version: body.version } }),
      );
    case 'resume':
      return answerOf(
        api.POST('/api/staff/bills/{billId}/resume', { ...call, body: { version: body.version } }),
      );
    case 'void':
      return answerOf(api.POST('/api/staff/bills/{billId}/void', { ...call, body: why(body) }));
    case 'reverse':
      return answerOf(api.POST('/api/staff/bills/{billId}/reverse', { ...call, body: why(body) }));
    case 'settle':
      return answerOf(api.POST('/api/staff/bills/{billId}/settle', { ...call, body: why(body) }));
  }
}

/** Parks, takes up, gives up, reverses a bill, answers what she says of it, or writes a reversed one again. */
export function useBillAct(billId: string) {
  const fresh = useFresh();
  return useWrite(
    async (call: Call<BillAct>) => {
      const bill = await sendAct(billId, call);
      // What is put aside is left by whoever did it, and read again when somebody comes back to it.
      const isLeft = call.body.act === 'park' || call.body.act === 'void';
      return isLeft ? bill : fresh(bill);
    },
    [keys.money, keys.wallets, keys.coupons],
  );
}

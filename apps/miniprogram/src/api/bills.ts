import { useCallback } from 'react';
import { api } from './api';
import { couponsChanged } from './coupons';
import { packagesChanged } from './packages';
import { pointsChanged } from './points';
import { forget, remember, useRemote } from './remote';
import type { BillRow, BillView, Page } from './types';
import { useIdempotentWrite } from './use-idempotent-write';
import { walletChanged } from './wallet';

const keyOf = (id: string): string => `/client/bills/${id}`;

/** One page of the client's bills, latest first. */
export const loadBills = (cursor?: string): Promise<Page<BillRow>> =>
  api('get', '/api/client/bills', { query: { cursor } });

/** A bill with everything on it. */
export const useBill = (billId: string) =>
  useRemote(billId === '' ? null : keyOf(billId), () =>
    api('get', '/api/client/bills/{billId}', { params: { billId } }),
  );

/** Her yes to what the desk proposes: it is paid with that. @throws ApiProblem BILL_CHANGED, BILL_STATE, BALANCE_TOO_LOW */
export function useConfirmBill(billId: string) {
  const send = useCallback(
    async (body: { version: number }, key: string): Promise<BillView> => {
      const path = '/api/client/bills/{billId}/confirm';
      try {
        const bill = await api('post', path, { params: { billId }, body }, key);
        remember(keyOf(billId), bill);
        return bill;
      } catch (failure) {
        // The desk has changed it meanwhile: what is shown is not what she would pay.
        forget(keyOf(billId));
        throw failure;
      } finally {
        for (const changed of [walletChanged, pointsChanged, couponsChanged, packagesChanged])
          changed();
      }
    },
    [billId],
  );
  return useIdempotentWrite(`confirm-bill.${billId}`, send);
}

/** “This was not so”: the desk looks into it. @throws ApiProblem BILL_STATE */
export function useDisputeBill(billId: string) {
  const send = useCallback(
    async (body: { note: string }, key: string): Promise<BillView> => {
      const path = '/api/client/bills/{billId}/dispute';
      const bill = await api('post', path, { params: { billId }, body }, key);
      remember(keyOf(billId), bill);
      return bill;
    },
    [billId],
  );
  return useIdempotentWrite(`dispute-bill.${billId}`, send);
}

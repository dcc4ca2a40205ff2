import { useQuery } from '@tanstack/react-query';
import type { LedgerEntry } from '../api/contract';
import { keys } from '../api/keys';
import { answerOf, api } from '../api/transport';

/** One entry of the books with its postings. @throws ApiProblem LEDGER_TX_NOT_FOUND */
export function readLedgerEntry(entryNo: string, signal?: AbortSignal): Promise<LedgerEntry> {
  return answerOf(
    api.GET('/api/staff/ledger/transactions/{id}', { params: { path: { id: entryNo } }, signal }),
  );
}

/** Entries never change; only whether they were sealed or reversed since. */
export function useLedgerEntry(entryNo: string) {
  return useQuery({
    queryKey: keys.ledgerEntry(entryNo),
    queryFn: ({ signal }) => readLedgerEntry(entryNo, signal),
  });
}

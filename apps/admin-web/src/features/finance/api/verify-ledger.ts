import { useMutation } from '@tanstack/react-query';
import type { LedgerVerdict } from '../../../shared/api/contract';
import { answerOf, api } from '../../../shared/api/transport';

/** Walks the whole books; takes a while where there are many. */
export function verifyLedger(): Promise<LedgerVerdict> {
  return answerOf(api.GET('/api/staff/ledger/verify'));
}

export const useVerifyLedger = () => useMutation({ mutationFn: verifyLedger });

import { useMutation } from '@tanstack/react-query';
import type { AuditVerdict } from '../../../shared/api/contract';
import { answerOf, api } from '../../../shared/api/transport';

/** Holds every entry against the chain; takes a while where there are many. */
export function verifyAudit(): Promise<AuditVerdict> {
  return answerOf(api.GET('/api/staff/audit/verify'));
}

export const useVerifyAudit = () => useMutation({ mutationFn: verifyAudit });

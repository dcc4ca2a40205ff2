import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { AuditPage } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';

/** Which entries are asked for; all of them when nothing is given. */
export interface AuditFilter {
  customerId?: string;
  staffId?: string;
  action?: string;
  date?: string;
}

/** Who did what to whose data, newest first. */
export function listAudit(
  filter: AuditFilter,
  cursor: string | null,
  signal?: AbortSignal,
): Promise<AuditPage> {
  const query = { ...filter, ...(cursor === null ? {} : { cursor }) };
  return answerOf(api.GET('/api/staff/audit', { params: { query }, signal }));
}

export function useAudit(filter: AuditFilter, cursor: string | null) {
  return useQuery({
    queryKey: keys.audit({ ...filter, cursor }),
    queryFn: ({ signal }) => listAudit(filter, cursor, signal),
    placeholderData: keepPreviousData,
  });
}

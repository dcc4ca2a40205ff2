import { useMutation } from '@tanstack/react-query';
import type { CodeOwner } from '../../../../shared/api/contract';
import { answerOf, api } from '../../../../shared/api/transport';

/** Whose code was scanned; the code stays good. @throws ApiProblem MEMBER_CODE_WRONG */
export function readMemberCode(code: string): Promise<CodeOwner> {
  return answerOf(api.POST('/api/staff/member-code', { body: { code } }));
}

export const useMemberCode = () => useMutation({ mutationFn: readMemberCode });

import { useQuery } from '@tanstack/react-query';
import type { ContractTextKind, ContractTexts } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';

/** Every version of one kind of contract, latest first, and the blanks that it may have. */
export function listContractTexts(
  kind: ContractTextKind,
  signal?: AbortSignal,
): Promise<ContractTexts> {
  return answerOf(api.GET('/api/staff/contract-texts', { params: { query: { kind } }, signal }));
}

export function useContractTexts(kind: ContractTextKind) {
  return useQuery({
    queryKey: keys.contractTextsOf(kind),
    queryFn: ({ signal }) => listContractTexts(kind, signal),
  });
}

import { useQuery } from '@tanstack/react-query';
import type { ContractTexts } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';

/** Every version of the contract, latest first, and the blanks that it may have. */
export function listContractTexts(signal?: AbortSignal): Promise<ContractTexts> {
  return answerOf(api.GET('/api/staff/contract-texts', { signal }));
}

export function useContractTexts() {
  return useQuery({
    queryKey: keys.contractTexts,
    queryFn: ({ signal }) => listContractTexts(signal),
  });
}

import type { ContractText, ContractTextDraft } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';
import { keyHeader, useWrite } from '../../../shared/api/use-write';

/** Puts a new version in force. @throws ApiProblem INVALID_INPUT  for a blank that nothing fills */
export function publishContractText({
  key,
  body,
}: {
  key: string;
  body: ContractTextDraft;
}): Promise<ContractText> {
  return answerOf(api.POST('/api/staff/contract-texts', { headers: keyHeader(key), body }));
}

export const usePublishContractText = () => useWrite(publishContractText, [keys.contractTexts]);

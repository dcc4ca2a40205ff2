import type { OpeningDraft, OpeningResult } from '../../../shared/api/contract';
import { answerOf, api } from '../../../shared/api/transport';
import { keyHeader, useWrite } from '../../../shared/api/use-write';

interface Call {
  key: string;
  body: OpeningDraft;
}

/** Takes over balances, or only looks at them. @throws ApiProblem OPENING_PROTOCOL_USED */
export function importOpening({ key, body }: Call): Promise<OpeningResult> {
  return answerOf(api.POST('/api/staff/opening-balances', { headers: keyHeader(key), body }));
}

export const useImportOpening = () => useWrite(importOpening, [['money'], ['wallet']]);

import { useQuery } from '@tanstack/react-query';
import type { TreatmentTemplate, TreatmentTemplateDraft } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';
import { keyHeader, useWrite } from '../../../shared/api/use-write';

/** What records of a store's services begin with, one for each service. */
export function useTreatmentTemplates(storeId: string) {
  return useQuery({
    queryKey: keys.treatmentTemplates(storeId),
    queryFn: async ({ signal }): Promise<TreatmentTemplate[]> => {
      const params = { query: { storeId } };
      return (await answerOf(api.GET('/api/staff/treatment-templates', { params, signal }))).items;
    },
  });
}

interface Save {
  key: string;
  body: TreatmentTemplateDraft;
}

/** @throws ApiProblem TREATMENT_TEMPLATE_CHANGED  somebody was faster */
export const useSaveTemplate = (storeId: string, serviceId: string) =>
  useWrite(
    ({ key, body }: Save): Promise<TreatmentTemplate> =>
      answerOf(
        api.PUT('/api/staff/treatment-templates/{serviceId}', {
          params: { path: { serviceId } },
          headers: keyHeader(key),
          body,
        }),
      ),
    [keys.treatmentTemplates(storeId)],
  );

import { useQuery } from '@tanstack/react-query';
import type { ShiftTemplate, ShiftTemplateDraft } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';
import { keyHeader, useWrite } from '../../../shared/api/use-write';

/** Hours of a store that have a name, retired ones too. */
export async function listTemplates(
  storeId: string,
  signal?: AbortSignal,
): Promise<ShiftTemplate[]> {
  const params = { query: { storeId } };
  return (await answerOf(api.GET('/api/staff/shift-templates', { params, signal }))).items;
}

export const useShiftTemplates = (storeId: string) =>
  useQuery({
    queryKey: keys.shiftTemplates(storeId),
    queryFn: ({ signal }) => listTemplates(storeId, signal),
  });

/** What is saved of a template. */
export type TemplateBody = ShiftTemplateDraft & { state: ShiftTemplate['state'] };

interface Saving {
  key: string;
  body: TemplateBody;
}

/** Makes a template or changes it. @throws ApiProblem SHIFT_TEMPLATE_CHANGED */
export function saveTemplate(
  storeId: string,
  template: ShiftTemplate | null,
  { key, body: { state, ...draft } }: Saving,
): Promise<ShiftTemplate> {
  const headers = keyHeader(key);
  if (!template)
    return answerOf(
      api.POST('/api/staff/shift-templates', { params: {}, headers, body: { ...draft, storeId } }),
    );
  const { id, version } = template;
  return answerOf(
    api.POST('/api/staff/shift-templates/{id}', {
      ...{ params: { path: { id } }, headers },
      body: { ...draft, state, version },
    }),
  );
}

export const useSaveTemplate = (storeId: string, template: ShiftTemplate | null) =>
  useWrite((call: Saving) => saveTemplate(storeId, template, call), [['shifts']]);

import { useQuery } from '@tanstack/react-query';
import type {
  HouseQuestionnaire,
  QuestionnaireForm,
  QuestionnaireLine,
} from '../../shared/api/contract';
import { keys } from '../../shared/api/keys';
import { answerOf, api } from '../../shared/api/transport';
import { keyHeader, useWrite } from '../../shared/api/use-write';

/** The questionnaires of the house. */
export const useHouseQuestionnaires = () =>
  useQuery({
    queryKey: keys.houseQuestionnaires,
    queryFn: async ({ signal }): Promise<QuestionnaireLine[]> =>
      (await answerOf(api.GET('/api/staff/questionnaires', { signal }))).items,
  });

/** One with its draft and all its versions. */
export const useHouseQuestionnaire = (questionnaireId: string) =>
  useQuery({
    queryKey: keys.houseQuestionnaire(questionnaireId),
    queryFn: ({ signal }): Promise<HouseQuestionnaire> => {
      const params = { path: { questionnaireId } };
      return answerOf(api.GET('/api/staff/questionnaires/{questionnaireId}', { params, signal }));
    },
  });

/** A draft as it stands: of a new questionnaire where no id is told. */
export interface DraftWish {
  readonly id: string | null;
  readonly revision: number;
  readonly form: QuestionnaireForm;
}

/** What the draft is known by from now on. */
export interface KeptDraft {
  readonly id: string;
  readonly revision: number;
}

/** Keeps a draft. @throws ApiProblem QUESTIONNAIRE_DRAFT_CHANGED when somebody was faster */
async function keep(key: string, { id, revision, form }: DraftWish): Promise<KeptDraft> {
  const headers = keyHeader(key);
  if (id === null) {
    const body = { form };
    const begun = await answerOf(api.POST('/api/staff/questionnaires', { headers, body }));
    return { id: begun.id, revision: 1 };
  }
  const params = { path: { questionnaireId: id } };
  const path = '/api/staff/questionnaires/{questionnaireId}/draft';
  const body = { revision, form };
  const kept = await answerOf(api.PUT(path, { params, headers, body }));
  return { id, revision: kept.revision };
}

export const useKeepDraft = () =>
  useWrite(
    ({ key, body }: { key: string; body: DraftWish }) => keep(key, body),
    [keys.houseQuestionnaires],
  );

/** Puts the draft of a revision in force. @throws ApiProblem INVALID_INPUT naming what is not finished */
export const usePublishDraft = () =>
  useWrite(
    ({ key, body: { id, revision } }: { key: string; body: KeptDraft }) =>
      answerOf(
        api.POST('/api/staff/questionnaires/{questionnaireId}/publish', {
          ...{ params: { path: { questionnaireId: id } }, headers: keyHeader(key) },
          body: { revision },
        }),
      ),
    [keys.houseQuestionnaires, ['questionnaires']],
  );

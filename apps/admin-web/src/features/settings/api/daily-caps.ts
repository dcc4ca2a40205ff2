import { useQuery } from '@tanstack/react-query';
import type { DailyCap, DailyCapDraft } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';
import { useWrite } from '../../../shared/api/use-write';

const PATH = '/api/staff/stores/{id}/daily-caps';

export const useDailyCaps = (id: string) =>
  useQuery({
    queryKey: keys.dailyCaps(id),
    queryFn: async ({ signal }): Promise<DailyCap[]> =>
      (await answerOf(api.GET(PATH, { params: { path: { id } }, signal }))).items,
  });

export const useSaveDailyCaps = (id: string) =>
  useWrite(
    async ({ body }: { key: string; body: DailyCapDraft[] }): Promise<DailyCap[]> =>
      (await answerOf(api.PUT(PATH, { params: { path: { id } }, body: { caps: body } }))).items,
    [keys.dailyCaps(id)],
  );

import { useQuery } from '@tanstack/react-query';
import type { TurnRules } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';
import { useWrite } from '../../../shared/api/use-write';

const PATH = '/api/staff/stores/{id}/turn-rules';

export const useTurnRules = (id: string) =>
  useQuery({
    queryKey: keys.turnRules(id),
    queryFn: ({ signal }): Promise<TurnRules> =>
      answerOf(api.GET(PATH, { params: { path: { id } }, signal })),
  });

export const useSaveTurnRules = (id: string) =>
  useWrite(
    ({ body }: { key: string; body: TurnRules }): Promise<TurnRules> =>
      answerOf(api.PUT(PATH, { params: { path: { id } }, body })),
    [keys.turnRules(id), keys.turns(id)],
  );

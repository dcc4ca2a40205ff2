import { useQuery, useQueryClient, type QueryClient, type QueryKey } from '@tanstack/react-query';
import type { ClientPageSheets, ProfileNames } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';
import { useDesk } from '../../../shared/session/desk';

/** All that a client's page shows at first, in one answer. @throws ApiProblem CLIENT_NOT_FOUND */
export function readClientPage(
  id: string,
  storeId: string,
  signal?: AbortSignal,
): Promise<ClientPageSheets> {
  const params = { path: { id }, query: { storeId } };
  return answerOf(api.GET('/api/staff/clients/{id}/page', { params, signal }));
}

/** Puts each part where the request for it alone would have put it; one that is missing is asked for by its own card. */
export function keepSheets(
  queries: QueryClient,
  id: string,
  storeId: string,
  { overview, profile, notes, timeLine, money, care, ...sheets }: ClientPageSheets,
): void {
  queries.setQueryData(keys.client(id), overview);
  const keep = (key: QueryKey, part: unknown) => {
    if (part !== null && part !== undefined) queries.setQueryData(key, part);
  };
  keep(keys.clientProfile(id), profile);
  keep(keys.clientNotes(id), notes);
  keep(keys.timeLine(id, 'all'), timeLine && { pages: [timeLine], pageParams: [undefined] });
  keep(keys.careSummary(id), sheets.cautions);
  keep(keys.consentSheet(id, ''), sheets.consents);
  keep(keys.questionnaireStandings(id, ''), sheets.questionnaires);
  keep(keys.marketingChoice(id), sheets.marketing);
  if (money) {
    const { wallet, statement, tier, points, packages } = money;
    queries.setQueryData([...keys.wallet(id), storeId], wallet);
    if (statement) queries.setQueryData(keys.statement(id, statement.month), statement);
    queries.setQueryData(keys.memberTier(id), tier);
    queries.setQueryData(keys.clientPoints(id), points);
    queries.setQueryData(keys.packages(id), packages.items);
  }
  if (care) {
    // No plan is an answer too.
    if (care.plan) queries.setQueryData(keys.carePlan(id), care.plan.plan);
    keep(keys.assessments(id), care.assessments);
    keep(keys.formulas(id), care.formulas);
    keep(keys.clientTreatments(id), care.treatments?.items);
  }
}

/** Reads the page anew each time it is opened; what changes while it is open is read part by part. */
export function useClientPage(id: string) {
  const queries = useQueryClient();
  const { store } = useDesk();
  return useQuery({
    queryKey: keys.clientPage(id),
    queryFn: async ({ signal }): Promise<ProfileNames> => {
      const page = await readClientPage(id, store.id, signal);
      keepSheets(queries, id, store.id, page);
      return page.names;
    },
    ...{ staleTime: Infinity, gcTime: 0 },
    ...{ refetchOnWindowFocus: false, refetchOnReconnect: false },
  });
}

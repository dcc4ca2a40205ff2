import type { TouchedVisit } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';
import { keyHeader, useWrite } from '../../../shared/api/use-write';

interface Closing {
  key: string;
  body: {
    storeId: string;
    date: string;
    reason: string;
    dryRun: boolean;
    seenVisits: string[];
  };
}

/** Closes the store on a day; answers with the visits on it. @throws ApiProblem SHIFT_TOUCHES_VISITS */
async function closeStore({ key, body }: Closing): Promise<TouchedVisit[]> {
  const headers = keyHeader(key);
  return (await answerOf(api.POST('/api/staff/store-closures', { params: {}, headers, body })))
    .items;
}

/** Says which visits would be touched. */
export const useTryClosing = () => useWrite(closeStore, []);

export const useCloseStore = () => useWrite(closeStore, [['shifts'], keys.visits]);

interface Lifting {
  key: string;
  body: { storeId: string; date: string };
}

/** Opens the store again on a day. */
const liftClosure = ({ key, body }: Lifting) =>
  answerOf(
    api.POST('/api/staff/store-closures/lift', { params: {}, headers: keyHeader(key), body }),
  );

export const useLiftClosure = () => useWrite(liftClosure, [['shifts'], keys.visits]);

import { api } from './api';
import type { Given } from './contract';
import { remember, useRemote } from './remote';

const KEY = '/client/marketing-choice';

export type MarketingChoice = Given<'put', '/api/client/marketing-choice'>['body'];

const GIFT_KEY = '/client/birthday-gift';

/** The coupon that she was given for her birthday, while she can use it. */
export const useBirthdayGift = () =>
  useRemote(GIFT_KEY, async () => (await api('get', '/api/client/birthday-gift', {})).gift);

/** What the client wants to hear of. */
export const useMarketingChoice = () =>
  useRemote(KEY, () => api('get', '/api/client/marketing-choice', {}));

/** Says what she wants to hear of. @throws ApiProblem MARKETING_CHOICE_CHANGED */
export async function chooseMarketing(choice: MarketingChoice): Promise<void> {
  remember(KEY, await api('put', '/api/client/marketing-choice', { body: choice }));
}

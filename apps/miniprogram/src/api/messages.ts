import type { SubscribeResult } from '@/platform/types';
import { api } from './api';
import { useRemote } from './remote';

/** Templates must be known before the tap that asks for them: nothing may be awaited in that tap. */
export const useMessageTemplates = () =>
  useRemote(
    '/client/message-templates',
    async () => (await api('get', '/api/client/message-templates', {})).items,
  );

/** Tells the API what the client answered, so that it knows what it may send. */
export async function reportSubscriptions(answers: Record<string, SubscribeResult>): Promise<void> {
  const results = Object.entries(answers).map(([templateId, result]) => ({ templateId, result }));
  await api('post', '/api/client/subscriptions', { body: { results } });
}

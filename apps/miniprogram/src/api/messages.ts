import { newKey } from '@/lib/new-key';
import type { SubscribeResult } from '@/platform/types';
import { api } from './api';
import { useRemote } from './remote';
import type { MessageTemplate } from './types';

const TEMPLATES = '/client/message-templates';

/** After what the phone may ask. */
export type Occasion = MessageTemplate['occasion'];

/**
 * Templates must be known before the tap that asks for them: nothing may be awaited in that tap. With a visit, what is
 * about visits comes in the order in which this one needs it.
 */
export const useMessageTemplates = (appointmentId?: string) =>
  useRemote(
    `${TEMPLATES}?${appointmentId ?? ''}`,
    async () =>
      (
        await api('get', '/api/client/message-templates', {
          query: appointmentId === undefined ? {} : { appointmentId },
        })
      ).items,
  );

/**
 * Tells the API what the client answered, so that it knows what it may send. A lost answer is asked for once more under
 * the same key; where that fails too nothing is said, because WeChat's own count decides what is delivered.
 */
export async function reportSubscriptions(answers: Record<string, SubscribeResult>): Promise<void> {
  const results = Object.entries(answers).map(([templateId, result]) => ({ templateId, result }));
  const key = newKey();
  const report = () => api('post', '/api/client/subscriptions', { body: { results } }, key);
  await report()
    .catch(report)
    .catch(() => undefined);
}

import { api } from './api';
import { useRemote } from './remote';
import type { SubscribeResult } from '@/platform/types';
import type { Page } from './types';

export interface MessageTemplate {
  templateId: string;
  kind: string;
  title: string;
}

/** Templates must be known before the tap that asks for them: nothing may be awaited in that tap. */
export const useMessageTemplates = () =>
  useRemote(
    '/client/message-templates',
    async () =>
      (await api<Page<MessageTemplate>>({ method: 'GET', path: '/client/message-templates' }))
        .items,
  );

/** Tells the API which messages the client allowed, so that it knows what it may send. */
export async function reportSubscriptions(results: Record<string, SubscribeResult>): Promise<void> {
  const body = {
    results: Object.entries(results).map(([templateId, result]) => ({ templateId, result })),
  };
  await api<undefined>({ method: 'POST', path: '/client/subscriptions', body });
}

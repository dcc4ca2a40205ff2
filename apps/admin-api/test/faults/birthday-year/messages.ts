import type { components } from '@yance/shared-types';
import type { Reachable } from '../../support/wire.js';
import { taken } from '../../http/checkout/a-desk.js';

type Page = components['schemas']['AutomationMessagesDto'];

/** What the console says of an automation's coupons: which were told by WeChat, and of which nobody can know. */
export interface Told {
  readonly sent: readonly string[];
  readonly unknown: readonly string[];
  readonly counted: number;
}

/** Reads all pages, as somebody who may. */
export async function toldBy(house: Reachable, token: string, automationId: string): Promise<Told> {
  const [sent, unknown]: [string[], string[]] = [[], []];
  let counted = 0;
  for (let cursor: string | undefined = ''; cursor !== undefined;) {
    const query: string = cursor === '' ? '' : `?cursor=${cursor}`;
    const path = `/staff/automations/${automationId}/messages${query}`;
    const page: Page = taken<Page>(await house.call(path, { token }));
    for (const { couponId, messages } of page.items)
      for (const { channel, state } of messages) {
        if (channel !== 'subscribe') continue;
        if (state === 'sent') sent.push(couponId);
        else if (state === 'unknown') unknown.push(couponId);
      }
    counted = page.counts
      .filter(({ channel, state }) => channel === 'subscribe' && state === 'sent')
      .reduce((sum, { count }) => sum + count, 0);
    cursor = page.nextCursor;
  }
  return { sent, unknown, counted };
}

/** The coupons that WeChat delivered messages about, one for each message. */
export async function deliveredOn(phones: Reachable): Promise<string[]> {
  const { items } = (await phones.control('messages')) as { items: { page: string }[] };
  return items.flatMap(({ page }) => /coupons\/.*id=(\w+)/.exec(page)?.[1] ?? []);
}

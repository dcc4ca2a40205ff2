import type { AppointmentView, Page } from '@/api/types';

/** So many pages without a finished visit end the search: the client can ask for more. */
const MAX_EMPTY_PAGES = 5;

/** The next page of past visits that has a finished one; cancelled and missed ones are no care. */
export async function completedPage(
  load: (cursor?: string) => Promise<Page<AppointmentView>>,
  cursor?: string,
): Promise<Page<AppointmentView>> {
  let next = cursor;
  for (let page = 1; ; page += 1) {
    const answer = await load(next);
    const items = answer.items.filter((visit) => visit.state === 'completed');
    const more = answer.nextCursor ?? undefined;
    if (items.length > 0 || more === undefined || page >= MAX_EMPTY_PAGES) {
      return { items, nextCursor: more };
    }
    next = more;
  }
}

import { describe, expect, it } from '@jest/globals';
import type { AppointmentView, Page } from '@/api/types';
import { completedPage } from './completed-page';

const visit = (id: string, state: string) => ({ id, state }) as AppointmentView;

function aHistory(...pages: AppointmentView[][]) {
  const asked: (string | undefined)[] = [];
  const load = (cursor?: string): Promise<Page<AppointmentView>> => {
    asked.push(cursor);
    const at = Number(cursor ?? 0);
    const nextCursor = at + 1 < pages.length ? String(at + 1) : undefined;
    return Promise.resolve({ items: pages[at] ?? [], nextCursor });
  };
  return { load, asked };
}

describe('care records', () => {
  it('are finished visits only', async () => {
    const history = aHistory([visit('a', 'cancelled'), visit('b', 'completed')]);
    const page = await completedPage(history.load);
    expect(page.items.map(({ id }) => id)).toEqual(['b']);
  });

  it('look past a page of cancelled visits', async () => {
    const history = aHistory([visit('a', 'cancelled')], [visit('b', 'completed')], []);
    const page = await completedPage(history.load);
    expect(page.items.map(({ id }) => id)).toEqual(['b']);
    expect(page.nextCursor).toBe('2');
  });

  it('stop looking after a few empty pages and say where to go on', async () => {
    const history = aHistory(...Array.from({ length: 9 }, () => [visit('x', 'no_show')]));
    const page = await completedPage(history.load);
    expect(history.asked).toHaveLength(5);
    expect(page).toEqual({ items: [], nextCursor: '5' });
  });
});

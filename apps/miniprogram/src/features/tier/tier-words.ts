import { formatYuan } from '@yance/shared-types';
import type { MemberTierView } from '@/api/types';
import { monthDay } from '@/lib/time';

type Way = NonNullable<MemberTierView['next']>['ways'][number];

/** `2026年11月22日起，保留到 2027年11月22日` in a client's words. */
export function standingWords({ keptUntil }: MemberTierView, today: string): string {
  return keptUntil === null ? '长期有效' : `保留到 ${monthDay(keptUntil, today)}`;
}

/** How far along a way is, in percent; one top-up is all or nothing. */
export function progressPercent({ by, have, amount }: Way): number {
  if (by === 'top_up_once' || amount === 0) return 0;
  return Math.min(100, Math.floor((have / amount) * 100));
}

/** `已有 1,200 元 / 3,000 元`, `已有 3 次 / 8 次`; nothing for one top-up, which is all or nothing. */
export function haveWords({ by, have, amount }: Way): string {
  if (by === 'top_up_once') return '';
  const say = (n: number) => (by === 'visits' ? `${n} 次` : `${formatYuan(n)} 元`);
  return `已有 ${say(have)} / ${say(amount)}`;
}

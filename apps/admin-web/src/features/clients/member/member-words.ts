import type { ClientPoints, MemberTier } from '../../../shared/api/contract';

/** How long the tier is safe. */
export function standingWords({ tier, keptUntil }: Pick<MemberTier, 'tier' | 'keptUntil'>): string {
  if (!tier) return '还没有等级';
  return keptUntil === null ? '长期有效' : `保留到 ${keptUntil}`;
}

/** What lapses next: `其中 120 分 2026-12-31 到期`. */
export function lapsingWords({
  points,
  lapsing,
}: Pick<ClientPoints, 'points' | 'lapsing'>): string {
  if (!lapsing) return '';
  const which = lapsing.points === points ? '' : `其中 ${lapsing.points} 分 `;
  return `${which}${lapsing.lastDay} 到期`;
}

/** '+20', '-30' */
export const signed = (points: number): string => `${points > 0 ? '+' : ''}${points}`;

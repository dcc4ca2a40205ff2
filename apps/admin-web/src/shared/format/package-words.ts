import type { PackagePlan } from '../api/contract';

type Content = Pick<PackagePlan, 'kind' | 'usesPerDay'> & {
  readonly items: readonly Pick<
    PackagePlan['items'][number],
    'name' | 'sessions' | 'giftSessions'
  >[];
};

/** What is in a package plan, in words. */
export function contentWords({ kind, items, usesPerDay }: Content): string {
  return items
    .map(({ name, sessions, giftSessions }) => {
      if (kind === 'time')
        return usesPerDay === null ? `${name}不限次` : `${name}每天最多 ${usesPerDay} 次`;
      if (sessions === 0) return `赠送${name} ${giftSessions} 次`;
      return giftSessions > 0
        ? `${name} ${sessions} 次，另赠 ${giftSessions} 次`
        : `${name} ${sessions} 次`;
    })
    .join('；');
}

/** For how long it is good, in words. */
export const validityWords = ({ validDays }: Pick<PackagePlan, 'validDays'>): string =>
  validDays === null ? '不限期' : `${validDays} 天`;

import { PACKAGE_STATE_WORDS } from '@yance/shared-types';
import type { PackagePlanView, PackageView, SessionUseView } from '@/api/types';
import { daysBetween, monthDay } from '@/lib/time';

/** With so many days left, the end is said in days. */
const SOON_DAYS = 14;

type PlanItem = PackagePlanView['items'][number];

/** What one entitlement of a plan gives: '玻尿酸护理 10 次，另赠 2 次'; a card by time says how often a day. */
export function itemWords(
  { name, sessions, giftSessions }: Pick<PlanItem, 'name' | 'sessions' | 'giftSessions'>,
  { kind, usesPerDay }: Pick<PackagePlanView, 'kind' | 'usesPerDay'>,
): string {
  if (kind === 'time')
    return usesPerDay === null ? `${name}，期内不限次` : `${name}，每天最多 ${usesPerDay} 次`;
  return giftSessions > 0
    ? `${name} ${sessions} 次，另赠 ${giftSessions} 次`
    : `${name} ${sessions} 次`;
}

/** For how long, counted from the payment. */
export const validityWords = ({ validDays }: Pick<PackagePlanView, 'validDays'>): string =>
  validDays === null ? '不限期' : `付款之日起 ${validDays} 天`;

/** Where it can be used. */
export function placeWords(
  plan: Pick<PackagePlanView, 'validEverywhere' | 'stores'>,
  storeId?: string,
): string {
  if (plan.validEverywhere) return '所有门店通用';
  const stores = plan.stores.filter(({ id }) => storeId === undefined || id === storeId);
  const [only] = stores;
  return stores.length === 1 && only ? `仅限${only.name}` : '在哪家购买，就在哪家使用';
}

type Held = Pick<PackageView, 'items'>;

export const leftOf = ({ items }: Held): number => items.reduce((sum, { left }) => sum + left, 0);
export const totalOf = ({ items }: Held): number =>
  items.reduce((sum, { total }) => sum + total, 0);
export const reservedOf = ({ items }: Held): number =>
  items.reduce((sum, { reserved }) => sum + reserved, 0);

/** How much there is: '剩 9 / 12 次'; of a card by time the days. */
export function leftWords(
  pack: Pick<PackageView, 'kind' | 'items' | 'expiresOn' | 'state'>,
  today: string,
): string {
  if (pack.kind !== 'time') return `剩 ${leftOf(pack)} / ${totalOf(pack)} 次`;
  if (pack.state !== 'active' || pack.expiresOn === null || pack.expiresOn < today) return '已到期';
  return `剩 ${daysBetween(today, pack.expiresOn) + 1} 天`;
}

/** Until when, as one wants to hear it today. */
export function untilWords({ expiresOn }: Pick<PackageView, 'expiresOn'>, today: string): string {
  if (expiresOn === null) return '不限期';
  const left = daysBetween(today, expiresOn);
  if (left < 0) return `${monthDay(expiresOn, today)}已到期`;
  if (left === 0) return '今天到期';
  return left <= SOON_DAYS ? `还有 ${left} 天到期` : `${monthDay(expiresOn, today)}到期`;
}

export const isEndingSoon = (
  { expiresOn }: Pick<PackageView, 'expiresOn'>,
  today: string,
): boolean => {
  const left = expiresOn === null ? SOON_DAYS + 1 : daysBetween(today, expiresOn);
  return left >= 0 && left <= SOON_DAYS;
};

interface Mark {
  words: string;
  tone: 'amber' | 'quiet';
}

/** What is out of the ordinary about it; nothing where it can simply be used. */
export function markOf(
  pack: Pick<PackageView, 'state' | 'frozenOn' | 'pastDate' | 'kind' | 'items'>,
): Mark | undefined {
  if (pack.state !== 'active') return { words: PACKAGE_STATE_WORDS[pack.state], tone: 'quiet' };
  if (pack.frozenOn !== null) return { words: '已冻结', tone: 'amber' };
  if (pack.kind === 'time') return pack.pastDate ? { words: '已到期', tone: 'quiet' } : undefined;
  if (leftOf(pack) === 0) return { words: '已用完', tone: 'quiet' };
  return pack.pastDate ? { words: '已过期', tone: 'amber' } : undefined;
}

/** Whether it is still of use to her: what was paid for and is past its date is, too. */
export const isInUse = (
  pack: Pick<PackageView, 'state' | 'kind' | 'items' | 'pastDate'>,
): boolean => pack.state === 'active' && (pack.kind === 'time' ? !pack.pastDate : leftOf(pack) > 0);

/** What became of a use, and how she agreed. */
export function useWords({
  state,
  disputedAt,
  consent,
  slipNo,
}: Pick<SessionUseView, 'state' | 'disputedAt' | 'consent' | 'slipNo'>): string {
  if (state === 'reversed') return '已退回';
  if (disputedAt !== null) return '已提出异议';
  if (consent === 'pending') return '待您确认';
  if (consent === 'slip') return `签字单 ${slipNo ?? ''}`.trim();
  return consent === 'tap' ? '您已确认' : '您出示的会员码';
}

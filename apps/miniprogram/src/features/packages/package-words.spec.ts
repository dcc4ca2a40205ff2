import { describe, expect, it } from '@jest/globals';
import type { PackageView } from '@/api/types';
import {
  isEndingSoon,
  isInUse,
  itemWords,
  leftWords,
  markOf,
  placeWords,
  untilWords,
  useWords,
} from './package-words';

const TODAY = '2026-11-22';
type Held = Parameters<typeof markOf>[0] & Parameters<typeof leftWords>[0];
const held = (change: Partial<Held> = {}, left = 9): Held => ({
  ...{ kind: 'fixed', state: 'active', frozenOn: null, pastDate: false, expiresOn: '2027-03-01' },
  items: [{ id: 'i', name: '护理', services: [], total: 12, left, reserved: 1, giftsLeft: 0 }],
  ...change,
});

describe('a plan', () => {
  it('says its sessions and gifts, a card by time how often a day', () => {
    const item = { name: '补水', sessions: 10, giftSessions: 2 };
    const of = (kind: PackageView['kind'], usesPerDay: number | null) =>
      itemWords(item, { kind, usesPerDay });
    expect([of('fixed', null), of('time', 1), of('time', null)]).toEqual([
      ...['补水 10 次，另赠 2 次', '补水，每天最多 1 次', '补水，期内不限次'],
    ]);
    expect(itemWords({ ...item, giftSessions: 0 }, { kind: 'pick', usesPerDay: null })).toBe(
      '补水 10 次',
    );
  });

  it('says where it is good', () => {
    const stores = [
      { id: 'a', name: '武康' },
      { id: 'b', name: '滨江' },
    ];
    expect(placeWords({ validEverywhere: true, stores })).toBe('所有门店通用');
    expect(placeWords({ validEverywhere: false, stores }, 'b')).toBe('仅限滨江');
    expect(placeWords({ validEverywhere: false, stores })).toContain('在哪家购买');
  });
});

describe('a package', () => {
  it('says what is left: sessions, or days of a card by time, today among them', () => {
    expect(leftWords(held(), TODAY)).toBe('剩 9 / 12 次');
    expect(leftWords(held({ kind: 'time', expiresOn: TODAY }), TODAY)).toBe('剩 1 天');
    expect(leftWords(held({ kind: 'time', expiresOn: '2026-11-21' }), TODAY)).toBe('已到期');
  });

  it('says its end in days when it is near, and that it has none', () => {
    const until = (expiresOn: string | null) => untilWords({ expiresOn }, TODAY);
    expect([until(null), until(TODAY), until('2026-11-25'), until('2026-11-20')]).toEqual([
      ...['不限期', '今天到期', '还有 3 天到期', '11月20日已到期'],
    ]);
    expect([isEndingSoon({ expiresOn: '2026-12-06' }, TODAY)]).toEqual([true]);
    expect([isEndingSoon({ expiresOn: '2026-12-07' }, TODAY)]).toEqual([false]);
  });

  it('is marked when it rests, is used up, is past its date or is no more', () => {
    const words = (change: Partial<Held>, left?: number) => markOf(held(change, left))?.words;
    expect([
      ...[words({}), words({ frozenOn: TODAY }), words({}, 0), words({ pastDate: true })],
      ...[words({ state: 'refunded' }), words({ kind: 'time', pastDate: true }, 0)],
    ]).toEqual([undefined, '已冻结', '已用完', '已过期', '已退卡', '已到期']);
  });

  it('stays among those in use while something that was paid for is left', () => {
    expect([isInUse(held()), isInUse(held({ pastDate: true }))]).toEqual([true, true]);
    expect([isInUse(held({}, 0)), isInUse(held({ state: 'converted' }))]).toEqual([false, false]);
    expect(isInUse(held({ kind: 'time', pastDate: true }, 0))).toBe(false);
  });
});

describe('a use', () => {
  it('says whether it waits for her, how she agreed, and what became of it', () => {
    const use = { state: 'done', disputedAt: null, consent: 'pending', slipNo: null } as const;
    expect([
      useWords(use),
      useWords({ ...use, consent: 'tap' }),
      useWords({ ...use, consent: 'slip', slipNo: 'QZ-8' }),
      useWords({ ...use, disputedAt: '2026-11-22T10:00:00+08:00' }),
      useWords({ ...use, state: 'reversed' }),
    ]).toEqual(['待您确认', '您已确认', '签字单 QZ-8', '已提出异议', '已退回']);
  });
});

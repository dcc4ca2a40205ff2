import { describe, expect, it } from '@jest/globals';
import type { PackageView } from '@/api/types';
import { sessionOffers } from './sessions';

const AT = { storeId: 'here', date: '2026-11-25' };
const pack = (
  id: string,
  change: Partial<PackageView> = {},
  left = 3,
  reserved = 0,
): PackageView => ({
  ...{ id, name: `卡 ${id}`, kind: 'fixed', state: 'active', storeId: 'here', storeName: '' },
  ...{ validEverywhere: true, priceFen: 1, paidOn: '2026-01-01', expiresOn: null },
  ...{ pastDate: false, frozenOn: null, usesPerDay: null, refundTerms: '', contractId: null },
  items: [
    {
      ...{ id: `${id}-item`, name: '', total: 10, left, reserved, giftsLeft: 0 },
      services: [
        { id: 'facial', name: '面部' },
        { id: 'eyes', name: '眼部' },
      ],
    },
  ],
  ...change,
});
const offered = (packages: PackageView[], services = ['facial']) =>
  [
    ...sessionOffers(
      packages,
      services.map((id) => ({ id })),
      AT,
    ),
  ].map(([service, offer]) => [...[service, offer.itemId, offer.leftAfter]]);

describe('the sessions of a visit', () => {
  it('are taken of the package that ends first, then of the oldest', () => {
    const [open, soon] = [pack('a'), pack('b', { expiresOn: '2026-12-01' })];
    expect(offered([open, soon])).toEqual([['facial', 'b-item', 2]]);
    const older = pack('c', { paidOn: '2025-01-01' });
    expect(offered([open, older])).toEqual([['facial', 'c-item', 2]]);
  });

  it('are each offered once, those that wait for other visits not at all', () => {
    const one = pack('a', {}, 2, 1);
    expect(offered([one], ['facial', 'eyes'])).toEqual([['facial', 'a-item', 0]]);
    expect(offered([pack('a', {}, 1, 1)])).toEqual([]);
  });

  it('are not offered of what rests, has ended by then, or is good elsewhere', () => {
    expect(offered([pack('a', { frozenOn: '2026-11-01' })])).toEqual([]);
    expect(offered([pack('a', { expiresOn: '2026-11-24' })])).toEqual([]);
    expect(offered([pack('a', { validEverywhere: false, storeId: 'there' })])).toEqual([]);
    expect(offered([pack('a', { state: 'refunded' })])).toEqual([]);
    expect(offered([pack('a')], ['nails'])).toEqual([]);
  });

  it('of a card by time have no number, and as many as a day allows', () => {
    const card = pack('t', { kind: 'time', usesPerDay: 1 }, 0);
    expect(offered([card], ['facial', 'eyes'])).toEqual([['facial', 't-item', null]]);
    expect(offered([pack('t', { kind: 'time' }, 0)], ['facial', 'eyes'])).toHaveLength(2);
  });
});

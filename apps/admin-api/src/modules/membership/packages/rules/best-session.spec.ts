import { describe, expect, it } from '@jest/globals';
import type { Package, PackageItem } from '../data/packages.js';
import { AUTO, candidatesFor, freePlace } from './best-session.js';

const anItem = (id: string, serviceIds: readonly string[]): PackageItem => ({
  ...{ id, packageId: id, seq: 0, name: '护理', sessions: 10, giftSessions: 0 },
  ...{ listPriceFen: 100, paidFen: 1000, lotId: 1, sharedThrough: null, serviceIds },
});

const aPackage = (id: string, change: Partial<Package> = {}): Package => ({
  ...{ id, customerId: 'C', storeId: 'HERE', planId: 'P', kind: 'fixed', name: '卡' },
  ...{ priceFen: 1000, paidFen: 1000, listPriceFen: 1000, validDays: null, usesPerDay: null },
  ...{ validEverywhere: true, refundTerms: '可退', ownReasonBasis: 'list_price', renewal: false },
  ...{ tender: 'cash', tenderReference: null, orderNo: null, state: 'active' },
  ...{ paidOn: '2026-01-01', expiresOn: null, frozenOn: null, txId: 1, entryNo: 'E' },
  ...{
    reverseTxId: null,
    reverseReason: null,
    convertedFrom: null,
    billId: null,
    billLine: null,
    byKind: 'staff',
    byId: 'S',
  },
  ...{ byName: '前台', createdAt: new Date(0), settledAt: new Date(0), version: 1 },
  items: [anItem(id, ['FACE'])],
  ...change,
});

const wish = { serviceId: 'FACE', storeId: 'HERE', day: '2026-06-01', useSession: AUTO };
const ids = (packs: readonly Package[], change = {}) =>
  candidatesFor(packs, { ...wish, ...change }).map(({ item }) => item.id);

describe('the session for a service', () => {
  it('is of the package that expires first, then of the oldest, at last of one without a date', () => {
    const packs = [
      aPackage('A'),
      aPackage('B', { expiresOn: '2026-12-31' }),
      aPackage('C', { expiresOn: '2026-07-01', paidOn: '2026-03-01' }),
      aPackage('D', { expiresOn: '2026-07-01', paidOn: '2026-02-01' }),
    ];
    expect(ids(packs)).toEqual(['D', 'C', 'B', 'A']);
    expect(ids(packs, { useSession: 'B' })).toEqual(['B']);
  });

  it('is of none that rests, is past its date on the day of the visit, or is good elsewhere only', () => {
    const packs = [
      aPackage('A', { frozenOn: '2026-05-01' }),
      aPackage('B', { expiresOn: '2026-05-31' }),
      aPackage('C', { validEverywhere: false, storeId: 'THERE' }),
      aPackage('D', { state: 'refunded' }),
      aPackage('E', { items: [anItem('E', ['HAIR'])] }),
    ];
    expect(ids(packs)).toEqual([]);
  });
});

it('a day of a card by time has so many places', () => {
  expect(freePlace(new Set(), 2)).toBe(1);
  expect(freePlace(new Set([1]), 2)).toBe(2);
  expect(freePlace(new Set([1, 2]), 2)).toBeUndefined();
  expect(freePlace(new Set([1, 2]), null)).toBeNull();
});

import { describe, expect, it } from '@jest/globals';
import { storeErrors, type StoreDraft } from './store-draft.js';

const aStore = (change: Partial<StoreDraft> = {}): StoreDraft => ({
  name: '测试店',
  shortName: '测试',
  address: '上海市测试路 1 号',
  phone: '021-55550000',
  latitude: 31.2,
  longitude: 121.4,
  timeZone: 'Asia/Shanghai',
  settings: {
    slotStepMinutes: 15,
    leadMinutes: 60,
    horizonDays: 30,
    maxWaitMinutes: 15,
    maxOpenVisits: 10,
    phoneRequired: true,
    freeCancelHours: 4,
  },
  hours: [{ weekday: 1, opensMinute: 600, closesMinute: 1320 }],
  closures: [],
  ...change,
});

const fields = (store: StoreDraft): string[] => storeErrors(store).map((error) => error.field);

describe('storeErrors', () => {
  it('has nothing against a complete store', () => {
    expect(fields(aStore())).toEqual([]);
  });

  it('takes hours that pass midnight', () => {
    expect(
      fields(aStore({ hours: [{ weekday: 5, opensMinute: 720, closesMinute: 1560 }] })),
    ).toEqual([]);
  });

  it.each([
    [
      'hours.0.closesMinute',
      aStore({ hours: [{ weekday: 1, opensMinute: 600, closesMinute: 600 }] }),
    ],
    [
      'hours.0.opensMinute',
      aStore({ hours: [{ weekday: 1, opensMinute: 601, closesMinute: 1320 }] }),
    ],
    ['hours.0.weekday', aStore({ hours: [{ weekday: 0, opensMinute: 600, closesMinute: 1320 }] })],
    ['timeZone', aStore({ timeZone: 'Mars/Olympus' })],
    ['phone', aStore({ phone: '前台' })],
    [
      'settings.slotStepMinutes',
      aStore({ settings: { ...aStore().settings, slotStepMinutes: 35 } }),
    ],
    [
      'settings.slotStepMinutes',
      aStore({ settings: { ...aStore().settings, slotStepMinutes: 7 } }),
    ],
  ])('names %s when it does not hold', (field, store) => {
    expect(fields(store)).toEqual([field]);
  });

  it('refuses two sets of hours for one weekday', () => {
    const twice = { weekday: 1, opensMinute: 600, closesMinute: 1320 };
    expect(fields(aStore({ hours: [twice, twice] }))).toEqual(['hours.1.weekday']);
  });
});

import { describe, expect, it } from '@jest/globals';
import {
  durationMinutes,
  serviceErrors,
  type ServiceDraft,
  type ServiceSegment,
} from './service-definition.js';

const handsOn = (change: Partial<ServiceSegment> = {}): ServiceSegment => ({
  kind: 'hands_on',
  minutes: 30,
  label: '上色',
  position: 'colourist',
  skillId: null,
  roomKind: 'hair',
  deviceKind: null,
  keepsRoom: false,
  ...change,
});

const processing = (change: Partial<ServiceSegment> = {}): ServiceSegment => ({
  kind: 'processing',
  minutes: 40,
  label: '停留',
  position: null,
  skillId: null,
  roomKind: null,
  deviceKind: null,
  keepsRoom: true,
  ...change,
});

const aService = (change: Partial<ServiceDraft> = {}): ServiceDraft => ({
  categoryId: '01J0000000000000000000000A',
  name: '染发',
  description: '染发',
  priceFen: 68_000,
  memberPriceFen: 61_200,
  onlineBookable: true,
  confirmPolicy: 'auto',
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 10,
  sort: 1,
  imageUrl: null,
  segments: [handsOn(), processing(), handsOn({ label: '冲洗', position: 'assistant' })],
  gradePrices: [],
  storeIds: ['01J0000000000000000000000B'],
  ...change,
});

const fields = (service: ServiceDraft): string[] =>
  serviceErrors(service).map((error) => error.field);

describe('serviceErrors', () => {
  it('has nothing against hands-on, processing, hands-on', () => {
    expect(fields(aService())).toEqual([]);
  });

  it('asks for at least one hands-on segment', () => {
    expect(fields(aService({ segments: [] }))).toEqual(['segments']);
    expect(fields(aService({ segments: [processing()] }))).toEqual(['segments']);
  });

  it.each([
    ['first', [processing(), handsOn()]],
    ['last', [handsOn(), processing()]],
    ['twice in a row', [handsOn(), processing(), processing(), handsOn()]],
  ])('refuses processing that comes %s', (_where, segments) => {
    expect(fields(aService({ segments }))).toEqual(['segments']);
  });

  it.each([0, 7, 12.5, 485])('refuses a segment of %d minutes', (minutes) => {
    expect(fields(aService({ segments: [handsOn({ minutes })] }))).toEqual(['segments.0.minutes']);
  });

  it('asks who does a hands-on segment', () => {
    expect(fields(aService({ segments: [handsOn({ position: null })] }))).toEqual([
      'segments.0.position',
    ]);
  });

  it('takes no person and no place of its own while processing', () => {
    const segments = [handsOn(), processing({ position: 'stylist', roomKind: 'hair' }), handsOn()];
    expect(fields(aService({ segments }))).toEqual(['segments.1.position', 'segments.1.roomKind']);
  });

  it('refuses a member price above the price', () => {
    expect(fields(aService({ memberPriceFen: 68_001 }))).toEqual(['memberPriceFen']);
  });

  it('refuses a fraction of a fen', () => {
    expect(fields(aService({ priceFen: 68_000.5, memberPriceFen: null }))).toEqual(['priceFen']);
  });

  it('refuses buffers that do not fit the five-minute grid', () => {
    expect(fields(aService({ bufferAfterMinutes: 8 }))).toEqual(['bufferAfterMinutes']);
  });

  it('refuses two prices for one grade', () => {
    const price = { grade: 'senior', priceFen: 100 } as const;
    expect(fields(aService({ gradePrices: [price, price] }))).toEqual(['gradePrices.1.grade']);
  });

  it('refuses a service longer than twelve hours', () => {
    expect(
      fields(aService({ segments: [handsOn({ minutes: 480 }), handsOn({ minutes: 300 })] })),
    ).toEqual(['segments']);
  });
});

describe('durationMinutes', () => {
  it('is what the client sits through, buffers not counted', () => {
    expect(durationMinutes(aService().segments)).toBe(100);
  });
});

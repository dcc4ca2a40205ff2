import { describe, expect, it } from '@jest/globals';
import { plainToInstance } from 'class-transformer';
import { IsInt, IsString, Max, MaxLength, Min, validateSync } from 'class-validator';
import { fieldErrors } from '../errors/index.js';
import { CleanText } from './clean-text.js';
import { IsInstant, IsLocalDate } from './validators.js';

class Sample {
  @IsInstant()
  at: unknown;

  @IsLocalDate()
  on: unknown;

  @IsString()
  @MaxLength(5)
  text: unknown;

  @IsInt()
  @Min(1)
  @Max(9)
  count: unknown;
}

const GOOD = { at: '2026-11-22T10:00:00+08:00', on: '2026-11-22', text: '补水', count: 3 };

const complaints = (change: object): Record<string, string> =>
  Object.fromEntries(
    fieldErrors(validateSync(plainToInstance(Sample, { ...GOOD, ...change }))).map((error) => [
      error.field,
      error.message,
    ]),
  );

describe('an instant', () => {
  it.each(['2026-11-22T10:00:00+08:00', '2026-11-22T02:00Z', '2026-11-22T10:00:00.5-12:00'])(
    'is taken as RFC 3339 writes it: %s',
    (at) => expect(complaints({ at })).toEqual({}),
  );

  it.each([
    '2026-11-22T10:00:00',
    '2026-11-22T10:00:00+24:00',
    '2026-11-22T10:00:00+08:60',
    '2026-11-22T10:00:00+99:99',
    '2026-11-22T24:00:00+08:00',
    '2026-11-22T10:60:00+08:00',
    '2026-02-30T10:00:00+08:00',
    '9999-12-31T23:59:59Z',
    1_795_000_000,
  ])('that no clock shows is refused: %s', (at) => {
    expect(complaints({ at })).toEqual({ at: '不是有效的时间' });
  });
});

describe('a date', () => {
  it.each(['2026-02-29', '2026-13-01', '2026-1-1', '0001-01-01'])('is refused: %s', (on) => {
    expect(complaints({ on })).toEqual({ on: '不是有效的日期' });
  });
});

describe('what is wrong with a field', () => {
  it.each([
    ['nothing was given', { text: undefined }, { text: '不能为空' }],
    ['null was given', { count: null }, { count: '不能为空' }],
    ['another type was given', { text: 5 }, { text: '应为文字' }],
    ['a text stands for a number', { count: '三' }, { count: '应为整数' }],
    ['it is too long', { text: '一二三四五六' }, { text: '内容太长' }],
    ['it is too large', { count: 10 }, { count: '数值太大' }],
    ['it is too small', { count: 0 }, { count: '数值太小' }],
  ])('is told truly when %s', (_what, change, told) => {
    expect(complaints(change)).toEqual(told);
  });
});

describe('free text', () => {
  class Note {
    @CleanText()
    text: unknown;
  }

  it.each([
    ['\u0000补\u202E水\u200B\uD800', '补水'],
    ['第一行\n第二行\t末', '第一行\n第二行\t末'],
    ['👩‍🦰 爱心', '👩‍🦰 爱心'],
    [5, 5],
  ])('loses what cannot be seen and nothing else: %j', (typed, kept) => {
    expect(plainToInstance(Note, { text: typed }).text).toBe(kept);
  });
});

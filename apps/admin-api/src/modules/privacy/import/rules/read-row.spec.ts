import { describe, expect, it } from '@jest/globals';
import type { Cell } from '../reading/cells.js';
import { guessMapping, tableOf } from './headings.js';
import { readRow } from './read-row.js';

const TODAY = '2026-11-22';
const HEADINGS = ['姓名', '手机号 *', '生日', '性别', '来源', '建档日期', '备注'];
const MAPPING = guessMapping(HEADINGS);
const read = (...cells: Cell[]) => readRow(cells, MAPPING, TODAY);
const birthday = (text: string) => read('李娜', '', text).draft?.birthday;
const faults = (...cells: Cell[]) => read(...cells).faults.map(({ field }) => field);

describe('headings', () => {
  it('tell the fields whatever stands around them, and the second phone is another phone', () => {
    expect(MAPPING).toEqual({
      ...{
        0: 'name',
        1: 'phone',
        2: 'birthday',
        3: 'gender',
        4: 'source',
        5: 'createdOn',
        6: 'note',
      },
    });
    expect(guessMapping(['客户姓名（必填）', '手机', '电话', '口味'])).toEqual({
      ...{ 0: 'name', 1: 'phone', 2: 'otherPhone' },
    });
  });

  it('are found below a title', () => {
    const lines = [['老顾客资料', ''], [''], ['姓名', '手机'], ['李娜', '13800000000']];
    const table = tableOf(lines.map((cells, at) => ({ no: at + 1, cells })));
    expect(table.headings).toEqual(['姓名', '手机']);
    expect(table.rows.map(({ no }) => no)).toEqual([4]);
  });
});

describe('a row', () => {
  it('is a client with what was written down', () => {
    expect(
      read(' 李　娜 ', '+86 138-1234-5678', '1990/5/12', '女', '老客介绍', '2020年3月5日', '怕吵')
        .draft,
    ).toEqual({
      ...{ name: '李 娜', phone: '13812345678', gender: 'female', source: 'referral' },
      birthday: { birthday: '1990-05-12', birthdayCalendar: 'solar', birthdayLeapMonth: false },
      ...{ createdOn: '2020-03-05', note: '怕吵' },
    });
    expect(read('李娜').draft).toEqual({ name: '李娜' });
  });

  it.each([
    ['1990-05-12', '1990-05-12'],
    ['1990.5.12', '1990-05-12'],
    ['19900512', '1990-05-12'],
    ['33005', '1990-05-12'],
    ['1990-05-12 00:00:00', '1990-05-12'],
    ['5月12日', '--05-12'],
    ['05-12', '--05-12'],
  ])('reads the birthday %s', (text, expected) =>
    expect(birthday(text)).toMatchObject({ birthday: expected, birthdayCalendar: 'solar' }),
  );

  it.each([
    ['农历八月十五', '--08-15', false],
    ['八月十五', '--08-15', false],
    ['农历1990-08-15', '1990-08-15', false],
    ['腊月廿三', '--12-23', false],
    ['正月初一', '--01-01', false],
    ['阴历 1990年闰五月初三', '1990-05-03', true],
  ])('reads the lunar birthday %s', (text, expected, leap) =>
    expect(birthday(text)).toEqual({
      ...{ birthday: expected, birthdayCalendar: 'lunar', birthdayLeapMonth: leap },
    }),
  );

  it.each(['1990-02-30', '2031-01-01', '5/12/1990', '九零年', '90-5-12', '1890-01-01', '99999999'])(
    'names the birthday %s',
    (text) => expect(faults('李娜', '', text)).toEqual(['birthday']),
  );

  it.each(['1.38E+10', '138123456', '12345678901', '13812345678,13912345678', '无'])(
    'names the phone %s',
    (text) => expect(faults('李娜', text)).toEqual(['phone']),
  );

  it.each(['1.3812345678E+10', '13812345678.0', '１３８１２３４５６７８', '0086 13812345678'])(
    'reads the phone %s',
    (text) => expect(read('李娜', text).draft?.phone).toBe('13812345678'),
  );

  it.each(['#REF!', '＃ｎ／ａ', '#name?', '=HYPERLINK("http://x","点我")', ' ＝SUM(A1)'])(
    'names a cell that a spreadsheet left, whatever the column: %s',
    (text) => {
      const columns = { 0: 'name', 1: 'source', 2: 'occupation', 3: 'wechatName' } as const;
      const more = { 4: 'address', 5: 'note', 6: 'ownNo', 7: 'phone', 8: 'principal' } as const;
      const mapping = { ...columns, ...more };
      const { faults: named } = readRow(Array<Cell>(9).fill(text), mapping, TODAY);
      expect(named.map(({ field }) => field)).toEqual(Object.values(mapping));
      for (const { reason } of named) expect(reason).toMatch(/^(?:公式出错|是公式)/);
    },
  );

  it('takes a long number of a card for the salon’s own, and none of the system’s', () => {
    const card = (text: string) => readRow(['李娜', text], { 0: 'name', 1: 'ownNo' }, TODAY);
    expect(card('6222 0200 1234 5678').draft?.ownNo).toBe('6222020012345678');
    for (const text of ['YC000002', 'yc 77'])
      expect(card(text).faults).toMatchObject([{ field: 'ownNo', column: 1 }]);
  });

  it('takes what only looks like one', () => {
    const note = '身高=165，#3 号柜';
    expect(read('小美#2', '', '', '', '', '', note).draft).toMatchObject({ name: '小美#2', note });
    expect(faults('@小美')).toEqual(['name']);
    expect(faults('+1')).toEqual(['name']);
  });

  it('names every bad cell of it, with its column and a value that shows no phone', () => {
    const { draft, faults: named } = read('', '138123456789', '昨天', 'x', '', '2099-01-01', {
      flaw: 'merged',
    });
    expect(draft).toBeNull();
    expect(named.map(({ column }) => column)).toEqual([0, 1, 2, 3, 5, 6]);
    expect(named[1]?.value).toBe('********6789');
  });
});

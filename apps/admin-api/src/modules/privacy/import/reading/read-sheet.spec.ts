import { describe, expect, it } from '@jest/globals';
import { aWorkbook, aZip, workbookParts } from '../testing/a-workbook.js';
import { SHEET_LIMITS, UnreadableSheet, type SheetFault } from './cells.js';
import { readSheet } from './read-sheet.js';

const textRows = async (bytes: Buffer | string) =>
  (await readSheet(Buffer.from(bytes))).rows.map(({ no, cells }) => [no, ...cells]);
const faultOf = async (bytes: Buffer): Promise<SheetFault | undefined> => {
  try {
    await readSheet(bytes);
    return undefined;
  } catch (error) {
    if (error instanceof UnreadableSheet) return error.fault;
    throw error;
  }
};
/** 姓名,电话 / 李娜,13800000000 in GB 18030. */
const GBK = Buffer.from('d0d5c3fb2cb5e7bbb00d0ac0eec4c82c3133383030303030303030', 'hex');

describe('a table of text', () => {
  it('is read with quotes, marks and line ends inside of cells, and keeps the numbers of its lines', async () => {
    expect(await textRows('姓名,备注\r\n"李,娜","说 ""安静""\n的"\r\n\r\n王芳,x')).toEqual([
      [1, '姓名', '备注'],
      [2, '李,娜', '说 "安静"\n的'],
      [4, '王芳', 'x'],
    ]);
  });

  it('is the same in UTF-8 with and without its mark, UTF-16 and GB 18030', async () => {
    const rows = [
      [1, '姓名', '电话'],
      [2, '李娜', '13800000000'],
    ];
    const text = '姓名,电话\r\n李娜,13800000000';
    const utf16 = Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from(text, 'utf16le')]);
    for (const bytes of [Buffer.from(text), Buffer.from(`\uFEFF${text}`), utf16, GBK])
      expect(await textRows(bytes)).toEqual(rows);
  });

  it('may part its cells by tabs, and keeps digits that were written as a formula of text', async () => {
    expect(await textRows('姓名\t电话\n李娜\t="013800000000"')).toEqual([
      [1, '姓名', '电话'],
      [2, '李娜', '013800000000'],
    ]);
  });

  it('is none where a quote never ends, where it holds bytes of no text, or nothing', async () => {
    expect(await faultOf(Buffer.from('姓名\n"李娜'))).toBe('broken');
    expect(await faultOf(Buffer.from('a\u0000b,c'))).toBe('not_a_table');
    expect(await faultOf(Buffer.from(' \n , \n'))).toBe('empty');
  });
});

describe('a workbook', () => {
  it('gives texts, whole numbers, days and the values of formulas', async () => {
    const bytes = aWorkbook([
      ['姓名', '电话', '生日', '来源'],
      ['李娜', 13_812_345_678, { day: 33_005 }, { formula: 'A1', value: '抖音' }],
    ]);
    expect(await textRows(bytes)).toEqual([
      [1, '姓名', '电话', '生日', '来源'],
      [2, '李娜', '13812345678', '1990-05-12', '抖音'],
    ]);
  });

  it('names formulas without a value, errors, and cells that a merged one swallowed', async () => {
    const bytes = aWorkbook(
      [
        ['a', 'b', 'c'],
        [{ formula: 'B1' }, { error: '#REF!' }, 'x'],
        ['y', 'z', 'w'],
      ],
      {
        merged: ['A3:B3'],
      },
    );
    expect((await textRows(bytes)).slice(1)).toEqual([
      [2, { flaw: 'formula_empty' }, { flaw: 'formula_error' }, 'x'],
      [3, 'y', { flaw: 'merged' }, 'w'],
    ]);
  });

  it('is refused when it unpacks to more than may be read, whatever it says of its size', async () => {
    const parts = workbookParts([['姓名'], ['李娜']]);
    const huge = Buffer.alloc(SHEET_LIMITS.unpackedBytes + 1, 0x20);
    const others = parts.filter(({ name }) => !name.endsWith('sheet1.xml'));
    const name = 'xl/worksheets/sheet1.xml';
    expect(await faultOf(aZip([...others, { name, bytes: huge }]))).toBe('too_large');
    expect(await faultOf(aZip([...others, { name, bytes: huge, saysBytes: 10 }]))).toBe('broken');
    const many = Array.from({ length: SHEET_LIMITS.entries + 1 }, (_, at) => ({
      ...{ name: `x${at}`, bytes: Buffer.of(1) },
    }));
    expect(await faultOf(aZip(many))).toBe('too_large');
  });

  it('is refused with a document type, so that no entity of it is ever read', async () => {
    const head = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>';
    expect(await faultOf(aWorkbook([['姓名'], ['李娜']], { head }))).toBe('doctype');
  });

  it('is refused when it is broken, older than 2007 or no workbook', async () => {
    expect(await faultOf(aWorkbook([['姓名'], ['李娜']]).subarray(0, 300))).toBe('broken');
    expect(await faultOf(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toBe('old_workbook');
    expect(await faultOf(aZip([{ name: 'a.txt', bytes: Buffer.from('a') }]))).toBe('not_a_table');
  });
});

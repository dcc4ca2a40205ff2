import { aWorkbook } from '../../src/modules/privacy/import/testing/a-workbook.js';
import type { Desk } from './desk.js';

/** A file as an old system gives it: two that are sound, one twice, one with a wrong phone and one that is merged. */
export function anOldFile(phones: readonly [string, string]): Buffer {
  return aWorkbook(
    [
      ['顾客资料表'],
      ['客户姓名', '联系电话', '出生日期', '口味', '备注'],
      ['段清秋', phones[0], { day: 32_874 }, '淡', '喜欢靠窗'],
      ['叶知夏', Number(phones[1]), '农历八月初三', '', ''],
      ['段清秋', phones[0], '', '', ''],
      ['骆小满', '1.38E+10', '1990-02-30', '', ''],
      ['季春晓', '', '', '', '上下两行合并'],
      ['季夏至', '', '', '', ''],
    ],
    { merged: ['A1:E1', 'E7:E8'] },
  );
}

/** Sends a file on the page of imports and waits until its columns are asked for. */
export async function sendFile(desk: Desk, name: string, bytes: Buffer): Promise<void> {
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  await desk.page.locator('input[type="file"]').setInputFiles({ name, mimeType, buffer: bytes });
  await desk.at('import-columns').waitFor();
}

/** The numbers above a step, by what they count. */
export const countsOf = async (desk: Desk): Promise<string[]> =>
  (await desk.at('import-counts').innerText()).split(/\s+/);

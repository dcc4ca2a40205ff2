import type { MadeCell } from '../../../src/modules/privacy/import/testing/a-workbook.js';

/** Numbers that are the same each time for the same seed (mulberry32). */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) % sides;
  };
}

const HEADINGS = [
  '姓名（必填）',
  '手机号',
  '生日',
  '性别',
  '来源',
  '建档日期',
  '备注',
  '旧系统编号',
];
const SURNAMES = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗'];
const GIVEN = [...'娜芳敏静丽艳娟霞秀燕玲桂洁梅倩雪怡欣'];
const FIRST_ROW = 3;

type Spoil = (cells: MadeCell[], pick: (sides: number) => number) => number;

/** Ways in which a cell goes wrong in real files; each says which column it spoiled. */
const SPOILS: readonly Spoil[] = [
  (cells) => ((cells[0] = ''), 0),
  (cells) => ((cells[0] = '王'.repeat(31)), 0),
  (cells) => ((cells[1] = '1.38E+10'), 1),
  (cells) => ((cells[1] = '无手机'), 1),
  (cells) => ((cells[1] = '1381234567'), 1),
  (cells) => ((cells[1] = '13812345678/13912345678'), 1),
  (cells) => ((cells[2] = '1990-02-30'), 2),
  (cells) => ((cells[2] = '5/12/1990'), 2),
  (cells) => ((cells[2] = '去年'), 2),
  (cells) => ((cells[2] = '农历 13-01'), 2),
  (cells, pick) => ((cells[3] = ['不男不女', '2', 'x'][pick(3)] ?? 'x'), 3),
  (cells) => ((cells[5] = '2099-01-01'), 5),
  (cells) => ((cells[5] = '03-05'), 5),
  (cells) => ((cells[6] = '备'.repeat(1001)), 6),
  (cells) => ((cells[0] = '=HYPERLINK("http://x","点我")'), 0),
  (cells, pick) => ((cells[0] = ['#REF!', '#N/A', '＃ｎ／ａ', '@小美'][pick(4)] ?? ''), 0),
  (cells) => ((cells[1] = '#VALUE!'), 1),
  (cells) => ((cells[4] = '#NAME?'), 4),
  (cells, pick) => ((cells[6] = ['=SUM(A1:A9)', '#DIV/0!', ' ＝A1'][pick(3)] ?? ''), 6),
];

/** Ways that only a workbook knows. */
const WORKBOOK_SPOILS: readonly Spoil[] = [
  (cells) => ((cells[2] = { formula: 'TODAY()-A1' }), 2),
  (cells) => ((cells[1] = { error: '#N/A' }), 1),
];

/** Right ways to write the same things. */
const birthdays: readonly ((pick: (sides: number) => number) => MadeCell)[] = [
  (pick) => `19${60 + pick(40)}-0${1 + pick(9)}-1${pick(9)}`,
  (pick) => `19${60 + pick(40)}/${1 + pick(12)}/${1 + pick(28)}`,
  (pick) => `19${60 + pick(40)}年${1 + pick(12)}月${1 + pick(28)}日`,
  (pick) => `${1 + pick(12)}月${1 + pick(28)}日`,
  (pick) => `农历${'正二三四五六七八九十冬腊'[pick(12)]}月初${'一二三四五六七八九'[pick(9)]}`,
  (pick) => `${25_000 + pick(10_000)}`,
  () => '',
];
const phones: readonly ((digits: string) => MadeCell)[] = [
  (digits) => digits,
  (digits) => `${digits.slice(0, 3)}-${digits.slice(3, 7)}-${digits.slice(7)}`,
  (digits) => `+86 ${digits}`,
  (digits) => `${digits[0]}.${digits.slice(1)}E+10`,
];

/** A file with what is wrong in it: cells by row number and column, and rows whose client is there twice. */
export interface MessyFile {
  readonly rows: MadeCell[][];
  /** `row.column`, sorted by row and column. */
  readonly bad: string[];
  /** Row numbers. */
  readonly twice: number[];
  /** Ranges of a workbook. */
  readonly merged: string[];
}

/**
 * Makes a file as old systems write them: a title above the headings, every way to write a day or a phone, and here
 * and there a cell that is wrong.
 */
export function aMessyFile(count: number, seed: number, { workbook = false } = {}): MessyFile {
  const pick = dice(seed);
  const rows: MadeCell[][] = [['老顾客资料表'], HEADINGS];
  const bad: string[] = [];
  const twice: number[] = [];
  const merged: string[] = workbook ? ['A1:H1'] : [];
  const spoils = workbook ? [...SPOILS, ...WORKBOOK_SPOILS] : SPOILS;
  const sound: MadeCell[][] = [];
  for (let at = 0; at < count; at += 1) {
    const no = FIRST_ROW + at;
    const kind = pick(40);
    const earlier = sound[pick(Math.max(1, sound.length))];
    if (kind === 0 && earlier) {
      rows.push([...earlier]);
      twice.push(no);
      continue;
    }
    const cells = aRow(at, seed, pick);
    rows.push(cells);
    if (kind <= 3) bad.push(`${no}.${spoils[pick(spoils.length)]?.(cells, pick)}`);
    else if (workbook && kind === 4) {
      merged.push(`F${no}:G${no}`);
      bad.push(`${no}.6`);
    } else sound.push(cells);
  }
  return { rows, bad, twice, merged };
}

function aRow(at: number, seed: number, pick: (sides: number) => number): MadeCell[] {
  const name = `${SURNAMES[pick(20)]}${GIVEN[pick(18)]}${pick(2) === 0 ? GIVEN[pick(18)] : ''}`;
  const digits = `13${seed % 10}${String(10_000_000 + at * 7)}`;
  return [
    ...[name, phones[pick(4)]?.(digits) ?? '', birthdays[pick(7)]?.(pick) ?? ''],
    ...[
      ['女', '男', '', 'F', '女士'][pick(5)] ?? '',
      ['大众点评', '老带新', '', '路过'][pick(4)] ?? '',
    ],
    ...[['2021-03-05', '2019/11/2', '', '2020年1月9日'][pick(4)] ?? ''],
    ...[
      ['怕吵，喜欢安静', '', '身高=165，#3 号柜', '过敏体质, "少量"\n多次'][pick(4)] ?? '',
      `A${at}`,
    ],
  ];
}

/** Only a workbook has cells that are more than a text or a number. */
const writtenOut = (cell: MadeCell): string =>
  typeof cell === 'string' || typeof cell === 'number' ? String(cell) : '';

/** As a table of text. */
export const asText = ({ rows }: MessyFile): string =>
  rows
    .map((cells) => cells.map((cell) => `"${writtenOut(cell).replaceAll('"', '""')}"`).join(','))
    .join('\r\n');

/** As spreadsheets on Chinese Windows write it: Node only reads GB 18030, so what it reads is turned around. */
export function inGbk(text: string): Buffer {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map<string, Buffer>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const code = Buffer.of(lead, trail);
      const character = decoder.decode(code);
      if ([...character].length === 1 && !codes.has(character)) codes.set(character, code);
    }
  const bytes = [...text].map((character) =>
    character < '\u0080' ? Buffer.from(character) : (codes.get(character) ?? Buffer.from('?')),
  );
  return Buffer.concat(bytes);
}

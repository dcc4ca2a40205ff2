import { crc32, deflateRawSync } from 'node:zlib';

/** A part of an archive; a lying one says another size than it has. */
export interface Part {
  readonly name: string;
  readonly bytes: Buffer;
  readonly saysBytes?: number;
}

const u16 = (value: number): Buffer => Buffer.of(value & 255, (value >> 8) & 255);
const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
};

/** A zip archive of deflated parts. */
export function aZip(parts: readonly Part[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, bytes, saysBytes = bytes.length } of parts) {
    const packed = deflateRawSync(bytes);
    const title = Buffer.from(name, 'utf8');
    const facts = [
      ...[u16(20), u16(0x0800), u16(8), u16(0), u16(0x21), u32(crc32(bytes))],
      ...[u32(packed.length), u32(saysBytes), u16(title.length), u16(0)],
    ];
    const local = Buffer.concat([u32(0x04034b50), ...facts, title, packed]);
    directory.push(
      Buffer.concat([
        ...[u32(0x02014b50), u16(20), ...facts, u16(0), u16(0), u16(0), u32(0), u32(at), title],
      ]),
    );
    bodies.push(local);
    at += local.length;
  }
  const list = Buffer.concat(directory);
  const end = [u32(0x06054b50), u16(0), u16(0), u16(parts.length), u16(parts.length)];
  return Buffer.concat([...bodies, list, ...end, u32(list.length), u32(at), u16(0)]);
}

/** A cell of a workbook that is made: text, number, day (serial number), formula with or without its value, error. */
export type MadeCell =
  | string
  | number
  | { readonly day: number }
  | { readonly formula: string; readonly value?: string }
  | { readonly error: string }
  | null;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** `A`, `B`, … of a place from 0. */
export const letterOf = (column: number): string => String.fromCharCode(65 + column);

function cellXml(cell: MadeCell, place: string): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
  if (typeof cell === 'string')
    return `<c r="${place}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
  if ('day' in cell) return `<c r="${place}" s="1"><v>${cell.day}</v></c>`;
  if ('error' in cell) return `<c r="${place}" t="e"><v>${cell.error}</v></c>`;
  const value = cell.value === undefined ? '' : `<v>${escaped(cell.value)}</v>`;
  return `<c r="${place}" t="str"><f>${escaped(cell.formula)}</f>${value}</c>`;
}

const NAMESPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

/** The parts of a workbook with one sheet; `head` stands before each document, for what should not be there. */
export function workbookParts(
  rows: readonly (readonly MadeCell[])[],
  { merged = [], head = '' }: { readonly merged?: readonly string[]; readonly head?: string } = {},
): Part[] {
  const lines = rows.map((cells, at) => {
    const line = cells.map((cell, column) => cellXml(cell, `${letterOf(column)}${at + 1}`));
    return `<row r="${at + 1}">${line.join('')}</row>`;
  });
  const merges = merged.map((range) => `<mergeCell ref="${range}"/>`).join('');
  const tail = merges === '' ? '' : `<mergeCells>${merges}</mergeCells>`;
  const part = (name: string, text: string): Part => ({
    name,
    bytes: Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${head}${text}`, 'utf8'),
  });
  return [
    part(
      'xl/workbook.xml',
      `<workbook ${NAMESPACE} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="顾客" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="x" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    part(
      'xl/styles.xml',
      `<styleSheet ${NAMESPACE}><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    ),
    part(
      'xl/worksheets/sheet1.xml',
      `<worksheet ${NAMESPACE}><sheetData>${lines.join('')}</sheetData>${tail}</worksheet>`,
    ),
  ];
}

/** A workbook with one sheet. */
export const aWorkbook = (...asked: Parameters<typeof workbookParts>): Buffer =>
  aZip(workbookParts(...asked));

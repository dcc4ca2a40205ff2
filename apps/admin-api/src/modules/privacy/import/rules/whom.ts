import type { PhoneHolder } from '../../../customers/index.js';
import type { ColumnMapping } from './headings.js';
import { maskedValue, type CellFault, type ReadRow, type RowSubject } from './read-row.js';
import { plainName, sameName } from './same-name.js';

/** What is known while rows are looked at in their order: files here, and rows that came before. */
export interface Known {
  readonly mapping: ColumnMapping;
  /** Files by phone, oldest first. */
  readonly holders: ReadonlyMap<string, readonly PhoneHolder[]>;
  /** Files by the salon's own number. */
  readonly numbers: ReadonlyMap<string, string>;
  readonly rows: EarlierRows;
}

/** The first sound row of each client, phone and number; grows with every row that is looked at. */
export class EarlierRows {
  readonly byClient = new Map<string, number>();
  readonly byPhone = new Map<string, number>();
  readonly byNumber = new Map<string, number>();
}

/** Whom a row means. */
export interface Whom {
  readonly read: ReadRow;
  /** The file of this very client, or with `isShared` the oldest file with her phone. */
  readonly matchId: string | null;
  /** Likewise an earlier row. */
  readonly sameAsRow: number | null;
  /** Her phone is somebody's of another name: a family's, or she changed her name. A person has to say. */
  readonly isShared: boolean;
}

/** The file here of this very client: her phone and her name. A phone alone may be her mother's. */
export const holderOf = (
  holders: ReadonlyMap<string, readonly PhoneHolder[]>,
  { phone, name }: RowSubject,
): PhoneHolder | undefined =>
  phone === undefined || name === undefined
    ? undefined
    : holders.get(phone)?.find((one) => sameName(one.name, name));

/** Finds whom a row means; a number that is somebody else's is a bad cell, also in a row that has others. */
export function whomOf(no: number, read: ReadRow, known: Known): Whom {
  const { rows } = known;
  const subject = read.draft ?? read.subject;
  const { phone, ownNo } = subject;
  const matchId = holderOf(known.holders, subject)?.customerId ?? null;
  const key = keyOf(subject);
  const sameAsRow = (key !== undefined && rows.byClient.get(key)) || null;
  const taken = isTaken(subject, matchId, sameAsRow, known) ? [takenNumber(ownNo, known)] : [];
  const faults = [...read.faults, ...taken];
  if (!read.draft || faults.length > 0)
    return { read: { draft: null, subject, faults }, ...NOBODY };
  const whom =
    matchId === null && sameAsRow === null && phone !== undefined
      ? sharerOf(phone, known)
      : { matchId, sameAsRow, isShared: false };
  remember(rows, { no: sameAsRow ?? no, key, phone, ownNo });
  return { read, ...whom };
}

const NOBODY = { matchId: null, sameAsRow: null, isShared: false } as const;

/** Whoever had the phone first, here or in the file. */
function sharerOf(phone: string, { holders, rows }: Known): Omit<Whom, 'read'> {
  const matchId = holders.get(phone)?.[0]?.customerId ?? null;
  const sameAsRow = matchId === null ? (rows.byPhone.get(phone) ?? null) : null;
  return { matchId, sameAsRow, isShared: matchId !== null || sameAsRow !== null };
}

function isTaken(
  { ownNo }: RowSubject,
  matchId: string | null,
  sameAsRow: number | null,
  { numbers, rows }: Known,
): boolean {
  if (ownNo === undefined) return false;
  const holder = numbers.get(ownNo) ?? matchId;
  const before = rows.byNumber.get(ownNo) ?? sameAsRow;
  return holder !== matchId || before !== sameAsRow;
}

function takenNumber(ownNo: string | undefined, { mapping }: Known): CellFault {
  const column = Number(Object.entries(mapping).find(([, field]) => field === 'ownNo')?.[0]);
  const value = maskedValue(ownNo ?? '');
  return { column, field: 'ownNo', value, reason: '这个编号已经是另一位顾客的' };
}

/** Whom a row means, as far as a phone tells it. */
const keyOf = ({ phone, name }: RowSubject): string | undefined =>
  phone === undefined || name === undefined ? undefined : `${phone} ${plainName(name)}`;

interface Remembered {
  readonly no: number;
  readonly key: string | undefined;
  readonly phone: string | undefined;
  readonly ownNo: string | undefined;
}

function remember(rows: EarlierRows, { no, key, phone, ownNo }: Remembered): void {
  const keep = (map: Map<string, number>, name: string | undefined): void => {
    if (name !== undefined && !map.has(name)) map.set(name, no);
  };
  keep(rows.byClient, key);
  keep(rows.byPhone, phone);
  keep(rows.byNumber, ownNo);
}

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise';
import { workerDatabaseUrl } from '../../test/support/database/index.js';
import { OLD_WORDS } from './old-words.js';
import { TEXT_COLUMNS, type TextClass } from '../migrations/text-columns.js';

/** What tells one row from another is no text: ids, keys, and who did something. */
const IS_KEY = /(?:^|_)(?:id|key|by)$/;
/** Moves into a table of its own, where it has an author and a date. */
const MOVES_ELSEWHERE = ['customer.note'];

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly charset: string | null;
  readonly length: number | null;
}

let connection: Connection;
let columns: readonly Column[];

beforeAll(async () => {
  connection = await createConnection(await workerDatabaseUrl());
  const [rows] = await connection.query<(RowDataPacket & Column)[]>(
    `SELECT table_name AS \`table\`, column_name AS name, data_type AS type, character_set_name AS charset,
       character_maximum_length AS length
     FROM information_schema.columns WHERE table_schema = DATABASE()`,
  );
  columns = rows;
});
afterAll(() => connection.end());

const isId = ({ type, charset, length, name }: Column): boolean =>
  charset === 'ascii' && ((type === 'char' && Number(length) === 26) || IS_KEY.test(name));

const isText = (column: Column): boolean =>
  /char|text|json|enum|set/.test(column.type) && !isId(column);

/** `table.column` of what is classified so, or of all. */
function classified(only?: TextClass): string[] {
  return Object.entries(TEXT_COLUMNS).flatMap(([table, classes]) =>
    Object.entries(classes)
      .filter(([name]) => only === undefined || name === only)
      .flatMap(([, names]) => names.split(' ').map((name) => `${table}.${name}`)),
  );
}

const nameOf = ({ table, name }: Pick<Column, 'table' | 'name'>): string => `${table}.${name}`;

describe('a column of text', () => {
  it('is classified in text-columns.ts: may people write about people in it?', () => {
    const there = columns.filter(isText).map(nameOf).sort();
    expect(there.length).toBeGreaterThan(300);
    expect(classified().sort()).toEqual(there);
  });

  it('for words of people has a sealed one beside it', () => {
    const names = columns.map(nameOf);
    const bare = classified('words')
      .filter((name) => !MOVES_ELSEWHERE.includes(name))
      .filter((name) => !names.includes(`${name}_cipher`));
    expect(bare).toEqual([]);
  });

  it('for words of people is emptied by seal-words', () => {
    const emptied = OLD_WORDS.map(({ table, clear }) => `${table}.${clear}`);
    expect([...emptied, ...MOVES_ELSEWHERE].sort()).toEqual(classified('words').sort());
  });
});

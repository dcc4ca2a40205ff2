import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { freshSchema, type FreshSchema } from '../../../test/support/fresh-schema.js';
import { dataSourceOptions } from './data-source.js';
import {
  isCheckViolation,
  isDuplicateKey,
  isForeignKeyViolation,
  isOverload,
  isTransient,
} from './sql-errors.js';
import { UnitOfWork } from './unit-of-work.js';

let schema: FreshSchema;
let source: DataSource;
let unitOfWork: UnitOfWork;

beforeAll(async () => {
  schema = await freshSchema({ migrated: false });
  source = await new DataSource(dataSourceOptions({ url: schema.url, poolSize: 2 })).initialize();
  unitOfWork = new UnitOfWork(source);
  await source.query(`CREATE TABLE thing (id INT PRIMARY KEY, name VARCHAR(20) NOT NULL, parent INT NULL,
    CONSTRAINT uq_thing_name UNIQUE (name), CONSTRAINT chk_thing_id CHECK (id > 0),
    CONSTRAINT fk_thing_parent FOREIGN KEY (parent) REFERENCES thing (id)) ENGINE=InnoDB`);
  await source.query("INSERT INTO thing VALUES (1, 'a', NULL), (2, 'b', 1)");
});
afterAll(async () => {
  await source.destroy();
  await schema.drop();
});

/** What a statement fails with inside a transaction. */
const failureOf = (sql: string): Promise<unknown> =>
  unitOfWork
    .run((tx) => tx.run(sql))
    .then(
      () => undefined,
      (error: unknown) => error,
    );

describe('a duplicate key', () => {
  it('is known, with the name of the key', async () => {
    const error = await failureOf("INSERT INTO thing VALUES (3, 'a', NULL)");
    expect(isDuplicateKey(error)).toBe(true);
    expect(isDuplicateKey(error, 'uq_thing_name')).toBe(true);
    expect(isDuplicateKey(error, 'thing_name')).toBe(false);
    expect(isDuplicateKey(error, 'PRIMARY')).toBe(false);
  });

  it('of the primary key is told apart from another', async () => {
    const error = await failureOf("INSERT INTO thing VALUES (1, 'c', NULL)");
    expect(isDuplicateKey(error, 'PRIMARY')).toBe(true);
    expect(isDuplicateKey(error, 'uq_thing_name')).toBe(false);
  });

  it('is not mistaken for another key that the refused value names', async () => {
    await source.query("INSERT INTO thing VALUES (9, '.PRIMARY', NULL)");
    const error = await failureOf("INSERT INTO thing VALUES (10, '.PRIMARY', NULL)");
    expect(isDuplicateKey(error, 'uq_thing_name')).toBe(true);
    expect(isDuplicateKey(error, 'PRIMARY')).toBe(false);
  });
});

describe('other refusals of the database', () => {
  it('are a check by its number, whatever the driver calls it', async () => {
    const error = await failureOf("INSERT INTO thing VALUES (0, 'z', NULL)");
    expect([isCheckViolation(error), isDuplicateKey(error), isTransient(error)]).toEqual([
      ...[true, false, false],
    ]);
  });

  it('are a foreign key without its parent, and a parent that has children', async () => {
    expect(isForeignKeyViolation(await failureOf("INSERT INTO thing VALUES (5, 'e', 77)"))).toBe(
      true,
    );
    expect(isForeignKeyViolation(await failureOf('DELETE FROM thing WHERE id = 1'))).toBe(true);
  });

  it('are neither a clash nor a lack of connections', async () => {
    const error = await failureOf('SELECT * FROM no_such_table');
    expect([isTransient(error), isOverload(error), isCheckViolation(error)]).toEqual([
      ...[false, false, false],
    ]);
  });
});

describe('a server that is not there', () => {
  it('is an overload: come back later', async () => {
    const nowhere = new URL(schema.url);
    nowhere.port = '1';
    const gone = new DataSource(dataSourceOptions({ url: nowhere.href, poolSize: 2 }));
    const error: unknown = await gone.initialize().catch((reason: unknown) => reason);
    expect(isOverload(error)).toBe(true);
  });
});

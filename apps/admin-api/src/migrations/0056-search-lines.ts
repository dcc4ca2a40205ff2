import type { MigrationInterface, QueryRunner } from 'typeorm';

const KEY = 'CHARACTER SET ascii COLLATE ascii_bin';
const ID = `CHAR(26) ${KEY}`;
const WORD = `VARCHAR(24) ${KEY}`;
/** Lines in one statement: a statement that stops half way has little to undo. */
const BATCH = 20_000;

/**
 * What the search box finds a file by, with the line that it shows: a page of a search is one stretch of this key. Made
 * from the table before it and in the order of its key, so that it is dense; the other key is sorted afterwards.
 */
const LINES = `CREATE TABLE customer_search_line (
  kind ${WORD} NOT NULL,
  term VARCHAR(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  customer_id ${ID} NOT NULL,
  name VARCHAR(60) NOT NULL,
  member_no VARCHAR(16) ${KEY} NOT NULL,
  gender ${WORD} NOT NULL,
  last4 CHAR(4) ${KEY} NULL,
  PRIMARY KEY (kind, term, customer_id),
  CONSTRAINT chk_customer_search_line_kind CHECK (kind IN ('name', 'pinyin', 'initials', 'last4'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`;

const KEYS = [
  'ALTER TABLE customer_search_line ADD INDEX ix_customer_search_line_customer (customer_id, kind)',
  // With the check of the rows that are there the server copies the table, a quarter of an hour for a million clients;
  // every line was just made from its file's row.
  'SET SESSION foreign_key_checks = 0',
  `ALTER TABLE customer_search_line ADD CONSTRAINT fk_customer_search_line_customer
     FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE CASCADE`,
  'SET SESSION foreign_key_checks = 1',
];

/** The next lines of a kind after a place, as the files and phones say them now. */
const THERE = (source: string): string => `INSERT INTO customer_search_line
    (kind, term, customer_id, name, member_no, gender, last4)
  SELECT ?, t.term, t.customer_id, c.name, c.member_no, c.gender, p.last4
  FROM (${source} LIMIT ${BATCH}) t JOIN customer c ON c.id = t.customer_id
    LEFT JOIN customer_phone p ON p.customer_id = c.id AND p.is_primary = 1
  WHERE c.state = 'active'`;

const TERMS = `SELECT term, customer_id FROM customer_search_term
  WHERE kind = ? AND term >= ? AND (term > ? OR customer_id > ?) ORDER BY term, customer_id`;
const ENDS = `SELECT DISTINCT last4 AS term, customer_id FROM customer_phone
  WHERE 'last4' = ? AND last4 >= ? AND (last4 > ? OR customer_id > ?) ORDER BY last4, customer_id`;

/** The table as it was. */
const TERMS_TABLE = `CREATE TABLE customer_search_term (
  kind ${WORD} NOT NULL,
  term VARCHAR(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  customer_id ${ID} NOT NULL,
  CONSTRAINT pk_customer_search_term PRIMARY KEY (kind, term, customer_id),
  CONSTRAINT fk_customer_search_term_customer FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE CASCADE,
  CONSTRAINT chk_customer_search_term_kind CHECK (kind IN ('name', 'pinyin', 'initials')),
  INDEX ix_customer_search_term_customer (customer_id, kind)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`;
const BACK = (source: string): string => `INSERT INTO customer_search_term (kind, term, customer_id)
  SELECT ?, t.term, t.customer_id FROM (${source} LIMIT ${BATCH}) t`;
const LINE_TERMS = TERMS.replace('customer_search_term', 'customer_search_line');

interface Place {
  readonly term: string;
  readonly customer_id: string;
}

/** Lines to search by, and a key of phones that tells whose one is without the phone's row. */
export class SearchLines1760000000056 implements MigrationInterface {
  readonly name = 'SearchLines1760000000056';

  async up(runner: QueryRunner): Promise<void> {
    // What an attempt that was cut off has left.
    await runner.query('DROP TABLE IF EXISTS customer_search_line');
    await runner.query(LINES);
    for (const kind of ['initials', 'last4', 'name', 'pinyin'])
      await this.#fill(runner, kind, THERE, kind === 'last4' ? ENDS : TERMS);
    for (const sql of KEYS) await runner.query(sql);
    await runner.query(
      `ALTER TABLE customer_phone
         DROP KEY ix_customer_phone_index, ADD KEY ix_customer_phone_whose (phone_index, customer_id)`,
    );
    await runner.query(
      `ALTER TABLE customer_search_term
         DROP CONSTRAINT fk_customer_search_term_customer, DROP CONSTRAINT chk_customer_search_term_kind`,
    );
    await runner.query('DROP TABLE customer_search_term');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS customer_search_term');
    await runner.query(TERMS_TABLE);
    for (const kind of ['initials', 'name', 'pinyin'])
      await this.#fill(runner, kind, BACK, LINE_TERMS);
    await runner.query(
      `ALTER TABLE customer_phone DROP KEY ix_customer_phone_whose, ADD KEY ix_customer_phone_index (phone_index)`,
    );
    await runner.query('DROP TABLE customer_search_line');
  }

  /** Batch after batch in the order of the key. Lines of files that were merged away are left out, and looked past. */
  async #fill(
    runner: QueryRunner,
    kind: string,
    insert: (source: string) => string,
    source: string,
  ): Promise<void> {
    for (let after: Place | undefined = { term: '', customer_id: '' }; after;) {
      const { term, customer_id: id }: Place = after;
      const values = [kind, term, term, id];
      await runner.query(insert(source), [kind, ...values]);
      const last = `${source} LIMIT 1 OFFSET ${BATCH - 1}`;
      const rows = (await runner.query(last, values)) as Place[];
      after = rows[0];
    }
  }
}

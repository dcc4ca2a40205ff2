import { Injectable } from '@nestjs/common';
import { insertSql, type Tx } from '../../../platform/database/index.js';
import type { Gender } from '../customer-types.js';
import { searchTermsOf } from '../rules/search-terms.js';

const COLUMNS = ['kind', 'term', 'customer_id', 'name', 'member_no', 'gender', 'last4'];

/** A file as the search box shows it, once for each of its phones; once without any. */
interface ShownRow {
  readonly name: string;
  readonly memberNo: string;
  readonly gender: Gender;
  readonly last4: string | null;
  readonly isPrimary: number | null;
}

/**
 * What the search box finds a file by: the tails of its name and the ends of its phones, and with each of them the line
 * that is shown. A page of a search is then one stretch of one key; to look each file up would cost pages from the disk
 * for each line. Whoever changes what a line shows writes the file's lines anew in the same transaction.
 */
@Injectable()
export class SearchLines {
  /** Writes the lines of a file that has none yet. */
  async write(tx: Tx, id: string): Promise<void> {
    const shown = await tx.rows<ShownRow>(
      `SELECT c.name, c.member_no AS memberNo, c.gender, p.last4, p.is_primary AS isPrimary
       FROM customer c LEFT JOIN customer_phone p ON p.customer_id = c.id
       WHERE c.id = ? AND c.state = 'active'`,
      [id],
    );
    const [file] = shown;
    if (!file) return;
    const ends = new Set(shown.flatMap(({ last4 }) => last4 ?? []));
    const terms = [
      ...searchTermsOf(file.name),
      ...[...ends].map((term) => ({ kind: 'last4', term })),
    ];
    if (terms.length === 0) return;
    const primary = shown.find(({ isPrimary }) => isPrimary === 1)?.last4 ?? null;
    await tx.run(
      insertSql('customer_search_line', COLUMNS, terms.length),
      terms.flatMap(({ kind, term }) => [
        ...[kind, term, id, file.name, file.memberNo, file.gender, primary],
      ]),
    );
  }

  /** Writes the lines of a locked file anew, from what it says now; one that was merged away has none. */
  async rewrite(tx: Tx, id: string): Promise<void> {
    await this.forget(tx, id);
    await this.write(tx, id);
  }

  async forget(tx: Tx, id: string): Promise<void> {
    await tx.run('DELETE FROM customer_search_line WHERE customer_id = ?', [id]);
  }
}

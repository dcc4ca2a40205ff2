import { Injectable } from '@nestjs/common';
import { insertSql, type Reader, type Tx } from '../../../platform/database/index.js';
import type { Gender } from '../customer-types.js';
import { reverseOf, type Relation } from '../rules/relations.js';

/** Somebody who belongs to a client and has a file here. */
export interface LinkedFile {
  readonly id: string;
  readonly name: string;
  readonly memberNo: string;
  readonly gender: Gender;
  /** What she or he is to the client. */
  readonly relation: Relation;
}

/** Links of a file that closed: those that went over, and those that could not, because the other file had it already. */
export interface MovedLinks {
  readonly moved: readonly string[];
  readonly dropped: readonly { readonly id: string; readonly relation: Relation }[];
}

/** Who belongs to whom. Each link is two rows, one from either side. */
@Injectable()
export class LinkRepository {
  /** Those who go on, in the order in which they were linked. */
  of(reader: Reader, customerId: string): Promise<LinkedFile[]> {
    return reader.rows<LinkedFile>(
      `SELECT c.id, c.name, c.member_no AS memberNo, c.gender, l.relation
       FROM customer_link l JOIN customer c ON c.id = l.other_id
       WHERE l.customer_id = ? ORDER BY l.at, c.id`,
      [customerId],
    );
  }

  /** Both files are locked. Says it anew where something was said. */
  async put(
    tx: Tx,
    customerId: string,
    otherId: string,
    relation: Relation,
    at: Date,
  ): Promise<void> {
    await this.remove(tx, customerId, otherId);
    const columns = ['customer_id', 'other_id', 'relation', 'at'];
    await tx.run(insertSql('customer_link', columns, 2), [
      ...[customerId, otherId, relation, at],
      ...[otherId, customerId, reverseOf(relation), at],
    ]);
  }

  async remove(tx: Tx, customerId: string, otherId: string): Promise<void> {
    await tx.run(
      `DELETE FROM customer_link
       WHERE (customer_id = ? AND other_id = ?) OR (customer_id = ? AND other_id = ?)`,
      [customerId, otherId, otherId, customerId],
    );
  }

  /** The links of a file that closes go over; nobody is linked to herself, and to nobody twice. */
  async moveAll(tx: Tx, from: string, to: string): Promise<MovedLinks> {
    const [links, there] = [await this.of(tx, from), await this.of(tx, to)];
    const moved: string[] = [];
    const dropped: { id: string; relation: Relation }[] = [];
    for (const { id, relation } of links) {
      if (id === to || there.some((other) => other.id === id)) {
        await this.remove(tx, from, id);
        dropped.push({ id, relation });
      } else {
        await this.#repoint(tx, from, to, id);
        moved.push(id);
      }
    }
    return { moved, dropped };
  }

  /** What still stands goes back; what was dropped is there again, where the other goes on. */
  async moveBack(
    tx: Tx,
    from: string,
    to: string,
    { moved, dropped }: MovedLinks,
    at: Date,
  ): Promise<void> {
    for (const id of moved) await this.#repoint(tx, to, from, id);
    for (const { id, relation } of dropped) {
      const sql = `SELECT id FROM customer WHERE id = ? AND state = 'active'`;
      if (await tx.row(sql, [id])) await this.put(tx, from, id, relation, at);
    }
  }

  async #repoint(tx: Tx, was: string, is: string, otherId: string): Promise<void> {
    await tx.run(
      'UPDATE customer_link SET customer_id = ? WHERE customer_id = ? AND other_id = ?',
      [...[is, was, otherId]],
    );
    await tx.run('UPDATE customer_link SET other_id = ? WHERE other_id = ? AND customer_id = ?', [
      ...[is, was, otherId],
    ]);
  }
}

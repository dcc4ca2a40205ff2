import { Injectable } from '@nestjs/common';
import {
  insertSql,
  isDuplicateKey,
  placeholders,
  type Reader,
  type Tx,
} from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import type { TagGroup, Tag, TagColor, TagOnFile, TagPurpose } from '../rules/tags.js';

interface GroupRow {
  id: string;
  name: string;
  color: TagColor;
  one_of: number;
  purpose: TagPurpose;
}
type TagRow = Omit<Tag, 'groupId'> & { groupId: string };

const TAG = 'SELECT id, group_id AS groupId, name, kept_by AS keptBy, state FROM customer_tag';

async function named<T>(write: Promise<T>): Promise<T> {
  try {
    return await write;
  } catch (error) {
    if (isDuplicateKey(error)) refuse('TAG_NAME_TAKEN');
    throw error;
  }
}

/** Groups of tags, tags, and who has which. */
@Injectable()
export class TagRepository {
  /** Every group with its tags, oldest first. */
  async groups(reader: Reader): Promise<TagGroup[]> {
    const groups = await reader.rows<GroupRow>(
      'SELECT id, name, color, one_of, purpose FROM customer_tag_group ORDER BY id',
    );
    const tags = await reader.rows<TagRow>(`${TAG} ORDER BY id`);
    return groups.map(({ id, name, color, one_of: oneOf, purpose }) => ({
      ...{ id, name, color, oneOf: oneOf === 1, purpose },
      tags: tags.filter(({ groupId }) => groupId === id),
    }));
  }

  async group(reader: Reader, id: string): Promise<TagGroup | undefined> {
    return (await this.groups(reader)).find((group) => group.id === id);
  }

  /** The tags of a file in the order of their groups. */
  async of(reader: Reader, customerId: string): Promise<TagOnFile[]> {
    return reader.rows<TagOnFile>(
      `SELECT t.id, t.name, t.kept_by AS keptBy, g.id AS groupId, g.name AS groupName, g.color
       FROM customer_tagging x JOIN customer_tag t ON t.id = x.tag_id
         JOIN customer_tag_group g ON g.id = t.group_id
       WHERE x.customer_id = ? ORDER BY g.id, t.id`,
      [customerId],
    );
  }

  /** @throws Refusal TAG_NAME_TAKEN */
  async addGroup(tx: Tx, group: Omit<TagGroup, 'tags'>, at: Date): Promise<void> {
    const columns = ['id', 'name', 'color', 'one_of', 'purpose', 'created_at'];
    const { id, name, color, oneOf, purpose } = group;
    const values = [id, name, color, oneOf ? 1 : 0, purpose, at];
    await named(tx.run(insertSql('customer_tag_group', columns, 1), values));
  }

  /** @throws Refusal TAG_NAME_TAKEN */
  async changeGroup(
    tx: Tx,
    { id, name, color, purpose }: Omit<TagGroup, 'tags' | 'oneOf'>,
  ): Promise<void> {
    const sql = 'UPDATE customer_tag_group SET name = ?, color = ?, purpose = ? WHERE id = ?';
    await named(tx.run(sql, [name, color, purpose, id]));
  }

  /** @throws Refusal TAG_NAME_TAKEN */
  async addTag(tx: Tx, tag: Tag, at: Date): Promise<void> {
    const columns = ['id', 'group_id', 'name', 'kept_by', 'state', 'created_at'];
    const values = [tag.id, tag.groupId, tag.name, tag.keptBy, tag.state, at];
    await named(tx.run(insertSql('customer_tag', columns, 1), values));
  }

  /** Locks a tag, so that nobody puts it on while it is retired. */
  lockTag(tx: Tx, id: string): Promise<Tag | undefined> {
    return tx.row<TagRow>(`${TAG} WHERE id = ? FOR UPDATE`, [id]);
  }

  /** @throws Refusal TAG_NAME_TAKEN */
  async changeTag(tx: Tx, { id, name, state }: Pick<Tag, 'id' | 'name' | 'state'>): Promise<void> {
    const sql = 'UPDATE customer_tag SET name = ?, state = ? WHERE id = ?';
    await named(tx.run(sql, [name, state, id]));
  }

  /** Puts tags on a locked file. @throws the database's error when a group of one would have two */
  async put(tx: Tx, customerId: string, tags: readonly PlacedTag[], at: Date): Promise<void> {
    if (tags.length === 0) return;
    const columns = ['customer_id', 'tag_id', 'one_of_group', 'at'];
    await tx.run(
      insertSql('customer_tagging', columns, tags.length),
      tags.flatMap(({ id, oneOfGroup }) => [customerId, id, oneOfGroup, at]),
    );
  }

  async takeOff(tx: Tx, customerId: string, tagIds: readonly string[]): Promise<void> {
    if (tagIds.length === 0) return;
    await tx.run(
      `DELETE FROM customer_tagging WHERE customer_id = ? AND tag_id IN (${placeholders(tagIds)})`,
      [customerId, ...tagIds],
    );
  }

  /** Which of these files have the tag. */
  async having(reader: Reader, tagId: string, customerIds: readonly string[]): Promise<string[]> {
    if (customerIds.length === 0) return [];
    const rows = await reader.rows<{ id: string }>(
      `SELECT customer_id AS id FROM customer_tagging
       WHERE tag_id = ? AND customer_id IN (${placeholders(customerIds)})`,
      [tagId, ...customerIds],
    );
    return rows.map(({ id }) => id);
  }

  /**
   * Tags of one file go over to another too; where a group of one has its own already, that one stays.
   * @returns those that came over
   */
  async copyAll(tx: Tx, from: string, to: string): Promise<string[]> {
    const there = (await this.of(tx, to)).map(({ id }) => id);
    await tx.run(
      `INSERT IGNORE INTO customer_tagging (customer_id, tag_id, one_of_group, at)
       SELECT ?, tag_id, one_of_group, at FROM customer_tagging WHERE customer_id = ?`,
      [to, from],
    );
    const after = await this.of(tx, to);
    return after.map(({ id }) => id).filter((id) => !there.includes(id));
  }
}

/** A tag to put on, with its group where that allows one tag. */
export interface PlacedTag {
  readonly id: string;
  readonly oneOfGroup: string | null;
}

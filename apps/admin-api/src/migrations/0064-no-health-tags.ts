import type { MigrationInterface, QueryRunner } from 'typeorm';

const OF_HEALTH = `IN (SELECT t.id FROM customer_tag t JOIN customer_tag_group g ON g.id = t.group_id
  WHERE g.of_health = 1)`;

/** What goes with groups that told of health. A history keeps names of tags, so it goes from when there was such a group. */
const AWAY = [
  `DELETE FROM customer_change WHERE field = 'tags'
     AND at >= (SELECT MIN(created_at) FROM customer_tag_group WHERE of_health = 1)`,
  `DELETE FROM customer_tagging WHERE tag_id ${OF_HEALTH}`,
  `DELETE FROM client_tag_rule WHERE tag_id ${OF_HEALTH}`,
  `DELETE t FROM customer_tag t JOIN customer_tag_group g ON g.id = t.group_id WHERE g.of_health = 1`,
  'DELETE FROM customer_tag_group WHERE of_health = 1',
  'ALTER TABLE customer_tag_group DROP CONSTRAINT chk_customer_tag_group_of_health',
  'ALTER TABLE customer_tag_group DROP COLUMN of_health',
];

const BACK = [
  'ALTER TABLE customer_tag_group ADD COLUMN of_health TINYINT(1) NOT NULL DEFAULT 0',
  `ALTER TABLE customer_tag_group
     ADD CONSTRAINT chk_customer_tag_group_of_health CHECK (of_health IN (0, 1))`,
];

/** Tags tell nothing of health any more: that stands in health files, sealed and agreed to (ADR 14). */
export class NoHealthTags1760000000064 implements MigrationInterface {
  readonly name = 'NoHealthTags1760000000064';

  /** What such a tag says of a client is nobody's to throw away; on a file that was joined to another it stands twice. */
  async up(runner: QueryRunner): Promise<void> {
    const [{ files }] = (await runner.query(
      `SELECT COUNT(DISTINCT x.customer_id) AS files FROM customer_tagging x
         JOIN customer c ON c.id = x.customer_id AND c.state = 'active'
       WHERE x.tag_id ${OF_HEALTH}`,
    )) as [{ files: unknown }];
    if (Number(files) > 0)
      throw new Error(
        `${Number(files)} client files carry tags of groups that tell of health: with the version before this one, write` +
          ' what they say into the health files of those who agreed, take the tags off, and migrate again',
      );
    for (const sql of AWAY) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of BACK) await runner.query(sql);
  }
}

import { Injectable } from '@nestjs/common';
import type { LocalDate } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import {
  FILE_FIELDS,
  bitsOf,
  percentOf,
  type FileField,
  type FilePolicy,
} from '../rules/completeness.js';
import { ProfileRepository } from './profile-repository.js';

/** Files that one statement reckons anew. */
const BATCH = 1_000;

type Flag = number | string;
interface Row {
  gender: string;
  birthday: Flag;
  homeStoreId: string | null;
  consultantId: string | null;
  referrerId: string | null;
  phone: Flag;
  preferredStaffIds: Flag;
  usualServiceIds: Flag;
  tags: Flag;
  occasions: Flag;
}

const SAID = `SELECT c.gender, c.birthday_calendar IS NOT NULL AS birthday, c.home_store_id AS homeStoreId,
    c.consultant_id AS consultantId, c.referrer_id AS referrerId,
    EXISTS (SELECT 1 FROM customer_phone p WHERE p.customer_id = c.id) AS phone,
    EXISTS (SELECT 1 FROM customer_preferred_staff s WHERE s.customer_id = c.id) AS preferredStaffIds,
    EXISTS (SELECT 1 FROM customer_usual_service u WHERE u.customer_id = c.id) AS usualServiceIds,
    EXISTS (SELECT 1 FROM customer_tagging x JOIN customer_tag t ON t.id = x.tag_id
      WHERE x.customer_id = c.id AND t.kept_by = 'hand') AS tags,
    EXISTS (SELECT 1 FROM customer_occasion o WHERE o.customer_id = c.id) AS occasions
  FROM customer c WHERE c.id = ?`;

/** How much each file says, beside the file itself, so that lists are narrowed and ordered by it. */
@Injectable()
export class FileCareRepository {
  constructor(private readonly profiles: ProfileRepository) {}

  /** Writes down what a locked file says, and how much of the wanted that is. */
  async reckon(tx: Tx, customerId: string, policy: FilePolicy): Promise<void> {
    const filled = bitsOf(await this.#said(tx, customerId));
    await tx.run('UPDATE customer SET filled = ?, completeness = ?, reckoned = ? WHERE id = ?', [
      ...[filled, percentOf(filled, policy), policy.version, customerId],
    ]);
  }

  /**
   * Reckons files that were reckoned under an older policy: what they say is known, so nothing is opened.
   * @returns how many; fewer than a batch when all are done
   */
  async reckonOlder(tx: Tx, policy: FilePolicy): Promise<{ done: number; all: boolean }> {
    const { version, wanted } = policy;
    const { affectedRows } = await tx.run(
      `UPDATE customer SET completeness = IF(? = 0, 100, FLOOR(100 * BIT_COUNT(filled & ?) / GREATEST(?, 1))),
         reckoned = ?
       WHERE reckoned >= 1 AND reckoned < ? ORDER BY reckoned, id LIMIT ?`,
      [wanted.length, bitsOf(wanted), wanted.length, version, version, BATCH],
    );
    return { done: affectedRows, all: affectedRows < BATCH };
  }

  /** Locks files that nobody has reckoned yet. */
  async lockUnreckoned(tx: Tx, limit: number): Promise<string[]> {
    const rows = await tx.rows<{ id: string }>(
      'SELECT id FROM customer WHERE reckoned = 0 ORDER BY id LIMIT ? FOR UPDATE',
      [limit],
    );
    return rows.map(({ id }) => id);
  }

  /** @param on null where the number was changed and nobody has tried it */
  async setChecked(tx: Tx, customerId: string, on: LocalDate | null): Promise<void> {
    await tx.run('UPDATE customer SET contact_checked_on = ? WHERE id = ?', [on, customerId]);
  }

  async #said(tx: Tx, customerId: string): Promise<FileField[]> {
    const row = await tx.row<Row>(SAID, [customerId]);
    if (!row) throw new Error('a locked file is there');
    const details = await this.profiles.details(tx, customerId);
    const said: Readonly<Record<FileField, boolean>> = {
      ...{ phone: Number(row.phone) === 1, gender: row.gender !== 'unknown' },
      birthday: Number(row.birthday) === 1,
      homeStoreId: row.homeStoreId !== null,
      consultantId: row.consultantId !== null,
      referrerId: row.referrerId !== null,
      ...{ occupation: details.occupation !== '', email: details.email !== '' },
      ...{ address: details.address !== '', wechatName: details.wechatName !== '' },
      preferredStaffIds: Number(row.preferredStaffIds) === 1,
      usualServiceIds: Number(row.usualServiceIds) === 1,
      ...{ pressure: details.pressure !== null, talk: details.talk !== null },
      ...{ scents: details.scents !== '', brands: details.brands !== '' },
      ...{ tags: Number(row.tags) === 1, occasions: Number(row.occasions) === 1 },
    };
    return FILE_FIELDS.filter((field) => said[field]);
  }
}

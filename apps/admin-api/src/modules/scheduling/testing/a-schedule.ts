import { DataSource } from 'typeorm';
import { Database, UnitOfWork, dataSourceOptions } from '../../../platform/database/index.js';
import { newId } from '../../../platform/ids/index.js';
import type { SlotHolder } from '../data/booking-slots.js';

/** The slots of a schema that a test shares, with resources of its own. */
export interface TestSchedule {
  readonly database: Database;
  readonly unitOfWork: UnitOfWork;
  /** A person nobody else books; returns the ids of her resource and of herself. */
  aPerson(): Promise<{ readonly resourceId: string; readonly staffId: string }>;
  /** What is held of some resources: `resource slot holder`, sorted. */
  held(resourceIds: readonly string[]): Promise<string[]>;
  close(): Promise<void>;
}

export const aVisitHolder = (): SlotHolder => ({ kind: 'appointment', id: newId() });
export const aBlockHolder = (): SlotHolder => ({ kind: 'block', id: newId() });

export async function aSchedule(url: string, poolSize = 8): Promise<TestSchedule> {
  const source = await new DataSource(dataSourceOptions({ url, poolSize })).initialize();
  const database = new Database(source);
  const unitOfWork = new UnitOfWork(source);
  return {
    database,
    unitOfWork,
    async aPerson() {
      const [resourceId, staffId] = [newId(), newId()];
      await unitOfWork.run(async (tx) => {
        await tx.run(
          `INSERT INTO staff_member (id, name, display_name, gender, position, grade, title, bio, state,
             online_bookable, created_at)
           VALUES (?, '林晓', '晓晓', 'female', 'therapist', 'senior', '', '', 'active', 1, '2026-01-01')`,
          [staffId],
        );
        await tx.run(
          `INSERT INTO resource (id, store_id, kind, staff_id, name, state)
           VALUES (?, NULL, 'staff', ?, '晓晓', 'active')`,
          [resourceId, staffId],
        );
      });
      return { resourceId, staffId };
    },
    async held(resourceIds) {
      const marks = resourceIds.map(() => '?').join(', ');
      const rows = await database.rows<{ line: string }>(
        `SELECT CONCAT(resource_id, ' ', slot, ' ', holder_id) AS line FROM booking_slot
         WHERE resource_id IN (${marks})`,
        [...resourceIds],
      );
      return rows.map((row) => row.line).sort();
    },
    close: () => source.destroy(),
  };
}

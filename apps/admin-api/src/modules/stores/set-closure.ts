import { Injectable } from '@nestjs/common';
import type { LocalDate } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';

/** Says on which days a store does not open although its weekday would. What is booked on them is the caller's. */
@Injectable()
export class SetClosure {
  /** Closes a day, or gives a closed one another reason. */
  async close(tx: Tx, storeId: string, date: LocalDate, reason: string): Promise<void> {
    await tx.run(
      `INSERT INTO store_closure (store_id, date, reason) VALUES (?, ?, ?)
       ON DUPLICATE KEY UPDATE reason = VALUES(reason)`,
      [storeId, date, reason],
    );
  }

  /** Opens a day again; nothing happens where it is open. */
  async lift(tx: Tx, storeId: string, date: LocalDate): Promise<void> {
    await tx.run('DELETE FROM store_closure WHERE store_id = ? AND date = ?', [storeId, date]);
  }
}

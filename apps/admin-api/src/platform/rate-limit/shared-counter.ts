import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/index.js';
import { BlindIndex } from '../crypto/index.js';
import { UnitOfWork } from '../database/index.js';

interface Bucket {
  hits: number;
  window_ends_at: Date;
}

/**
 * Counts in the database, so that another process or a restart is no way round. Keys are stored as keyed hashes: there
 * are few enough phones to try them all against a plain one.
 */
@Injectable()
export class SharedCounter {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly blindIndex: BlindIndex,
  ) {}

  /**
   * Counts one hit in a window that starts with its first. Returns the seconds to wait when it was one too many,
   * else 0. A refused hit does not lengthen the wait.
   */
  async hit(name: string, key: string, hits: number, seconds: number): Promise<number> {
    const bucket = this.blindIndex.of(`rate-limit.${name}`, key);
    const now = this.clock.now();
    const ends = new Date(now.getTime() + seconds * 1000);
    const row = await this.unitOfWork.run(async (tx) => {
      // Both members look at the old end of the window: MySQL assigns from left to right, others from the old row.
      await tx.run(
        `INSERT INTO rate_limit (bucket, hits, window_ends_at) VALUES (?, 1, ?)
         ON DUPLICATE KEY UPDATE
           hits = IF(window_ends_at <= ?, 1, hits + 1),
           window_ends_at = IF(window_ends_at <= ?, ?, window_ends_at)`,
        [bucket, ends, now, now, ends],
      );
      return tx.row<Bucket>('SELECT hits, window_ends_at FROM rate_limit WHERE bucket = ?', [
        bucket,
      ]);
    });
    if (!row || row.hits <= hits) return 0;
    return Math.max(1, Math.ceil((row.window_ends_at.getTime() - now.getTime()) / 1000));
  }
}

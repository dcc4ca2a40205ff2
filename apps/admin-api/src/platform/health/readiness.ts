import { Injectable } from '@nestjs/common';
import { MIGRATIONS } from '../../migrations/index.js';
import { Database } from '../database/index.js';
import { Lifecycle } from '../shutdown/index.js';

export type NotReady = 'stopping' | 'database' | 'migrations';

const TIMEOUT_MS = 2_000;

/** Whether this process can serve: not stopping, its database answers, every migration of this build has run. */
@Injectable()
export class Readiness {
  #migrated = false;

  constructor(
    private readonly database: Database,
    private readonly lifecycle: Lifecycle,
  ) {}

  /** @returns undefined when it can */
  async whyNot(): Promise<NotReady | undefined> {
    if (this.lifecycle.leaving) return 'stopping';
    try {
      return await inTime(this.#ask());
    } catch {
      return 'database';
    }
  }

  async #ask(): Promise<NotReady | undefined> {
    if (this.#migrated) {
      await this.database.row('SELECT 1');
      return undefined;
    }
    const table = await this.database.row(
      `SELECT 1 FROM information_schema.TABLES
       WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'schema_migration'`,
    );
    if (!table) return 'migrations';
    const rows = await this.database.rows<{ name: string }>('SELECT name FROM schema_migration');
    const applied = new Set(rows.map((row) => row.name));
    this.#migrated = MIGRATIONS.every((migration) => applied.has(migration.name));
    return this.#migrated ? undefined : 'migrations';
  }
}

/** A database that hangs must not make the probe hang. */
async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('too late')), TIMEOUT_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

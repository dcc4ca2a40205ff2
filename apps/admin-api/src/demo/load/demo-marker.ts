import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { Database, UnitOfWork, isDuplicateKey, type Tx } from '../../platform/database/index.js';

/** What a look at the database says about loading the demo into it. */
export type DemoState = 'empty' | 'half' | 'done' | 'not_ours';

/** Tables that are the schema itself, were filled by it, or say that a load was begun. */
const KEPT = [
  ...['schema_migration', 'demo_load', 'contract_text', 'consent_text', 'setup_version'],
  ...['ingredient', 'ingredient_member', 'health_condition', 'care_rule'],
  'assessment_form',
];

/**
 * Remembers that a load was begun, so that a load that was killed is never taken for a whole one: the marker is the
 * first row written, the brand is the last.
 */
@Injectable()
export class DemoMarker {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** `not_ours`: there is a house in the database that no demo load began. */
  async look(): Promise<DemoState> {
    if (await this.database.row('SELECT id FROM brand LIMIT 1')) return 'done';
    if (await this.database.row('SELECT id FROM demo_load LIMIT 1')) return 'half';
    const filled = `SELECT id FROM store UNION ALL SELECT id FROM staff_member UNION ALL SELECT id FROM customer LIMIT 1`;
    return (await this.database.row(filled)) ? 'not_ours' : 'empty';
  }

  /** Writes the marker. @returns false when another load wrote it first */
  async begin(): Promise<boolean> {
    const values = [this.clock.now()];
    try {
      await this.unitOfWork.run((tx) =>
        tx.run('INSERT INTO demo_load (id, started_at) VALUES (1, ?)', values),
      );
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  /** Called in the transaction that writes the brand. */
  async finish(tx: Tx): Promise<void> {
    const values = [this.clock.now()];
    await tx.run('UPDATE demo_load SET finished_at = GREATEST(started_at, ?) WHERE id = 1', values);
  }

  /** Empties every table of a load that broke off, and the marker last. Only ever called in state `half`. */
  async clear(): Promise<void> {
    const sql = `SELECT table_name AS name FROM information_schema.tables
      WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE' ORDER BY table_name`;
    const tables = (await this.database.rows<{ name: string }>(sql))
      .map((table) => table.name)
      .filter((name) => !KEPT.includes(name));
    await this.unitOfWork.run(async (tx) => {
      // Tables point at each other; everything goes, so the order of going need not be known.
      await tx.run('SET SESSION foreign_key_checks = 0');
      try {
        for (const table of tables) await tx.run(`DELETE FROM \`${table}\``);
        // Those of its services; the texts that the schema brought stay.
        await tx.run("DELETE FROM consent_text WHERE kind = 'notice'");
        // Rules of the house; those that the schema brought speak of ingredients.
        await tx.run('DELETE FROM care_rule WHERE ingredient_id IS NULL');
        await tx.run('DELETE FROM demo_load');
      } finally {
        // The connection goes back to the pool.
        await tx.run('SET SESSION foreign_key_checks = 1');
      }
    });
  }
}

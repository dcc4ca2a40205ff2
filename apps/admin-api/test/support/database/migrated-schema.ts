import { DataSource, type QueryRunner } from 'typeorm';
import { dataSourceOptions } from '../../../src/platform/database/data-source.js';
import { freshSchema } from '../fresh-schema.js';

/** A schema with all migrations, to take one back and do it again. */
export interface MigratedSchema {
  readonly runner: QueryRunner;
  /** Writes rows whose neighbours do not matter here. */
  put(table: string, values: Readonly<Record<string, unknown>>): Promise<void>;
  drop(): Promise<void>;
}

export async function migratedSchema(): Promise<MigratedSchema> {
  const schema = await freshSchema();
  const options = dataSourceOptions({ url: schema.url, poolSize: 2 });
  const source = await new DataSource(options).initialize();
  const runner = source.createQueryRunner();
  return {
    runner,
    async put(table, values) {
      const columns = Object.keys(values);
      await runner.query('SET FOREIGN_KEY_CHECKS = 0');
      try {
        await runner.query(
          `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
          Object.values(values),
        );
      } finally {
        await runner.query('SET FOREIGN_KEY_CHECKS = 1');
      }
    },
    async drop() {
      await runner.release();
      await source.destroy();
      await schema.drop();
    },
  };
}

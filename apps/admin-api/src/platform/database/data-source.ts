import type { DataSourceOptions, MigrationInterface } from 'typeorm';
import { connectionFactory } from './connection-factory.js';

/** Where the database is and how hard we may lean on it. */
export interface DatabaseSettings {
  /** `mysql://user:password@host:port/database`; any MySQL-protocol server. */
  readonly url: string;
  /** Connections in the pool; 10 to 20 is where throughput levelled off when measured. */
  readonly poolSize: number;
}

/**
 * Callers that may wait for each connection. One request may wait for several at once, because it reads side by side;
 * this many are served in well under the time they may wait.
 */
const WAITING_PER_CONNECTION = 64;

/** The only place where connections come from: the app, the migrations and the commands all use these options. */
export function dataSourceOptions(
  settings: DatabaseSettings,
  entities: DataSourceOptions['entities'] = [],
  migrations: readonly (new () => MigrationInterface)[] = [],
): DataSourceOptions {
  return {
    type: 'mysql',
    url: settings.url,
    driver: connectionFactory({
      acquireTimeoutMs: 5_000,
      maxWaiting: settings.poolSize * WAITING_PER_CONNECTION,
    }),
    poolSize: settings.poolSize,
    timezone: 'Z',
    charset: 'utf8mb4',
    // Dates are days on a store's wall, never midnight instants.
    dateStrings: ['DATE'],
    supportBigNumbers: true,
    bigNumberStrings: false,
    entities,
    migrations: [...migrations],
    migrationsTableName: 'schema_migration',
    // DDL commits by itself on these engines; a transaction around it would only pretend.
    migrationsTransactionMode: 'none',
    synchronize: false,
    logging: false,
  };
}

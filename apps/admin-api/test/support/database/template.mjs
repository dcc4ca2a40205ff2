import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { transformSync } from '@swc/core';
import mysql from 'mysql2/promise';
import { DataSource } from 'typeorm';

const MIGRATIONS_FOLDER = path.resolve(import.meta.dirname, '../../../src/migrations');
const COMPILED_FOLDER = path.resolve(
  import.meta.dirname,
  `../../../node_modules/.cache/test-migrations-${process.pid}`,
);

/**
 * Makes `<prefix>_template` by running all migrations, and `<prefix>_ready`, where finished copies are noted and
 * what is made once a run is kept.
 * @param {string} adminUrl  @param {string} prefix
 */
export async function buildTemplate(adminUrl, prefix) {
  const connection = await mysql.createConnection(adminUrl);
  for (const schema of [`${prefix}_template`, `${prefix}_ready`]) {
    await connection.query(
      `CREATE DATABASE ${schema} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`,
    );
  }
  await connection.query(`CREATE TABLE ${prefix}_ready.copy (name VARCHAR(64) PRIMARY KEY)`);
  await connection.query(
    `CREATE TABLE ${prefix}_ready.once (name VARCHAR(128) PRIMARY KEY, value LONGTEXT NOT NULL)`,
  );
  await connection.end();
  await migrate(new URL(`${prefix}_template`, adminUrl).href);
}

/** @param {string} url */
async function migrate(url) {
  const source = new DataSource({
    type: 'mysql',
    url,
    timezone: 'Z',
    migrations: await compiledMigrations(),
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'none',
  });
  await source.initialize();
  await source.runMigrations().finally(() => source.destroy());
}

/** The migrations as they stand in src, so that a spec can run without building the API first. */
async function compiledMigrations() {
  mkdirSync(COMPILED_FOLDER, { recursive: true });
  writeFileSync(path.join(COMPILED_FOLDER, 'package.json'), '{"type":"module"}');
  const files = readdirSync(MIGRATIONS_FOLDER, { recursive: true }).map(String);
  for (const name of files.filter((file) => /(?<!spec)\.ts$/.test(file))) {
    mkdirSync(path.dirname(path.join(COMPILED_FOLDER, name)), { recursive: true });
    const source = readFileSync(path.join(MIGRATIONS_FOLDER, name), 'utf8');
    const { code } = transformSync(source, {
      jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    });
    writeFileSync(path.join(COMPILED_FOLDER, name.replace(/\.ts$/, '.js')), code);
  }
  try {
    const { MIGRATIONS } = await import(pathToFileURL(path.join(COMPILED_FOLDER, 'index.js')).href);
    return [...MIGRATIONS];
  } finally {
    rmSync(COMPILED_FOLDER, { recursive: true, force: true });
  }
}

/** @param {string} adminUrl  @param {string} prefix */
export async function dropSchemas(adminUrl, prefix) {
  const connection = await mysql.createConnection(adminUrl);
  const like = `${prefix.replaceAll('_', '\\_')}\\_%`;
  const [rows] = await connection.query(
    'SELECT schema_name AS name FROM information_schema.schemata WHERE schema_name LIKE ?',
    [like],
  );
  for (const { name } of rows) await connection.query(`DROP DATABASE ${name}`);
  await connection.end();
}

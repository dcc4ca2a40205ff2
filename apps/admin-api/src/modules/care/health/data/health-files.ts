import { Injectable } from '@nestjs/common';
import { FieldCipher } from '../../../../platform/crypto/index.js';
import { insertSql, type Reader, type Tx } from '../../../../platform/database/index.js';
import { newId } from '../../../../platform/ids/index.js';
import { joinFacts, type HealthFacts } from '../rules/health-facts.js';

const FIELD = 'health-file';

/** Who wrote a version of a file. */
export interface HealthWriter {
  readonly kind: 'client' | 'staff' | 'system';
  readonly id: string;
  readonly name: string;
}

export type HealthSource = 'client' | 'staff' | 'joined';

/** A health file, opened. */
export interface HealthFile {
  readonly version: number;
  readonly facts: HealthFacts;
  readonly updatedAt: Date;
}

/** When a file was written and by whom; what it said stays sealed. */
export interface HealthChange {
  readonly version: number;
  readonly source: HealthSource;
  readonly byName: string;
  readonly at: Date;
}

interface FileRow {
  readonly version: number;
  readonly sealed: Buffer;
  readonly updatedAt: Date;
}

/** Health files: one sealed document a client, under her own key, with every version that it had. */
@Injectable()
export class HealthFiles {
  constructor(private readonly cipher: FieldCipher) {}

  /** Undefined while nothing was ever said. Whoever writes holds her file's lock and reads inside its transaction. */
  async read(reader: Reader, customerId: string): Promise<HealthFile | undefined> {
    const row = await reader.row<FileRow>(
      'SELECT version, sealed, updated_at AS updatedAt FROM health_file WHERE customer_id = ?',
      [customerId],
    );
    if (!row) return undefined;
    const facts = await this.#open(reader, customerId, row.sealed);
    return { version: row.version, updatedAt: row.updatedAt, facts };
  }

  /** Writes the next version. The client's file is locked. */
  async write(
    tx: Tx,
    customerId: string,
    next: { readonly version: number; readonly facts: HealthFacts },
    by: HealthWriter & { readonly source: HealthSource; readonly at: Date },
  ): Promise<void> {
    const { version, facts } = next;
    const text = JSON.stringify(facts);
    await tx.run(
      `INSERT INTO health_file (customer_id, version, sealed, updated_at) VALUES (?, ?, ?, ?)
       ON DUPLICATE KEY UPDATE version = VALUES(version), sealed = VALUES(sealed), updated_at = VALUES(updated_at)`,
      [customerId, version, await this.cipher.encrypt(tx, customerId, FIELD, text), by.at],
    );
    const columns = ['id', 'customer_id', 'version', 'source', 'by_kind', 'by_id', 'by_name'];
    await tx.run(insertSql('health_change', [...columns, 'sealed', 'at'], 1), [
      ...[newId(), customerId, version, by.source, by.kind, by.id, by.name],
      ...[await this.cipher.encrypt(tx, customerId, FIELD, text), by.at],
    ]);
  }

  /** Who wrote when, latest first. */
  changes(reader: Reader, customerId: string): Promise<HealthChange[]> {
    return reader.rows<HealthChange>(
      `SELECT version, source, by_name AS byName, at FROM health_change
       WHERE customer_id = ? ORDER BY at DESC, id DESC LIMIT 50`,
      [customerId],
    );
  }

  /** Two files become one: what either warns of stands in the one that goes on, and both histories under its key. */
  async moveClient(tx: Tx, from: string, to: string, at: Date): Promise<void> {
    await this.#reseal(tx, from, to);
    const [left, kept] = [await this.read(tx, from), await this.read(tx, to)];
    if (!left) return;
    await tx.run('DELETE FROM health_file WHERE customer_id = ?', [from]);
    const facts = kept ? joinFacts(left.facts, kept.facts) : left.facts;
    const version = Math.max(left.version, kept?.version ?? 0) + 1;
    const by = {
      kind: 'system',
      id: 'join-files',
      name: '合并档案',
      source: 'joined',
      at,
    } as const;
    await this.write(tx, to, { version, facts }, by);
  }

  async #reseal(tx: Tx, from: string, to: string): Promise<void> {
    const rows = await tx.rows<{ id: string; sealed: Buffer }>(
      'SELECT id, sealed FROM health_change WHERE customer_id = ? ORDER BY id',
      [from],
    );
    for (const { id, sealed } of rows) {
      const text = await this.cipher.decrypt(tx, from, FIELD, sealed);
      await tx.run('UPDATE health_change SET customer_id = ?, sealed = ? WHERE id = ?', [
        ...[to, await this.cipher.encrypt(tx, to, FIELD, text), id],
      ]);
    }
  }

  async #open(reader: Reader, customerId: string, sealed: Buffer): Promise<HealthFacts> {
    return JSON.parse(await this.cipher.decrypt(reader, customerId, FIELD, sealed)) as HealthFacts;
  }
}

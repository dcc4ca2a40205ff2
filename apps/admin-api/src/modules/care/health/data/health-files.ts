import { Injectable } from '@nestjs/common';
import { FieldCipher } from '../../../../platform/crypto/index.js';
import { insertSql, type Reader, type Tx } from '../../../../platform/database/index.js';
import { newId } from '../../../../platform/ids/index.js';
import { NO_FACTS, joinFacts, type HealthFacts } from '../rules/health-facts.js';

const FIELD = 'health-file';
const JOINED = { kind: 'system', id: 'join-files', name: '合并档案', source: 'joined' } as const;
const PARTED = { ...JOINED, id: 'part-files', name: '撤销合并' } as const;

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

/** What a join did to health files, for its way back. */
export interface MovedHealth {
  /** Versions that went to the other file. */
  readonly changes: readonly string[];
  /** The version that the join wrote, and the one of the file that goes on before it; null where there was none. */
  readonly joined: {
    readonly id: string;
    readonly version: number;
    readonly before: string | null;
  } | null;
}

interface SealedChange {
  readonly id: string;
  readonly version: number;
  readonly sealed: Buffer;
  readonly at: Date;
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

  /** Writes the next version. The client's file is locked. @returns the id of the change */
  async write(
    tx: Tx,
    customerId: string,
    next: { readonly version: number; readonly facts: HealthFacts },
    by: HealthWriter & { readonly source: HealthSource; readonly at: Date },
  ): Promise<string> {
    const [id, { version, facts }] = [newId(), next];
    const text = JSON.stringify(facts);
    await this.#set(tx, customerId, version, text, by.at);
    const columns = ['id', 'customer_id', 'version', 'source', 'by_kind', 'by_id', 'by_name'];
    await tx.run(insertSql('health_change', [...columns, 'sealed', 'at'], 1), [
      ...[id, customerId, version, by.source, by.kind, by.id, by.name],
      ...[await this.cipher.encrypt(tx, customerId, FIELD, text), by.at],
    ]);
    return id;
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
  async moveClient(tx: Tx, from: string, to: string, at: Date): Promise<MovedHealth> {
    const [left, kept] = [await this.read(tx, from), await this.read(tx, to)];
    const before = (await this.#changesOf(tx, to)).at(-1)?.id ?? null;
    const changes = await this.#changesOf(tx, from);
    await this.#give(tx, from, to, changes);
    const moved = changes.map(({ id }) => id);
    if (!left) return { changes: moved, joined: null };
    await tx.run('DELETE FROM health_file WHERE customer_id = ?', [from]);
    const facts = kept ? joinFacts(left.facts, kept.facts) : left.facts;
    const version = Math.max(left.version, kept?.version ?? 0) + 1;
    const id = await this.write(tx, to, { version, facts }, { ...JOINED, at });
    return { changes: moved, joined: { id, version, before: kept ? before : null } };
  }

  /**
   * Parts them again: each has what it said before. Where somebody wrote in the joined file since, that stays as she
   * left it; else nothing of the other's health stays behind, not even sealed.
   */
  async moveBack(tx: Tx, from: string, to: string, moved: MovedHealth, at: Date): Promise<void> {
    const wanted = new Set(moved.changes);
    const now = await this.#changesOf(tx, to);
    const theirs = now.filter(({ id }) => wanted.has(id));
    const { joined } = moved;
    if (joined && now.at(-1)?.id === joined.id)
      await this.#unjoin(
        tx,
        to,
        joined.id,
        now.find(({ id }) => id === joined.before),
        at,
      );
    await this.#give(tx, to, from, theirs);
    const last = (await this.#changesOf(tx, from)).at(-1);
    if (!joined || !last) return;
    const text = await this.cipher.decrypt(tx, from, FIELD, last.sealed);
    await this.#set(tx, from, last.version, text, last.at);
  }

  async #unjoin(
    tx: Tx,
    to: string,
    joinedId: string,
    before: SealedChange | undefined,
    at: Date,
  ): Promise<void> {
    const facts = before ? await this.#open(tx, to, before.sealed) : NO_FACTS;
    const sealed = await this.cipher.encrypt(tx, to, FIELD, JSON.stringify(facts));
    await tx.run('UPDATE health_change SET sealed = ? WHERE id = ?', [sealed, joinedId]);
    const { version } = (await this.read(tx, to)) ?? { version: 0 };
    if (before) await this.write(tx, to, { version: version + 1, facts }, { ...PARTED, at });
    else await tx.run('DELETE FROM health_file WHERE customer_id = ?', [to]);
  }

  /** Oldest first. */
  #changesOf(tx: Tx, customerId: string): Promise<SealedChange[]> {
    return tx.rows<SealedChange>(
      `SELECT id, version, sealed, at FROM health_change WHERE customer_id = ? ORDER BY version, at, id`,
      [customerId],
    );
  }

  async #give(tx: Tx, from: string, to: string, changes: readonly SealedChange[]): Promise<void> {
    for (const { id, sealed } of changes) {
      const anew = await this.cipher.handOver(tx, { from, to }, FIELD, sealed);
      const sql = 'UPDATE health_change SET customer_id = ?, sealed = ? WHERE id = ?';
      await tx.run(sql, [to, anew, id]);
    }
  }

  async #set(tx: Tx, customerId: string, version: number, text: string, at: Date): Promise<void> {
    await tx.run(
      `INSERT INTO health_file (customer_id, version, sealed, updated_at) VALUES (?, ?, ?, ?)
       ON DUPLICATE KEY UPDATE version = VALUES(version), sealed = VALUES(sealed), updated_at = VALUES(updated_at)`,
      [customerId, version, await this.cipher.encrypt(tx, customerId, FIELD, text), at],
    );
  }

  async #open(reader: Reader, customerId: string, sealed: Buffer): Promise<HealthFacts> {
    return JSON.parse(await this.cipher.decrypt(reader, customerId, FIELD, sealed)) as HealthFacts;
  }
}

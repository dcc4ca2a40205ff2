import { Injectable } from '@nestjs/common';
import { FieldCipher } from '../../../../platform/crypto/index.js';
import { insertSql, type Reader, type Tx } from '../../../../platform/database/index.js';
import { newId } from '../../../../platform/ids/index.js';

const FIELD = 'care-override';

/** What an override was given for. */
export interface CareContext {
  readonly kind: 'appointment' | 'bill' | 'plan' | 'session_use' | 'points_redemption';
  readonly id: string;
}

/** What was found and why it is done all the same; sealed. */
export interface OverrideWords {
  readonly reason: string;
  readonly findings: readonly { readonly code: string; readonly words: string }[];
}

export interface CareOverride extends OverrideWords {
  readonly id: string;
  readonly context: CareContext;
  readonly givenName: string;
  readonly approvedName: string;
  readonly at: Date;
}

interface OverrideRow {
  readonly id: string;
  readonly contextKind: CareContext['kind'];
  readonly contextId: string;
  readonly sealed: Buffer;
  readonly givenName: string;
  readonly approvedName: string;
  readonly at: Date;
}

const SELECT = `SELECT id, context_kind AS contextKind, context_id AS contextId, sealed,
    given_name AS givenName, approved_name AS approvedName, at FROM care_override`;

/** Who answers for an override: who asked and who agreed. */
export interface TwoNames {
  readonly given: { readonly staffId: string; readonly name: string };
  readonly approved: { readonly staffId: string; readonly name: string };
}

/** Overrides of hard findings, sealed under the client's key but for who gave them and for what. */
@Injectable()
export class CareOverrides {
  constructor(private readonly cipher: FieldCipher) {}

  async insert(
    tx: Tx,
    customerId: string,
    context: CareContext,
    words: OverrideWords,
    { given, approved, at }: TwoNames & { readonly at: Date },
  ): Promise<string> {
    const id = newId();
    const sealed = await this.cipher.encrypt(tx, customerId, FIELD, JSON.stringify(words));
    const columns = [
      ...['id', 'customer_id', 'context_kind', 'context_id', 'sealed', 'given_by', 'given_name'],
      ...['approved_by', 'approved_name', 'at'],
    ];
    await tx.run(insertSql('care_override', columns, 1), [
      ...[id, customerId, context.kind, context.id, sealed, given.staffId, given.name],
      ...[approved.staffId, approved.name, at],
    ]);
    return id;
  }

  /** A client's overrides, latest first. */
  async ofClient(reader: Reader, customerId: string): Promise<CareOverride[]> {
    const sql = `${SELECT} WHERE customer_id = ? ORDER BY at DESC, id DESC LIMIT 50`;
    return this.#opened(reader, customerId, await reader.rows<OverrideRow>(sql, [customerId]));
  }

  /** Codes of a client's findings that two people answered for in one of these contexts. */
  async codes(
    reader: Reader,
    customerId: string,
    contexts: readonly CareContext[],
  ): Promise<Set<string>> {
    if (contexts.length === 0) return new Set();
    const pairs = contexts.map(() => '(context_kind = ? AND context_id = ?)').join(' OR ');
    const rows = await reader.rows<OverrideRow>(`${SELECT} WHERE customer_id = ? AND (${pairs})`, [
      customerId,
      ...contexts.flatMap(({ kind, id }) => [kind, id]),
    ]);
    const opened = await this.#opened(reader, customerId, rows);
    return new Set(opened.flatMap(({ findings }) => findings.map(({ code }) => code)));
  }

  /** @param only of these alone; of all unless told. @returns which went over */
  async moveClient(
    tx: Tx,
    from: string,
    to: string,
    only?: readonly unknown[],
  ): Promise<readonly string[]> {
    const rows = await tx.rows<{ id: string; sealed: Buffer }>(
      'SELECT id, sealed FROM care_override WHERE customer_id = ? ORDER BY id',
      [from],
    );
    const going = rows.filter(({ id }) => only?.includes(id) ?? true);
    for (const { id, sealed } of going) {
      const anew = await this.cipher.handOver(tx, { from, to }, FIELD, sealed);
      const sql = 'UPDATE care_override SET customer_id = ?, sealed = ? WHERE id = ?';
      await tx.run(sql, [to, anew, id]);
    }
    return going.map(({ id }) => id);
  }

  async #opened(
    reader: Reader,
    customerId: string,
    rows: readonly OverrideRow[],
  ): Promise<CareOverride[]> {
    const opened: CareOverride[] = [];
    for (const { sealed, contextKind, contextId, ...row } of rows) {
      const text = await this.cipher.decrypt(reader, customerId, FIELD, sealed);
      const words = JSON.parse(text) as OverrideWords;
      opened.push({ ...row, ...words, context: { kind: contextKind, id: contextId } });
    }
    return opened;
  }
}

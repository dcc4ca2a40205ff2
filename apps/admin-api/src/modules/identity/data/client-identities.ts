import { Injectable } from '@nestjs/common';
import { Config } from '../../../platform/config/index.js';
import { placeholders, type Reader, type Tx } from '../../../platform/database/index.js';
import { newId } from '../../../platform/ids/index.js';

/** A WeChat account in this mini-program, and the file it uses. */
export interface ClientIdentity {
  readonly id: string;
  readonly customerId: string;
}

export const OPENID_KEY = 'uq_wechat_identity_openid';

const COLUMNS = 'id, customer_id AS customerId';

/** WeChat identities of the configured mini-program. An openid means nothing outside its appid. */
@Injectable()
export class ClientIdentities {
  readonly #appId: string;

  constructor(config: Config) {
    this.#appId = config.wechat.appId;
  }

  find(reader: Reader, openid: string): Promise<ClientIdentity | undefined> {
    const sql = `SELECT ${COLUMNS} FROM wechat_identity WHERE appid = ? AND openid = ?`;
    return reader.row<ClientIdentity>(sql, [this.#appId, openid]);
  }

  /** Locks the identity, which orders the bindings of one WeChat account. */
  lock(tx: Tx, openid: string): Promise<ClientIdentity | undefined> {
    const sql = `SELECT ${COLUMNS} FROM wechat_identity WHERE appid = ? AND openid = ? FOR UPDATE`;
    return tx.row<ClientIdentity>(sql, [this.#appId, openid]);
  }

  /** The unique key on (appid, openid) decides between two first sign-ins: the loser gets a duplicate-key error. */
  async insert(
    tx: Tx,
    row: { openid: string; unionid?: string; customerId: string; at: Date },
  ): Promise<string> {
    const id = newId();
    await tx.run(
      `INSERT INTO wechat_identity (id, appid, openid, unionid, customer_id, created_at)
       VALUES (?, ?, ?, ?, ?, ?)`,
      [id, this.#appId, row.openid, row.unionid ?? null, row.customerId, row.at],
    );
    return id;
  }

  /** Which of these files another WeChat account of this mini-program uses. */
  async tied(reader: Reader, customerIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (customerIds.length === 0) return new Set();
    const rows = await reader.rows<{ customerId: string }>(
      `SELECT DISTINCT customer_id AS customerId FROM wechat_identity
       WHERE appid = ? AND customer_id IN (${placeholders(customerIds)})`,
      [this.#appId, ...customerIds],
    );
    return new Set(rows.map((row) => row.customerId));
  }

  /** The WeChat accounts of this mini-program that use a file, newest first: where its messages go. */
  async openidsOf(reader: Reader, customerId: string): Promise<string[]> {
    const rows = await reader.rows<{ openid: string }>(
      'SELECT openid FROM wechat_identity WHERE customer_id = ? AND appid = ? ORDER BY id DESC',
      [customerId, this.#appId],
    );
    return rows.map((row) => row.openid);
  }

  /** Orders all who bind this phone at the same time, until the transaction ends. */
  async lockPhone(tx: Tx, phoneIndex: Buffer): Promise<void> {
    // ON DUPLICATE takes the exclusive lock at once; IGNORE would take a shared one and invite a deadlock.
    await tx.run(
      `INSERT INTO phone_binding (phone_index) VALUES (?)
       ON DUPLICATE KEY UPDATE phone_index = VALUES(phone_index)`,
      [phoneIndex],
    );
  }
}

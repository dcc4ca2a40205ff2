import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '../../../platform/database/index.js';

export interface ClientSessionRow {
  readonly id: string;
  readonly customerId: string;
  readonly openid: string;
  readonly expiresAt: Date;
}

/** Sessions of clients, by the hash of their token. */
@Injectable()
export class ClientSessions {
  /** One round trip on the primary keys of session and identity. */
  find(reader: Reader, tokenHash: Buffer, now: Date): Promise<ClientSessionRow | undefined> {
    return reader.row<ClientSessionRow>(
      `SELECT s.id, s.expires_at AS expiresAt, i.customer_id AS customerId, i.openid
       FROM client_session s JOIN wechat_identity i ON i.id = s.identity_id
       WHERE s.token_hash = ? AND s.expires_at > ?`,
      [tokenHash, now],
    );
  }

  async insert(
    tx: Tx,
    row: { tokenHash: Buffer; id: string; identityId: string; now: Date; expiresAt: Date },
  ): Promise<void> {
    await tx.run(
      `INSERT INTO client_session (token_hash, id, identity_id, created_at, expires_at)
       VALUES (?, ?, ?, ?, ?)`,
      [row.tokenHash, row.id, row.identityId, row.now, row.expiresAt],
    );
  }

  /** Never shortens a session: two requests may prolong it at once. */
  async prolong(tx: Tx, tokenHash: Buffer, expiresAt: Date): Promise<void> {
    await tx.run(
      'UPDATE client_session SET expires_at = ? WHERE token_hash = ? AND expires_at < ?',
      [expiresAt, tokenHash, expiresAt],
    );
  }

  async end(tx: Tx, sessionId: string): Promise<void> {
    await tx.run('DELETE FROM client_session WHERE id = ?', [sessionId]);
  }
}

import { Injectable } from '@nestjs/common';
import type { StaffRole } from '@yance/shared-types';
import type { Reader, Tx } from '../../../platform/database/index.js';

export interface StaffSessionRow {
  readonly id: string;
  readonly staffId: string;
  readonly name: string;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
  readonly roles: readonly StaffRole[];
  readonly storeIds: readonly string[];
}

interface JoinedRow extends Omit<StaffSessionRow, 'roles' | 'storeIds'> {
  readonly role: StaffRole | null;
  readonly storeId: string | null;
}

/** Sessions of staff, by the hash of their token. */
@Injectable()
export class StaffSessions {
  /**
   * One round trip: the session with the person's name, roles and stores. Nothing for one who has left, so that
   * leaving ends all sessions at once.
   */
  async find(reader: Reader, tokenHash: Buffer, now: Date): Promise<StaffSessionRow | undefined> {
    const rows = await reader.rows<JoinedRow>(
      `SELECT s.id, s.staff_id AS staffId, m.display_name AS name, s.last_seen_at AS lastSeenAt,
         s.expires_at AS expiresAt, r.role, ss.store_id AS storeId
       FROM staff_session s
       JOIN staff_member m ON m.id = s.staff_id AND m.state = 'active'
       LEFT JOIN staff_role r ON r.staff_id = s.staff_id
       LEFT JOIN staff_store ss ON ss.staff_id = s.staff_id
       WHERE s.token_hash = ? AND s.idle_until > ? AND s.expires_at > ?`,
      [tokenHash, now, now],
    );
    const [first] = rows;
    if (!first) return undefined;
    const { role: _role, storeId: _storeId, ...session } = first;
    return {
      ...session,
      roles: [...new Set(rows.flatMap((row) => row.role ?? []))],
      storeIds: [...new Set(rows.flatMap((row) => row.storeId ?? []))],
    };
  }

  async insert(
    tx: Tx,
    row: {
      tokenHash: Buffer;
      id: string;
      staffId: string;
      byCookie: boolean;
      now: Date;
      idleUntil: Date;
      expiresAt: Date;
    },
  ): Promise<void> {
    await tx.run(
      `INSERT INTO staff_session
         (token_hash, id, staff_id, by_cookie, created_at, last_seen_at, idle_until, expires_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        row.tokenHash,
        row.id,
        row.staffId,
        row.byCookie ? 1 : 0,
        row.now,
        row.now,
        row.idleUntil,
        row.expiresAt,
      ],
    );
  }

  async noteSeen(tx: Tx, sessionId: string, now: Date, idleUntil: Date): Promise<void> {
    await tx.run(
      'UPDATE staff_session SET last_seen_at = ?, idle_until = ? WHERE id = ? AND last_seen_at < ?',
      [now, idleUntil, sessionId, now],
    );
  }

  async end(tx: Tx, sessionId: string): Promise<void> {
    await tx.run('DELETE FROM staff_session WHERE id = ?', [sessionId]);
  }

  /** Ends all sessions of a person, but for one that she keeps. */
  async endAll(tx: Tx, staffId: string, except = ''): Promise<void> {
    await tx.run('DELETE FROM staff_session WHERE staff_id = ? AND id <> ?', [staffId, except]);
  }
}

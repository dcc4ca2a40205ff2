import { Injectable } from '@nestjs/common';
import type { StaffRole } from '@yance/shared-types';
import { insertSql, type Reader, type Tx } from '../../../platform/database/index.js';

export type TotpState = 'off' | 'pending' | 'on';

export interface StaffAccountRow {
  readonly staffId: string;
  readonly username: string;
  readonly passwordHash: string;
  /** True when the password stands in our documents: such an account must not work in production. */
  readonly isDemo: boolean;
  readonly totpState: TotpState;
  readonly totpCipher: Buffer | null;
  readonly totpLastStep: number | null;
  /** False once the person has left. */
  readonly works: boolean;
}

interface Row extends Omit<StaffAccountRow, 'isDemo' | 'works'> {
  readonly isDemo: number;
  readonly memberState: string;
}

/** Who somebody is at work, as the console shows it. */
export interface StaffProfile {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly StaffRole[];
  readonly stores: readonly { readonly id: string; readonly name: string }[];
}

export const USERNAME_KEY = 'uq_staff_account_username';

const ASCII = /^[\x20-\x7e]*$/;
const SELECT = `SELECT a.staff_id AS staffId, a.username, a.password_hash AS passwordHash, a.is_demo AS isDemo,
    a.totp_state AS totpState, a.totp_cipher AS totpCipher, a.totp_last_step AS totpLastStep,
    m.state AS memberState
  FROM staff_account a JOIN staff_member m ON m.id = a.staff_id`;

function toAccount({ isDemo, memberState, ...row }: Row): StaffAccountRow {
  return { ...row, isDemo: isDemo === 1, works: memberState === 'active' };
}

/** Accounts of staff. The person is the staff module's; what lets her in is ours. */
@Injectable()
export class StaffAccounts {
  async byUsername(reader: Reader, username: string): Promise<StaffAccountRow | undefined> {
    // The column is ASCII, and a database refuses to compare it with anything else.
    if (!ASCII.test(username)) return undefined;
    const row = await reader.row<Row>(`${SELECT} WHERE a.username = ?`, [username]);
    return row && toAccount(row);
  }

  async byStaffId(reader: Reader, staffId: string): Promise<StaffAccountRow | undefined> {
    const row = await reader.row<Row>(`${SELECT} WHERE a.staff_id = ?`, [staffId]);
    return row && toAccount(row);
  }

  /** Locks the account, which orders changes of its password and second factor. */
  async lock(tx: Tx, staffId: string): Promise<StaffAccountRow | undefined> {
    await tx.row('SELECT staff_id FROM staff_account WHERE staff_id = ? FOR UPDATE', [staffId]);
    return this.byStaffId(tx, staffId);
  }

  async insert(
    tx: Tx,
    row: { staffId: string; username: string; passwordHash: string; isDemo: boolean; at: Date },
    roles: readonly StaffRole[],
  ): Promise<void> {
    await tx.run(
      `INSERT INTO staff_account
         (staff_id, username, password_hash, password_changed_at, is_demo, totp_state, created_at)
       VALUES (?, ?, ?, ?, ?, 'off', ?)`,
      [row.staffId, row.username, row.passwordHash, row.at, row.isDemo ? 1 : 0, row.at],
    );
    if (roles.length === 0) return;
    const sql = insertSql('staff_role', ['staff_id', 'role'], roles.length);
    await tx.run(
      sql,
      roles.flatMap((role) => [row.staffId, role]),
    );
  }

  async setPassword(tx: Tx, staffId: string, passwordHash: string, at: Date): Promise<void> {
    await tx.run(
      'UPDATE staff_account SET password_hash = ?, password_changed_at = ?, is_demo = 0 WHERE staff_id = ?',
      [passwordHash, at, staffId],
    );
  }

  async setTotp(tx: Tx, staffId: string, state: TotpState, cipher: Buffer | null): Promise<void> {
    await tx.run('UPDATE staff_account SET totp_state = ?, totp_cipher = ? WHERE staff_id = ?', [
      state,
      cipher,
      staffId,
    ]);
  }

  /** Uses up a time step. False when it, or a later one, was used before; of two at once one wins. */
  async useTotpStep(tx: Tx, staffId: string, step: number): Promise<boolean> {
    const { affectedRows } = await tx.run(
      `UPDATE staff_account SET totp_last_step = ?
       WHERE staff_id = ? AND (totp_last_step IS NULL OR totp_last_step < ?)`,
      [step, staffId, step],
    );
    return affectedRows > 0;
  }

  /** Name, roles and stores of one who works here. */
  async profile(reader: Reader, staffId: string): Promise<StaffProfile | undefined> {
    const rows = await reader.rows<{
      name: string;
      role: StaffRole | null;
      storeId: string | null;
      storeName: string | null;
    }>(
      `SELECT m.display_name AS name, r.role, st.id AS storeId, st.name AS storeName
       FROM staff_member m
       LEFT JOIN staff_role r ON r.staff_id = m.id
       LEFT JOIN staff_store ss ON ss.staff_id = m.id
       LEFT JOIN store st ON st.id = ss.store_id
       WHERE m.id = ? AND m.state = 'active' ORDER BY st.created_at, st.id, r.role`,
      [staffId],
    );
    const [first] = rows;
    if (!first) return undefined;
    const stores = new Map(
      rows.flatMap(({ storeId, storeName }) => (storeId ? [[storeId, storeName ?? '']] : [])),
    );
    return {
      id: staffId,
      name: first.name,
      roles: [...new Set(rows.flatMap((row) => row.role ?? []))],
      stores: [...stores].map(([id, name]) => ({ id, name })),
    };
  }

  /** Usernames of people who work here and whose password stands in our documents. */
  async demoUsernames(reader: Reader): Promise<string[]> {
    const rows = await reader.rows<{ username: string }>(
      `SELECT a.username FROM staff_account a JOIN staff_member m ON m.id = a.staff_id
       WHERE a.is_demo = 1 AND m.state = 'active' ORDER BY a.username`,
    );
    return rows.map((row) => row.username);
  }
}

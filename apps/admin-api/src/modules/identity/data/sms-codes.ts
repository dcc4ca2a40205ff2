import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '../../../platform/database/index.js';
import { CODE_TRIES, type SmsHistory } from '../rules/sms-code.js';

export type SmsPurpose = 'bind-phone';

/** Whose code: a phone by its blind index, and what the code is for. */
export interface SmsSlot {
  readonly phoneIndex: Buffer;
  readonly purpose: SmsPurpose;
}

/** Codes sent by SMS: one live code per phone and purpose, kept as a keyed hash. */
@Injectable()
export class SmsCodes {
  /** What was sent before, locked; undefined for a phone that never had a code. */
  lockHistory(tx: Tx, slot: SmsSlot): Promise<SmsHistory | undefined> {
    return tx.row<SmsHistory>(
      `SELECT resend_at AS resendAt, sent_count AS sentCount, window_started_at AS windowStartedAt
       FROM sms_code WHERE phone_index = ? AND purpose = ? FOR UPDATE`,
      [slot.phoneIndex, slot.purpose],
    );
  }

  /** The first code of a phone. Of two at once one gets a duplicate-key error. */
  async insert(
    tx: Tx,
    slot: SmsSlot,
    mac: Buffer,
    expiresAt: Date,
    history: SmsHistory,
  ): Promise<void> {
    await tx.run(
      `INSERT INTO sms_code
         (phone_index, purpose, code_mac, tries_left, expires_at, resend_at, sent_count, window_started_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        slot.phoneIndex,
        slot.purpose,
        mac,
        CODE_TRIES,
        expiresAt,
        history.resendAt,
        history.sentCount,
        history.windowStartedAt,
      ],
    );
  }

  /** A new code takes the place of the old one, which is worth nothing from then on. */
  async replace(
    tx: Tx,
    slot: SmsSlot,
    mac: Buffer,
    expiresAt: Date,
    history: SmsHistory,
  ): Promise<void> {
    await tx.run(
      `UPDATE sms_code SET code_mac = ?, tries_left = ?, expires_at = ?, resend_at = ?, sent_count = ?,
         window_started_at = ? WHERE phone_index = ? AND purpose = ?`,
      [
        mac,
        CODE_TRIES,
        expiresAt,
        history.resendAt,
        history.sentCount,
        history.windowStartedAt,
        slot.phoneIndex,
        slot.purpose,
      ],
    );
  }

  /** The code never reached its phone: another may be asked for at once; it still counts for the day. */
  async allowResend(tx: Tx, slot: SmsSlot, now: Date): Promise<void> {
    const sql =
      'UPDATE sms_code SET resend_at = ?, tries_left = 0 WHERE phone_index = ? AND purpose = ?';
    await tx.run(sql, [now, slot.phoneIndex, slot.purpose]);
  }

  /** Uses up one guess if it is wrong. False when no live code has one left; the row's lock counts guesses made at once. */
  async takeTry(tx: Tx, slot: SmsSlot, mac: Buffer, now: Date): Promise<boolean> {
    const { affectedRows } = await tx.run(
      `UPDATE sms_code SET tries_left = tries_left - IF(code_mac = ?, 0, 1)
       WHERE phone_index = ? AND purpose = ? AND tries_left > 0 AND expires_at > ?`,
      [mac, slot.phoneIndex, slot.purpose, now],
    );
    return affectedRows > 0;
  }

  /** Whether the code that could be followed by another from `resendAt` on was taken back: it was never sent. */
  async wasTakenBack(reader: Reader, slot: SmsSlot, resendAt: Date): Promise<boolean> {
    const sql = 'SELECT 1 FROM sms_code WHERE phone_index = ? AND purpose = ? AND resend_at < ?';
    return (await reader.row(sql, [slot.phoneIndex, slot.purpose, resendAt])) !== undefined;
  }

  /** Spends the code if it is this one; of two who send the right code at once, one spends it. */
  async spend(tx: Tx, slot: SmsSlot, mac: Buffer, now: Date): Promise<boolean> {
    const { affectedRows } = await tx.run(
      `UPDATE sms_code SET tries_left = 0, expires_at = ?
       WHERE phone_index = ? AND purpose = ? AND code_mac = ? AND expires_at > ?`,
      [now, slot.phoneIndex, slot.purpose, mac, now],
    );
    return affectedRows > 0;
  }
}

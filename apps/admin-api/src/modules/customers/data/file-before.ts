import type { Reader, Tx } from '../../../platform/database/index.js';

/** The columns that completing a file may write, as they were; kept sealed by whoever keeps it. */
export interface FileBefore {
  readonly gender: string;
  readonly birthdayCalendar: string | null;
  readonly birthdayYear: number | null;
  readonly birthdayMonth: number | null;
  readonly birthdayDay: number | null;
  readonly birthdayLeapMonth: number;
  /** The latest note and change that were there; empty for none. */
  readonly lastNoteId: string;
  readonly lastChangeId: string;
  readonly version: number;
  readonly updatedAt: string;
  /** Absent where an older version wrote it down. */
  readonly contactCheckedOn?: string | null;
  /** Absent where an older version wrote it down. */
  readonly ownNo?: string | null;
  /** Sealed, in base64; absent where an older version wrote it down. */
  readonly details?: string | null;
  /** A phone that was put on the file. */
  readonly addedPhoneId: string | null;
}

export async function fileAsItIs(reader: Reader, id: string): Promise<FileBefore> {
  const row = await reader.row<
    Omit<FileBefore, 'updatedAt' | 'addedPhoneId' | 'details'> & {
      readonly updatedAt: Date;
      readonly details: Buffer | null;
    }
  >(
    `SELECT gender, birthday_calendar AS birthdayCalendar, birthday_year AS birthdayYear,
       birthday_month AS birthdayMonth, birthday_day AS birthdayDay, birthday_leap_month AS birthdayLeapMonth,
       version, updated_at AS updatedAt, contact_checked_on AS contactCheckedOn,
       own_no AS ownNo, details_cipher AS details,
       COALESCE((SELECT MAX(n.id) FROM customer_note n WHERE n.customer_id = c.id), '') AS lastNoteId,
       COALESCE((SELECT MAX(h.id) FROM customer_change h WHERE h.customer_id = c.id), '') AS lastChangeId
     FROM customer c WHERE id = ?`,
    [id],
  );
  if (!row) throw new Error('a locked file is there');
  const details = row.details?.toString('base64') ?? null;
  return { ...row, details, updatedAt: row.updatedAt.toISOString(), addedPhoneId: null };
}

type Since = Pick<FileBefore, 'lastNoteId' | 'lastChangeId'>;

/** Before anything was written. */
export const FROM_THE_BEGINNING: Since = { lastNoteId: '', lastChangeId: '' };

/** Whether people, and not the house itself, have written on the file since. */
export async function peopleWroteSince(reader: Reader, id: string, since: Since): Promise<boolean> {
  const row = await reader.row(
    `SELECT id FROM customer_note WHERE customer_id = ? AND id > ? AND by_kind <> 'system'
     UNION ALL
     SELECT id FROM customer_change WHERE customer_id = ? AND id > ? AND by_kind <> 'system' LIMIT 1`,
    [id, since.lastNoteId, id, since.lastChangeId],
  );
  return row !== undefined;
}

/** Takes away the notes and the history that were written on a file since; corrections go before what they correct. */
export async function forgetSince(tx: Tx, id: string, since: Since): Promise<void> {
  await tx.run('DELETE FROM customer_note WHERE customer_id = ? AND id > ? ORDER BY id DESC', [
    ...[id, since.lastNoteId],
  ]);
  await tx.run('DELETE FROM customer_change WHERE customer_id = ? AND id > ?', [
    ...[id, since.lastChangeId],
  ]);
}

/** Puts a locked file back as it was, its version too: nothing of what was written in between is left. */
export async function putBack(tx: Tx, id: string, before: FileBefore): Promise<void> {
  await forgetSince(tx, id, before);
  await tx.run(
    `UPDATE customer SET gender = ?, birthday_calendar = ?, birthday_year = ?, birthday_month = ?,
       birthday_day = ?, birthday_leap_month = ?, version = ?, updated_at = ?,
       contact_checked_on = IF(?, ?, contact_checked_on), own_no = IF(?, ?, own_no),
       details_cipher = IF(?, ?, details_cipher) WHERE id = ?`,
    [
      ...[before.gender, before.birthdayCalendar, before.birthdayYear, before.birthdayMonth],
      ...[before.birthdayDay, before.birthdayLeapMonth, before.version],
      ...[new Date(before.updatedAt), before.contactCheckedOn !== undefined],
      ...[before.contactCheckedOn ?? null, before.ownNo !== undefined, before.ownNo ?? null],
      ...[
        before.details !== undefined,
        before.details ? Buffer.from(before.details, 'base64') : null,
      ],
      id,
    ],
  );
}

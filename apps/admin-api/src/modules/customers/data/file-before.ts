import type { Reader, Tx } from '../../../platform/database/index.js';

/** The columns that completing a file may write, as they were; kept sealed by whoever keeps it. */
export interface FileBefore {
  readonly gender: string;
  readonly birthdayCalendar: string | null;
  readonly birthdayYear: number | null;
  readonly birthdayMonth: number | null;
  readonly birthdayDay: number | null;
  readonly birthdayLeapMonth: number;
  readonly note: string;
  readonly version: number;
  readonly updatedAt: string;
  /** A phone that was put on the file. */
  readonly addedPhoneId: string | null;
}

export async function fileAsItIs(reader: Reader, id: string): Promise<FileBefore> {
  const row = await reader.row<
    Omit<FileBefore, 'updatedAt' | 'addedPhoneId'> & { readonly updatedAt: Date }
  >(
    `SELECT gender, birthday_calendar AS birthdayCalendar, birthday_year AS birthdayYear,
       birthday_month AS birthdayMonth, birthday_day AS birthdayDay, birthday_leap_month AS birthdayLeapMonth,
       note, version, updated_at AS updatedAt
     FROM customer WHERE id = ?`,
    [id],
  );
  if (!row) throw new Error('a locked file is there');
  return { ...row, updatedAt: row.updatedAt.toISOString(), addedPhoneId: null };
}

/** Puts a locked file back as it was, its version too: nothing of what was written in between is left. */
export async function putBack(tx: Tx, id: string, before: FileBefore): Promise<void> {
  await tx.run(
    `UPDATE customer SET gender = ?, birthday_calendar = ?, birthday_year = ?, birthday_month = ?,
       birthday_day = ?, birthday_leap_month = ?, note = ?, version = ?, updated_at = ? WHERE id = ?`,
    [
      ...[before.gender, before.birthdayCalendar, before.birthdayYear, before.birthdayMonth],
      ...[before.birthdayDay, before.birthdayLeapMonth, before.note, before.version],
      ...[new Date(before.updatedAt), id],
    ],
  );
}

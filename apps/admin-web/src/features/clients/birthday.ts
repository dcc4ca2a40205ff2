const FULL = /^(\d{4})-(\d{2})-(\d{2})$/;
const YEARLESS = /^--(\d{2})-(\d{2})$/;

/** `1990-05-12` → `1990年5月12日`, `--05-12` → `5月12日`; null when there is none. */
export function birthdayLabel(birthday: string | null): string | null {
  const full = FULL.exec(birthday ?? '');
  if (full) return `${full[1]}年${Number(full[2])}月${Number(full[3])}日`;
  const yearless = YEARLESS.exec(birthday ?? '');
  return yearless ? `${Number(yearless[1])}月${Number(yearless[2])}日` : null;
}

/** The birthday as it is typed: `1990-5-12`, `1990.05.12`, `5-12`; blank for none. */
export function birthdayText(birthday: string | null): string {
  return birthday?.replace(/^--/, '') ?? '';
}

const days = (month: number, year: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();
/** A leap year, so that a birthday without a year may be 29 February. */
const LEAP = 2000;

/**
 * What was typed, in the API's form.
 * @returns null for a blank; undefined when it is no date
 */
export function readBirthday(text: string): string | null | undefined {
  const typed = text.trim();
  if (typed === '') return null;
  const match = /^(?:(\d{4})[-./年])?(\d{1,2})[-./月](\d{1,2})日?$/.exec(typed);
  if (!match) return undefined;
  const [month, day] = [Number(match[2]), Number(match[3])];
  const year = match[1] ? Number(match[1]) : LEAP;
  if (month < 1 || month > 12 || day < 1 || day > days(month, year)) return undefined;
  const rest = `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return match[1] ? `${match[1]}-${rest}` : `--${rest}`;
}

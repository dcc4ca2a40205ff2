/** Numbers of the formats that a workbook does not write down and that show a date (ECMA-376, 18.8.30). */
const BUILT_IN = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);
const DAY_MS = 86_400_000;
/** Day 0 of workbooks: they count a 29 February 1900 that never was, so days after it are one too many. */
const DAY_ZERO = Date.UTC(1899, 11, 30);
const DAY_ZERO_1904 = Date.UTC(1904, 0, 1);
const LAST_SERIAL = 2_958_465;

/** Whether numbers in this format are shown as dates. @param code as the workbook writes it; none for built-in ones */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return BUILT_IN.has(id);
  // Words in quotes, escaped characters, colours and places are no parts of a date.
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '');
  return /[yd]/i.test(bare) || (/m/i.test(bare) && !/[hs0#?]/i.test(bare));
}

/** The day that a serial number stands for, `1990-05-12`; undefined where there is none. */
export function dateText(serial: number, from1904 = false): string | undefined {
  const day = Math.floor(serial);
  if (day < 1 || day > LAST_SERIAL) return undefined;
  if (from1904) return isoDay(DAY_ZERO_1904 + day * DAY_MS);
  if (day === 60) return undefined;
  return isoDay(DAY_ZERO + (day < 60 ? day + 1 : day) * DAY_MS);
}

const isoDay = (at: number): string => new Date(at).toISOString().slice(0, 10);

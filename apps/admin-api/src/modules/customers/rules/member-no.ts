const PREFIX = 'YC';
const PATTERN = /^YC(\d{1,12})$/i;

/** The number on a client's card: `YC000123`. It grows past six digits when the salon does. */
export function formatMemberNo(number: number): string {
  return PREFIX + String(number).padStart(6, '0');
}

/** Reads what somebody typed (`yc123`, `YC000123`) as the stored form; undefined when it is no such number. */
export function readMemberNo(text: string): string | undefined {
  const digits = PATTERN.exec(text)?.[1];
  return digits === undefined ? undefined : formatMemberNo(Number(digits));
}

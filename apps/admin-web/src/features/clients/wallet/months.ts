/** The month of a date, `YYYY-MM`. */
export const monthOf = (date: string): string => date.slice(0, 7);

/** Moves a month by whole months. */
export function addMonths(month: string, by: number): string {
  const [year = 0, at = 1] = month.split('-').map(Number);
  const months = year * 12 + (at - 1) + by;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}

/** `2026年11月`. */
export const monthLabel = (month: string): string =>
  `${month.slice(0, 4)}年${Number(month.slice(5))}月`;

/** '2026-11' of a local date. */
export const monthOf = (date: string): string => date.slice(0, 7);

/** The month `n` later (or earlier): '2026-01' and -1 give '2025-12'. */
export function addMonths(month: string, n: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const index = year * 12 + (number - 1) + n;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** '2026-11' → '2026年11月' */
export function monthWords(month: string): string {
  const [year, number] = month.split('-').map(Number);
  return `${year}年${number}月`;
}

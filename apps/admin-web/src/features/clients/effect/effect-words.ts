/** Against the plan's start: `+14`, `持平`; where there is nothing to compare, that it is the first time. */
export function changeWords(change: number | null): string {
  if (change === null) return '第一次';
  if (change === 0) return '持平';
  return change > 0 ? `+${change}` : `${change}`;
}

/** How she liked it: `★★★★☆`; empty while she said nothing. */
export const starWords = (stars: number | null): string =>
  stars === null ? '' : '★'.repeat(stars) + '☆'.repeat(5 - stars);

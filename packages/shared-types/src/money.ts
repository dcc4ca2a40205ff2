/** An integer number of fen (分); 100 fen are one yuan. Never a float, never yuan. */
export type Fen = number;

/** Writes fen as yuan for people: 128000 → "1,280", 9950 → "99.50". No currency sign. */
export function formatYuan(amountFen: Fen): string {
  if (!Number.isSafeInteger(amountFen)) throw new RangeError('amountFen must be a safe integer');
  const sign = amountFen < 0 ? '-' : '';
  const whole = Math.floor(Math.abs(amountFen) / 100);
  const cents = Math.abs(amountFen) % 100;
  const grouped = String(whole).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return `${sign}${grouped}${cents === 0 ? '' : `.${String(cents).padStart(2, '0')}`}`;
}

const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz';

/** A fresh idempotency key: the time and 24 random signs, so that two taps or two phones never share one. */
export function newKey(): string {
  const random = Array.from(
    { length: 24 },
    () => ALPHABET[Math.floor(Math.random() * ALPHABET.length)],
  );
  return `${Date.now().toString(36)}-${random.join('')}`;
}

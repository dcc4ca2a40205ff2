/**
 * One bit per slot, 32 slots a word, slot 0 in the lowest bit of the first word.
 * Whatever lies outside a bitmap reads as 0. The in-place operations allocate nothing.
 */
export type Bitmap = Uint32Array;

/** An empty bitmap with room for `slotCount` slots. */
export function emptyBitmap(slotCount: number): Bitmap {
  return new Uint32Array((slotCount + 31) >>> 5);
}

/** Sets or clears the slots `from <= slot < to`; the part outside the bitmap is ignored. */
export function writeRange(bitmap: Bitmap, from: number, to: number, value: boolean): void {
  const first = Math.max(0, from);
  const end = Math.min(bitmap.length << 5, to);
  if (first >= end) return;
  const firstWord = first >>> 5;
  const lastWord = (end - 1) >>> 5;
  for (let word = firstWord; word <= lastWord; word += 1) {
    const low = word === firstWord ? first & 31 : 0;
    const high = word === lastWord ? (end - 1) & 31 : 31;
    const mask = (0xffffffff << low) & (0xffffffff >>> (31 - high));
    const old = bitmap[word] ?? 0;
    bitmap[word] = value ? old | mask : old & ~mask;
  }
}

/** Whether the slot is set. */
export function hasSlot(bitmap: Bitmap, slot: number): boolean {
  if (slot < 0 || slot >= bitmap.length << 5) return false;
  return (((bitmap[slot >>> 5] ?? 0) >>> (slot & 31)) & 1) === 1;
}

/** `target[t] &= source[t + shift]` for every slot t; the shift may be negative. */
export function andShifted(target: Bitmap, source: Bitmap, shift: number): void {
  const words = target.length;
  const skip = shift >> 5;
  const bits = shift & 31;
  let low = wordOf(source, skip);
  for (let word = 0; word < words; word += 1) {
    // A word is read before it is written, so `target` may be `source` when the shift is not negative.
    const high = wordOf(source, word + skip + 1);
    const moved = bits === 0 ? low : (low >>> bits) | (high << (32 - bits));
    target[word] = (target[word] ?? 0) & moved;
    low = high;
  }
}

/** `target[t] |= source[t + shift]` for every slot t; the shift may be negative. */
export function orShifted(target: Bitmap, source: Bitmap, shift: number): void {
  const words = target.length;
  const skip = shift >> 5;
  const bits = shift & 31;
  let low = wordOf(source, skip);
  for (let word = 0; word < words; word += 1) {
    const high = wordOf(source, word + skip + 1);
    const moved = bits === 0 ? low : (low >>> bits) | (high << (32 - bits));
    target[word] = (target[word] ?? 0) | moved;
    low = high;
  }
}

/** Keeps the slots at which a run of at least `length` set slots begins; in place, in log2(length) passes. */
export function keepRunStarts(bitmap: Bitmap, length: number): void {
  for (let known = 1; known < length;) {
    const step = Math.min(known, length - known);
    andShifted(bitmap, bitmap, step);
    known += step;
  }
}

/** The first set slot at or after `from`, or -1. */
export function nextSlot(bitmap: Bitmap, from: number): number {
  const first = Math.max(0, from);
  let word = first >>> 5;
  if (word >= bitmap.length) return -1;
  let bits = (bitmap[word] ?? 0) & (0xffffffff << (first & 31));
  while (bits === 0) {
    word += 1;
    if (word >= bitmap.length) return -1;
    bits = bitmap[word] ?? 0;
  }
  return (word << 5) + 31 - Math.clz32(bits & -bits);
}

/** Whether any of the slots `from <= slot < to` is set. */
export function anySlot(bitmap: Bitmap, from: number, to: number): boolean {
  const slot = nextSlot(bitmap, from);
  return slot >= 0 && slot < to;
}

/** How many of the slots `from <= slot < to` are set in one bitmap and not in the other. */
export function countWithout(bitmap: Bitmap, without: Bitmap, from: number, to: number): number {
  const first = Math.max(0, from);
  const end = Math.min(bitmap.length << 5, to);
  let count = 0;
  for (let word = first >>> 5; word << 5 < end; word += 1) {
    let bits = (bitmap[word] ?? 0) & ~(without[word] ?? 0);
    if (word << 5 < first) bits &= 0xffffffff << (first & 31);
    if ((word + 1) << 5 > end) bits &= 0xffffffff >>> (32 - (end & 31));
    count += bitCount(bits);
  }
  return count;
}

/** Counts in pairs, fours and bytes, and adds the bytes up in the highest one. */
function bitCount(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** How many set slots follow each other from `from` on, counted up to `limit`. */
export function runFrom(bitmap: Bitmap, from: number, limit: number): number {
  let length = 0;
  while (length < limit && hasSlot(bitmap, from + length)) length += 1;
  return length;
}

/** How many set slots lie directly before `before`, counted up to `limit`. */
export function runBefore(bitmap: Bitmap, before: number, limit: number): number {
  let length = 0;
  while (length < limit && hasSlot(bitmap, before - 1 - length)) length += 1;
  return length;
}

function wordOf(bitmap: Bitmap, word: number): number {
  return word >= 0 && word < bitmap.length ? (bitmap[word] ?? 0) : 0;
}

import fc from 'fast-check';
import {
  type Bitmap,
  andShifted,
  anySlot,
  countWithout,
  emptyBitmap,
  hasSlot,
  keepRunStarts,
  nextSlot,
  orShifted,
  runBefore,
  runFrom,
  writeRange,
} from './bitmap.js';

const SLOTS = 128;
const RUNS = { numRuns: 300, seed: 11 };
const bits = fc.array(fc.boolean(), { minLength: SLOTS, maxLength: SLOTS });

function packed(values: readonly boolean[]): Bitmap {
  const bitmap = emptyBitmap(SLOTS);
  values.forEach((value, slot) => writeRange(bitmap, slot, slot + 1, value));
  return bitmap;
}

function unpacked(bitmap: Bitmap): boolean[] {
  return Array.from({ length: SLOTS }, (_, slot) => hasSlot(bitmap, slot));
}

describe('bitmap', () => {
  it('counts what is set in one and not in another as the loop over its slots would', () => {
    fc.assert(
      fc.property(
        bits,
        bits,
        fc.integer({ min: -40, max: 170 }),
        fc.integer({ min: -40, max: 170 }),
        (values, without, from, to) => {
          const expected = values.filter(
            (value, slot) => value && !without[slot] && slot >= from && slot < to,
          ).length;
          expect(countWithout(packed(values), packed(without), from, to)).toBe(expected);
        },
      ),
      RUNS,
    );
  });

  it('writes a range as the loop over its slots would', () => {
    fc.assert(
      fc.property(
        bits,
        fc.integer({ min: -40, max: 170 }),
        fc.nat(170),
        fc.boolean(),
        (...args) => {
          const [values, from, length, value] = args;
          const bitmap = packed(values);
          writeRange(bitmap, from, from + length, value);
          const expected = values.map((old, i) => (i >= from && i < from + length ? value : old));
          expect(unpacked(bitmap)).toEqual(expected);
        },
      ),
      RUNS,
    );
  });

  it('reads 0 for what a shift brings in from outside', () => {
    fc.assert(
      fc.property(bits, bits, fc.integer({ min: -140, max: 140 }), (target, source, shift) => {
        const and = packed(target);
        const or = packed(target);
        andShifted(and, packed(source), shift);
        orShifted(or, packed(source), shift);
        const moved = target.map((_, slot) => source[slot + shift] ?? false);
        expect(unpacked(and)).toEqual(target.map((value, slot) => value && moved[slot]));
        expect(unpacked(or)).toEqual(target.map((value, slot) => value || moved[slot]));
      }),
      RUNS,
    );
  });

  it('keeps the slots at which a long enough run begins', () => {
    const dense = fc.array(fc.oneof({ weight: 6, arbitrary: fc.constant(true) }, fc.boolean()), {
      minLength: SLOTS,
      maxLength: SLOTS,
    });
    fc.assert(
      fc.property(dense, fc.integer({ min: 1, max: 70 }), (values, length) => {
        const bitmap = packed(values);
        keepRunStarts(bitmap, length);
        const begins = values.map((_, slot) => {
          const run = values.slice(slot, slot + length);
          return run.length === length && run.every(Boolean);
        });
        expect(unpacked(bitmap)).toEqual(begins);
      }),
      RUNS,
    );
  });

  it('finds the next set slot, any in a range, and the runs around a slot', () => {
    fc.assert(
      fc.property(bits, fc.integer({ min: -3, max: 140 }), fc.nat(40), (values, from, length) => {
        const bitmap = packed(values);
        const next = values.findIndex((value, slot) => value && slot >= from);
        expect(nextSlot(bitmap, from)).toBe(next);
        expect(anySlot(bitmap, from, from + length)).toBe(next >= 0 && next < from + length);
        const after = values.slice(Math.max(0, from));
        const stop = after.indexOf(false);
        const run = from < 0 ? 0 : stop < 0 ? after.length : stop;
        expect(runFrom(bitmap, from, length)).toBe(Math.min(run, length));
        const before = values.slice(0, Math.max(0, from)).reverse();
        const back = before.indexOf(false);
        const runBack = from > SLOTS ? 0 : back < 0 ? before.length : back;
        expect(runBefore(bitmap, from, length)).toBe(Math.min(runBack, length));
      }),
      RUNS,
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import decodeQR from 'qr/decode.js';
import { qrOfDigits } from './qr-path';

const PIXELS = 8;

/** Paints the path as a phone would: every piece is a run of modules in one row. */
function painted({ size, path }: ReturnType<typeof qrOfDigits>) {
  const side = size * PIXELS;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let row = Number(y) * PIXELS; row < (Number(y) + 1) * PIXELS; row += 1) {
      const from = (row * side + Number(x) * PIXELS) * 4;
      const pixels = Number(width) * PIXELS * 4;
      for (let at = from; at < from + pixels; at += 4) data.fill(0, at, at + 3);
    }
  }
  return { width: side, height: side, data };
}

describe('qrOfDigits', () => {
  it('can be read back, with its leading zeros', () => {
    for (const digits of ['000123456789', '999999000000']) {
      expect(decodeQR(painted(qrOfDigits(digits)))).toBe(digits);
    }
  });

  it('is as small as codes are, with four quiet modules around it', () => {
    const { size, path } = qrOfDigits('000123456789');
    expect(size).toBe(21 + 8);
    expect(path.startsWith('M4 4h7')).toBe(true);
  });
});

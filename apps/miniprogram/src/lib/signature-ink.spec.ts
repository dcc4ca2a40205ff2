import { describe, expect, it } from '@jest/globals';
import { SignatureInk, inkPath } from './signature-ink';

function drawn(points: number): SignatureInk {
  const ink = new SignatureInk();
  ink.resize(300, 180);
  ink.begin(0, 0);
  for (let n = 1; n < points; n += 1) ink.move((n * 7) % 300, (n * 11) % 180);
  ink.end();
  return ink;
}

describe('SignatureInk', () => {
  it('keeps lines as whole numbers in the field, with its size', () => {
    const ink = new SignatureInk();
    ink.resize(300.4, 180);
    ink.begin(-5, 10.6);
    ink.move(400, 90);
    expect(ink.value()).toEqual({ width: 300, height: 180, strokes: [[0, 11, 300, 90]] });
  });

  it('takes a dot for no name', () => {
    expect([drawn(1).isSigned, drawn(30).isSigned]).toEqual([false, true]);
  });

  it('leaves out what no eye could see, and dots', () => {
    const ink = drawn(20);
    ink.begin(50, 50);
    expect(ink.move(50.4, 50.4)).toBeUndefined();
    expect(ink.value().strokes).toHaveLength(1);
  });

  it('draws nothing between two lines', () => {
    const ink = drawn(10);
    expect(ink.move(200, 100)).toBeUndefined();
  });

  it('stops before it is more than the API takes', () => {
    const ink = drawn(5_000);
    const { strokes } = ink.value();
    expect(Math.max(...strokes.map((stroke) => stroke.length))).toBeLessThanOrEqual(2_000);
    for (let line = 0; line < 200; line += 1) {
      ink.begin(10, 10);
      ink.move(10 + line, 60);
      ink.end();
    }
    expect(ink.value().strokes.length).toBeLessThanOrEqual(80);
    expect(JSON.stringify(ink.value()).length).toBeLessThan(64 * 1_024);
  });

  it('takes the lines’ own extent where the phone never told how large the field is', () => {
    const ink = new SignatureInk();
    ink.begin(20, 40);
    ink.move(220, 90);
    expect(ink.value()).toEqual({ width: 220, height: 90, strokes: [[20, 40, 220, 90]] });
  });

  it('begins anew', () => {
    const ink = drawn(20);
    ink.clear();
    expect([ink.isEmpty, ink.isSigned]).toEqual([true, false]);
  });
});

describe('inkPath', () => {
  it('writes every line as a path', () => {
    expect(
      inkPath([
        [1, 2, 3, 4],
        [5, 6],
      ]),
    ).toBe('M1 2L3 4M5 6');
  });
});

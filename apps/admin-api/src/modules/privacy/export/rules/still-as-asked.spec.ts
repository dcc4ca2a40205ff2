import { describe, expect, it } from '@jest/globals';
import { MOST_CLIENTS, staleReason } from './still-as-asked.js';

const reason = (expected: number, rows: number) => staleReason({ expected, rows });

describe('a list that was asked for', () => {
  it('may grow or shrink by ten clients or by a tenth, whichever is more', () => {
    for (const [expected, rows] of [
      ...[
        [3, 13],
        [11, 1],
        [1000, 1100],
        [1000, 900],
      ],
    ] as const)
      expect(reason(expected, rows)).toBeUndefined();
    for (const [expected, rows] of [
      ...[
        [3, 14],
        [12, 1],
        [1000, 1101],
        [1000, 899],
      ],
    ] as const)
      expect(reason(expected, rows)).toBe('EXPORT_CHANGED');
  });

  it('stays one that a spreadsheet opens', () => {
    expect(reason(MOST_CLIENTS, MOST_CLIENTS)).toBeUndefined();
    expect(reason(MOST_CLIENTS, MOST_CLIENTS + 1)).toBe('EXPORT_TOO_LARGE');
  });
});

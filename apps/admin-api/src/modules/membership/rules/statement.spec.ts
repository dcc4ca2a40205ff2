import { describe, expect, it } from '@jest/globals';
import { statementEntries, withEvents, type Movement } from './statement.js';

const AT = new Date('2026-11-22T02:00:00Z');
const movement = (
  txId: number,
  code: string,
  delta: number,
  change: Partial<Movement> = {},
): Movement => ({
  ...{
    txId,
    code,
    delta,
    entryNo: `E${txId}`,
    kind: 'spend',
    about: {},
    storeId: 'S',
    postedAt: AT,
  },
  ...change,
});
const nameOf = (): string => '储值消费';

describe('a statement', () => {
  it('puts principal, bonus and points of one entry into one line, and counts the balance back from its end', () => {
    const lines = statementEntries(
      [
        movement(3, 'SV_BONUS', -50),
        movement(3, 'SV_PRINCIPAL', -250),
        movement(2, 'PTS', 10, { kind: 'points_earn' }),
        movement(1, 'SV_BONUS', 200, { kind: 'top_up', about: { title: '充1000送200' } }),
        movement(1, 'SV_PRINCIPAL', 1_000, { kind: 'top_up', about: { title: '充1000送200' } }),
      ],
      900,
      nameOf,
    );
    expect(
      lines.map(({ entryNo, kind, principalFen, bonusFen, points, balanceAfter }) => [
        ...[entryNo, kind, principalFen, bonusFen, points, balanceAfter],
      ]),
    ).toEqual([
      ['E3', 'spend', -250, -50, 0, 900],
      ['E2', 'points', 0, 0, 10, 1_200],
      ['E1', 'top_up', 1_000, 200, 0, 1_200],
    ]);
    expect(lines.map(({ title }) => title)).toEqual(['储值消费', '储值消费', '充1000送200']);
  });

  it('tells a transfer by its direction, a joined file by its name and a reversal by what it undoes', () => {
    const kinds = statementEntries(
      [
        movement(5, 'SV_PRINCIPAL', 5, { kind: 'transfer', about: { of: 'join' } }),
        movement(4, 'SV_PRINCIPAL', -5, { kind: 'transfer' }),
        movement(3, 'SV_BONUS', 5, { kind: 'transfer' }),
        movement(2, 'SV_PRINCIPAL', 5, { kind: 'reversal', about: { of: 'spend' } }),
        movement(1, 'SV_PRINCIPAL', -5, { kind: 'reversal', about: { of: 'top_up' } }),
      ],
      100,
      nameOf,
    ).map(({ kind }) => kind);
    expect(kinds).toEqual([
      ...['joined', 'transfer_out', 'transfer_in', 'spend_reversal', 'top_up_reversal'],
    ]);
  });

  it('tells what an entry did to each package, and puts what has no entry at its time', () => {
    const [early, late] = [new Date(AT.getTime() - 60_000), new Date(AT.getTime() + 60_000)];
    const entries = statementEntries(
      [
        movement(2, 'SV_PRINCIPAL', -300, { kind: 'spend', postedAt: AT }),
        movement(1, 'SES_AVAIL', -1, { packageId: 'p', kind: 'session_reserve', postedAt: early }),
        movement(1, 'SES_RESERVED', 1, {
          packageId: 'p',
          kind: 'session_reserve',
          postedAt: early,
        }),
      ],
      700,
      nameOf,
    );
    expect(entries[1]?.moves).toEqual([{ packageId: 'p', sessions: 0, reserved: 1, leftFen: 0 }]);
    const head = { title: '卡', storeId: 'S', about: {}, moves: [] };
    const told = withEvents(
      entries,
      [
        { ...head, id: 'a', kind: 'package_freeze', at: new Date(AT.getTime() - 30_000) },
        { ...head, id: 'b', kind: 'package_unfreeze', at: late },
        { ...head, id: 'c', kind: 'package_in', at: new Date(early.getTime() - 1) },
      ],
      1_000,
    );
    expect(told.map(({ id, balanceAfter }) => [id, balanceAfter])).toEqual([
      ...[
        ['b', 700],
        ['E2', 700],
        ['a', 1_000],
        ['E1', 1_000],
        ['c', 1_000],
      ],
    ]);
  });
});

import { Injectable } from '@nestjs/common';
import { lastTxId } from '../ledger/index.js';
import { storeDay } from '../membership/index.js';
import { isDayClosed } from '../stores/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { closeOf, dayFigures, type DayFigures } from './data/closes.js';
import { unfinishedBills } from './data/bills.js';
import {
  countsOfShift,
  openShiftOf,
  shiftById,
  shiftsOfDay,
  type TillShift,
} from './data/shifts.js';
import { expectedIn } from './expected.js';
import type { Bill } from './rules/bill.js';
import type { Counted } from './rules/count.js';
import type { CountedTender } from './rules/tenders.js';

/** A shift of the till with what the books say of it. */
export interface ShiftSight {
  readonly shift: TillShift;
  readonly expected: ReadonlyMap<CountedTender, number>;
  readonly counts: readonly Counted[];
  readonly timeZone: string;
}

/** A store's day as it stands, or as it was closed. */
export interface DaySight {
  readonly storeId: string;
  readonly date: string;
  readonly closed: boolean;
  readonly figures: DayFigures;
  readonly expected: ReadonlyMap<CountedTender, number>;
  readonly counts: readonly Counted[];
  readonly openBills: readonly Bill[];
  readonly closedName: string | null;
  readonly closedAt: Date | null;
  readonly timeZone: string;
}

/** Reads of shifts and days. */
@Injectable()
export class TillQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The shifts of a day, and the one that is open whenever it began. */
  async shifts(storeId: string, date?: string): Promise<ShiftSight[]> {
    const { today, timeZone } = await storeDay(this.database, storeId, this.clock.now());
    const found = await shiftsOfDay(this.database, storeId, date ?? today);
    const open = date === undefined ? await openShiftOf(this.database, storeId) : undefined;
    const early = open && !found.some(({ id }) => id === open.id) ? [open] : [];
    return Promise.all([...early, ...found].map((shift) => this.#shift(shift, timeZone)));
  }

  /** @throws Refusal SHIFT_NOT_FOUND */
  async shift(id: string): Promise<ShiftSight> {
    const shift = (await shiftById(this.database, id)) ?? refuse('SHIFT_NOT_FOUND');
    const { timeZone } = await storeDay(this.database, shift.storeId, this.clock.now());
    return this.#shift(shift, timeZone);
  }

  async #shift(shift: TillShift, timeZone: string): Promise<ShiftSight> {
    const { storeId, afterTxId } = shift;
    const untilTxId = shift.untilTxId ?? (await lastTxId(this.database));
    const expected = await expectedIn(this.database, storeId, { afterTxId, untilTxId });
    expected.set('cash', (expected.get('cash') ?? 0) + shift.floatFen);
    return { shift, expected, counts: await countsOfShift(this.database, shift.id), timeZone };
  }

  async day(storeId: string, wanted?: string): Promise<DaySight> {
    const { today, timeZone } = await storeDay(this.database, storeId, this.clock.now());
    const date = wanted ?? today;
    const close = await closeOf(this.database, storeId, date);
    const closed = close !== undefined || (await isDayClosed(this.database, storeId, date));
    return {
      ...{ storeId, date, closed, timeZone, counts: close?.counts ?? [] },
      figures: close?.report ?? (await dayFigures(this.database, storeId, date)),
      expected: await expectedIn(this.database, storeId, { on: date }),
      openBills: closed ? [] : await unfinishedBills(this.database, storeId, date),
      ...{ closedName: close?.closedName ?? null, closedAt: close?.closedAt ?? null },
    };
  }
}

import { Injectable } from '@nestjs/common';
import { shiftsWithBreaks } from '../scheduling/index.js';
import { membersOfStore, type StaffMember } from '../staff/index.js';
import { storeById } from '../stores/index.js';
import { TurnBook, turnRulesOf, type Turn } from '../turns/index.js';
import { Clock, addDays, instantOf, localDate, toRfc3339 } from '../../platform/clock/index.js';
import { groupBy } from '../../platform/collections/index.js';
import { Database } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { slotAt } from '../scheduling/index.js';
import { servingUntil, visitsAhead } from './data/turns-ahead.js';
import type { PositionQueueDto, TurnInQueueDto, TurnQueueDto } from './http/dto/turn-queue.dto.js';

/** The queues of a store's positions with what those in them do now. */
@Injectable()
export class ReadTurnQueue {
  constructor(
    private readonly turns: TurnBook,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal STORE_NOT_FOUND */
  async today(storeId: string): Promise<TurnQueueDto> {
    const store = (await storeById(this.database, storeId)) ?? refuse('STORE_NOT_FOUND');
    if (!(await turnRulesOf(this.database, storeId)).isKept) return { isKept: false, queues: [] };
    const date = localDate(this.clock.now(), store.timeZone);
    const [from, to] = [date, addDays(date, 1)].map((day) => instantOf(day, 0, store.timeZone)) as [
      Date,
      Date,
    ];
    const day = { from: slotAt(from.getTime()), to: slotAt(to.getTime()) };
    const [queue, members, shifts, ahead, serving] = await Promise.all([
      this.turns.today(this.database, store),
      membersOfStore(this.database, storeId),
      shiftsWithBreaks(this.database, storeId, from, to),
      visitsAhead(this.database, storeId, day),
      servingUntil(this.database, storeId, day),
    ]);
    const here = new Set(shifts.filter((s) => s.localDate === date).map(({ staffId }) => staffId));
    const shown = ({ staffId, served, passed }: Turn, name: string): TurnInQueueDto => {
      const until = serving.get(staffId);
      return {
        ...{ staffId, name, served, passed, ahead: ahead.get(staffId) ?? 0 },
        busyUntil: until ? toRfc3339(until, store.timeZone) : null,
      };
    };
    return { isKept: true, queues: byPosition(members, queue, here, shown) };
  }
}

function byPosition(
  members: readonly StaffMember[],
  queue: readonly Turn[],
  here: ReadonlySet<string>,
  shown: (turn: Turn, name: string) => TurnInQueueDto,
): PositionQueueDto[] {
  return [...groupBy(members, ({ position }) => position)].flatMap(([position, all]) => {
    const names = new Map(all.map(({ id, displayName }) => [id, displayName]));
    const turns = queue.filter(({ staffId }) => names.has(staffId));
    const inQueue = turns.map((turn) => shown(turn, names.get(turn.staffId) ?? ''));
    const isIn = new Set(turns.map(({ staffId }) => staffId));
    const absent = all
      .filter(({ id }) => here.has(id) && !isIn.has(id))
      .map(({ id, displayName }) => ({ staffId: id, name: displayName }));
    return inQueue.length + absent.length > 0 ? [{ position, inQueue, absent }] : [];
  });
}

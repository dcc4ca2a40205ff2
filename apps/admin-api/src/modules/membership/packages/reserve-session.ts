import { Injectable } from '@nestjs/common';
import { Ledger } from '../../ledger/index.js';
import type { Principal } from '../../../platform/auth/index.js';
import { Clock, type LocalDate } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { newId } from '../../../platform/ids/index.js';
import { actorOf, byOf, storeDay } from '../store-day.js';
import { ChooseSession, type Chosen } from './choose-session.js';
import { lockActivePackages } from './data/packages.js';
import { insertReservation, type VisitSession } from './data/reservations.js';
import { sessionsOf } from './rules/sale-legs.js';

/** The visit that sessions are kept for. */
export interface SessionVisit {
  readonly appointmentId: string;
  readonly customerId: string;
  readonly storeId: string;
  /** Its day in the store. */
  readonly day: LocalDate;
}

/** A line of the visit that a session shall cover. */
export interface SessionLine {
  /** Place of the service in the visit, from 0. */
  readonly line: number;
  readonly serviceId: string;
  /** The id of a package's item, or AUTO for the one that expires first. */
  readonly useSession: string;
}

/** Keeps sessions for a visit that is being booked, in its own transaction. */
@Injectable()
export class ReserveSession {
  constructor(
    private readonly choose: ChooseSession,
    private readonly ledger: Ledger,
    private readonly clock: Clock,
  ) {}

  /**
   * The client's file is locked.
   * @throws Refusal SESSION_NOT_AVAILABLE with `line` where no session covers it, PACKAGE_FROZEN for one that rests
   */
  async execute(
    tx: Tx,
    by: Principal,
    visit: SessionVisit,
    lines: readonly SessionLine[],
  ): Promise<VisitSession[]> {
    if (lines.length === 0) return [];
    // These rows order everything that happens to her packages: what is counted now is still there below.
    const packs = await lockActivePackages(tx, visit.customerId);
    const kept: VisitSession[] = [];
    for (const wish of lines) {
      const found = await this.choose.execute(tx, packs, { ...visit, ...wish });
      await this.#keep(tx, by, visit, wish, found);
      const { pack, item } = found;
      kept.push({
        ...{ appointmentId: visit.appointmentId, line: wish.line, state: 'open' },
        ...{ packageId: pack.id, itemId: item.id, packageName: pack.name },
      });
    }
    return kept;
  }

  async #keep(
    tx: Tx,
    by: Principal,
    visit: SessionVisit,
    { line, serviceId }: SessionLine,
    { pack, item, dayNo }: Chosen,
  ): Promise<void> {
    const { appointmentId, storeId, day } = visit;
    const id = newId();
    await insertReservation(tx, {
      ...{ id, packageId: pack.id, itemId: item.id, appointmentId, line, serviceId },
      ...{ usedOn: day, dayNo, state: 'open', createdAt: this.clock.now() },
    });
    if (pack.kind === 'time' || item.lotId === null) return;
    const { today } = await storeDay(tx, storeId, this.clock.now());
    await this.ledger.post(tx, {
      ...{ kind: 'session_reserve', bizKey: id, storeId, effectiveOn: today },
      ...{ actor: actorOf(byOf(by)), meta: { title: `预约占用：${item.name}`, appointmentId } },
      legs: [
        {
          debit: sessionsOf(item.id, 'SES_AVAIL'),
          credit: sessionsOf(item.id, 'SES_RESERVED'),
          ...{ amount: 1, lot: { id: item.lotId } },
        },
      ],
    });
  }
}

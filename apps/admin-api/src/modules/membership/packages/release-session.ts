import { Injectable } from '@nestjs/common';
import { Ledger } from '../../ledger/index.js';
import type { Principal } from '../../../platform/auth/index.js';
import { Clock, type LocalDate } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import { actorOf, byOf, storeDay } from '../store-day.js';
import { lockPackage, type Package } from './data/packages.js';
import {
  closeReservation,
  moveReservation,
  openReservations,
  takenOnDay,
  type Reservation,
} from './data/reservations.js';
import { freePlace, isUsable } from './rules/best-session.js';
import { sessionsOf } from './rules/sale-legs.js';

/** A visit whose sessions are given back or go along with it. Its row is locked. */
export interface VisitRef {
  readonly appointmentId: string;
  readonly storeId: string;
}

/** Sessions that were kept for a service and are used for it. */
export interface UsedOfVisit {
  readonly itemId: string;
  readonly serviceId: string;
  readonly units: number;
}

/** Gives back what a visit kept, in the visit's own transaction; a visit that moves takes it along. */
@Injectable()
export class ReleaseSession {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
  ) {}

  /** The visit does not take place: its sessions can be used again. One without any is nothing to do. */
  async execute(tx: Tx, by: Principal, visit: VisitRef): Promise<void> {
    for (const kept of await lockReserved(tx, visit.appointmentId))
      await this.#free(tx, by, visit, kept);
  }

  /**
   * What was kept for services that were not done is hers again.
   * @param done what is used; each unit takes one that was kept for its service
   */
  async allBut(
    tx: Tx,
    by: Principal,
    visit: VisitRef,
    done: readonly UsedOfVisit[],
  ): Promise<void> {
    const open = done.map((one) => ({ ...one }));
    for (const kept of await lockReserved(tx, visit.appointmentId)) {
      const { itemId, serviceId } = kept.reservation;
      const use = open.find(
        (one) => one.units > 0 && one.itemId === itemId && one.serviceId === serviceId,
      );
      if (use) use.units -= 1;
      else await this.#free(tx, by, visit, kept);
    }
  }

  async #free(
    tx: Tx,
    by: Principal,
    { appointmentId, storeId }: VisitRef,
    { reservation, pack }: KeptSession,
  ): Promise<void> {
    await closeReservation(tx, reservation.id, 'released', this.clock.now());
    const item = pack.items.find((each) => each.id === reservation.itemId);
    if (pack.kind === 'time' || !item || item.lotId === null) return;
    const { today } = await storeDay(tx, storeId, this.clock.now());
    await this.ledger.post(tx, {
      ...{ kind: 'session_release', bizKey: reservation.id, storeId, effectiveOn: today },
      ...{ actor: actorOf(byOf(by)), meta: { title: `退回占用：${item.name}`, appointmentId } },
      legs: [
        {
          debit: sessionsOf(item.id, 'SES_RESERVED'),
          credit: sessionsOf(item.id, 'SES_AVAIL'),
          ...{ amount: 1, lot: { id: item.lotId } },
        },
      ],
    });
  }

  /**
   * The visit goes to another day. What was paid for goes along; a card by time must be good on the new day.
   * @throws Refusal SESSION_NOT_AVAILABLE with `line`
   */
  async move(tx: Tx, { appointmentId, storeId }: VisitRef, day: LocalDate): Promise<void> {
    for (const { reservation, pack } of await lockReserved(tx, appointmentId)) {
      if (reservation.usedOn === day) continue;
      const dayNo = await this.#placeOn(tx, reservation, pack, storeId, day);
      await moveReservation(tx, reservation.id, { usedOn: day, dayNo });
    }
  }

  async #placeOn(
    tx: Tx,
    { itemId, line }: Reservation,
    pack: Package,
    storeId: string,
    day: LocalDate,
  ): Promise<number | null> {
    if (pack.kind !== 'time') return null;
    const place = freePlace(await takenOnDay(tx, itemId, day), pack.usesPerDay);
    if (place === undefined || !isUsable(pack, storeId, day))
      return refuse('SESSION_NOT_AVAILABLE', { extras: { line } });
    return place;
  }
}

/** A session that waits for a visit, its package locked. */
interface KeptSession {
  readonly reservation: Reservation;
  readonly pack: Package;
}

/** What waits for a visit, each with its package locked; packages in the order of their ids. */
export async function lockReserved(tx: Tx, appointmentId: string): Promise<KeptSession[]> {
  const open = await openReservations(tx, appointmentId);
  const packs = new Map<string, Package>();
  for (const id of [...new Set(open.map(({ packageId }) => packageId))].sort()) {
    const pack = await lockPackage(tx, id);
    if (pack) packs.set(id, pack);
  }
  return open.map((reservation) => {
    const pack = packs.get(reservation.packageId);
    if (!pack) throw new Error('a session that is kept belongs to a package');
    return { reservation, pack };
  });
}

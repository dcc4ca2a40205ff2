import { Injectable } from '@nestjs/common';
import {
  AdvanceAppointment,
  BookAppointment,
  CancelAppointment,
  SaveBookingPolicy,
} from '../../modules/appointments/index.js';
import { principalKey, type ClientPrincipal, type Principal } from '../../platform/auth/index.js';
import { groupBy } from '../../platform/collections/index.js';
import { instantOf, localDate } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Refusal } from '../../platform/errors/index.js';
import { idempotentCall } from '../../platform/idempotency/index.js';
import type { AsOfClock } from '../as-of-clock.js';
import type { StoreKey } from '../content/content-types.js';
import { STORE_KEYS } from '../content/menu.js';
import { STORES } from '../content/stores.js';
import type { PlannedClient } from '../plan/client-plan.js';
import { bookedAt, deedsOf, type BookedVisit, type Deed } from '../plan/visit-deeds.js';
import type { PlannedVisit } from '../plan/visit-plan.js';
import { idOf, type House } from './house.js';
import { inParallel } from './in-parallel.js';
import { deskOf, managerOf } from './staff-of.js';

const DAYS_AT_ONCE = 8;

/** What became of the planned visits. */
export interface VisitCount {
  booked: number;
  /** Did not fit any more: the real rules of booking decide, the plan only wishes. */
  dropped: number;
}

interface Booked extends BookedVisit {
  readonly id: string;
}

interface World {
  readonly house: House;
  readonly clients: ReadonlyMap<PlannedClient, string>;
  readonly clock: AsOfClock;
  readonly now: Date;
}

/** Lives through the planned visits by the same use cases as phone and desk, each deed at its own moment. */
@Injectable()
export class VisitLoader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly book: BookAppointment,
    private readonly advance: AdvanceAppointment,
    private readonly cancel: CancelAppointment,
    private readonly policies: SaveBookingPolicy,
  ) {}

  async load(world: World, visits: readonly PlannedVisit[]): Promise<VisitCount> {
    for (const store of STORE_KEYS) await this.#decide(world, store);
    const count: VisitCount = { booked: 0, dropped: 0 };
    const days = groupBy(visits, (visit) => `${visit.store} ${visit.date}`);
    // One store's day is lived in order, so that the same plan fills it in the same way.
    await inParallel([...days.values()], DAYS_AT_ONCE, async (day) => {
      for (const visit of day) {
        if (await this.#live(world, visit)) count.booked += 1;
        else count.dropped += 1;
      }
    });
    return count;
  }

  /** A day of opening, so that a salon that is looked at tomorrow still has something to answer. */
  async #decide({ house }: World, store: StoreKey): Promise<void> {
    const policy = {
      ...{ answerMinutes: 720, offerMinutes: 720 },
      ...{ freeCancelHours: STORES[store].settings.freeCancelHours },
      ...{ historyMonths: 6, mostNoShows: 3, mostLateCancels: 4 },
    };
    const by = managerOf(house, store);
    await this.unitOfWork.run((tx) =>
      this.policies.execute(tx, by, house.stores[store], policy).then(() => undefined),
    );
  }

  async #live(world: World, visit: PlannedVisit): Promise<boolean> {
    const wanted = instantOf(visit.date, visit.startMinute, STORES[visit.store].timeZone);
    const at = bookedAt(visit, wanted, world.now);
    if (!at) return false;
    const booked = await this.#book(world, visit, wanted, at);
    if (!booked) return false;
    await this.#tell(world, visit, booked.id, deedsOf(visit, booked, world.now));
    return true;
  }

  /** Books at the wanted time, or at the nearest other time of that day, as a receptionist would. */
  async #book(
    world: World,
    visit: PlannedVisit,
    wanted: Date,
    at: Date,
  ): Promise<Booked | undefined> {
    try {
      return await this.#bookAt(world, visit, wanted, at);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const other = otherTimeOf(error, visit);
      if (!other || other <= at) return undefined;
      return this.#bookAt(world, visit, other, at).catch(dropIfRefused);
    }
  }

  #bookAt(world: World, visit: PlannedVisit, start: Date, at: Date): Promise<Booked> {
    const { house, clients, clock } = world;
    const by = bookerOf(world, visit);
    const customerId = clientIdOf(clients, visit.client);
    const request = {
      storeId: house.stores[visit.store],
      customerId,
      start,
      services: visit.services.map(({ name, wish }) => ({
        serviceId: idOf(house.services, name),
        ...(wish === null ? {} : { staffId: idOf(house.people, wish) }),
      })),
      channel: visit.channel,
      ...(visit.note === null ? {} : { note: visit.note }),
    };
    const call = idempotentCall(principalKey(by), 'demo', undefined, null);
    return clock.at(at, () =>
      this.book.execute(by, request, call, ({ id, state, startsAt, endsAt }) => ({
        id,
        state,
        startsAt,
        endsAt,
        bookedAt: at,
      })),
    );
  }

  /** Steps that follow each other go into one transaction, each at its own moment: there is nobody to see between. */
  async #tell(
    world: World,
    visit: PlannedVisit,
    id: string,
    deeds: readonly Deed[],
  ): Promise<void> {
    const { clock, house } = world;
    const desk = deskOf(house, visit.store);
    const steps = deeds.flatMap((deed) => (deed.step === 'cancel' ? [] : [deed]));
    if (steps.length > 0)
      await this.unitOfWork.run(async (tx) => {
        for (const { at, step } of steps)
          await clock.at(at, () => this.advance.step(tx, desk, id, step));
      });
    for (const deed of deeds) {
      if (deed.step !== 'cancel') continue;
      const by = deed.byClient ? bookerOf(world, visit) : desk;
      const call = idempotentCall(principalKey(by), 'demo', undefined, null);
      await clock.at(deed.at, () => this.cancel.execute(by, id, deed.reason, call, () => ({})));
    }
  }
}

/** What books from the phone is the client; all else is the front desk of the store. */
function bookerOf(world: World, visit: PlannedVisit): Principal {
  if (visit.channel !== 'mini_program') return deskOf(world.house, visit.store);
  const customerId = clientIdOf(world.clients, visit.client);
  return { kind: 'client', customerId, openid: '', sessionId: '' } satisfies ClientPrincipal;
}

function clientIdOf(clients: World['clients'], client: PlannedClient): string {
  const id = clients.get(client);
  if (id === undefined) throw new Error(`${client.name} has no file`);
  return id;
}

/** The first other time that a refusal offers on the wanted day. */
function otherTimeOf(refusal: Refusal, visit: PlannedVisit): Date | undefined {
  const offers = refusal.extras.alternatives as readonly { readonly start: string }[] | undefined;
  const start = offers?.[0] && new Date(offers[0].start);
  if (!start) return undefined;
  return localDate(start, STORES[visit.store].timeZone) === visit.date ? start : undefined;
}

function dropIfRefused(error: unknown): undefined {
  if (error instanceof Refusal) return undefined;
  throw error;
}

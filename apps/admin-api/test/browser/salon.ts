import type { components } from '@yance/shared-types';
import { addDays, localDate } from '../../src/platform/clock/index.js';
import type { RunningSystem } from '../support/running-system.js';
import type { Answer } from '../support/wire.js';
import { DEMO_PASSWORD } from './desk.js';

type Service = components['schemas']['ServiceDto'];
type Store = components['schemas']['StoreDto'];
type Person = components['schemas']['BookableStaffDto'];
type StaffVisit = components['schemas']['StaffVisitDto'];
type Day = components['schemas']['OfferedDayDto'];

/** So many days ahead nothing of the demo is about to begin, and the board is still worth a look. */
const DAYS_AHEAD = 2;
const DAYS_AGO = 3;
const DAYS_LOOKED_AT = 14;
/** Enough that a visit at the first of them leaves the last ones alone. */
const ENOUGH_STARTS = 12;
const MOST_TRIES = 5;

/** The demo's first store as clients see it: what may be booked, by whom, and when. */
export class Salon {
  private constructor(
    private readonly system: RunningSystem,
    private readonly token: string,
    readonly store: Store,
    /** A service that waits for the desk's yes. */
    readonly service: Service,
  ) {}

  static async visit(system: RunningSystem): Promise<Salon> {
    const token = await signIn(system);
    const ask = async <T>(path: string): Promise<T[]> => {
      const { status, body } = await answered(() => system.call(path, { token }));
      if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
      return (body as { items: T[] }).items;
    };
    const [store] = await ask<Store>('/client/stores');
    if (!store) throw new Error('the demo has no store');
    const services = await ask<Service>(`/client/services?storeId=${store.id}`);
    const service = services.find((one) => one.onlineBookable && one.confirmPolicy === 'staff');
    if (!service) throw new Error('the demo has no service that waits for a yes');
    return new Salon(system, token, store, service);
  }

  get today(): string {
    return localDate(new Date(), this.store.timeZone);
  }

  /** Free starts of the service, for anybody or for one person, on the first day that has some. */
  async freeStarts(staffId?: string): Promise<string[]> {
    const from = addDays(this.today, DAYS_AHEAD);
    const days = await this.#availability(from, DAYS_LOOKED_AT, staffId);
    return (
      days.find(({ times }) => times.length >= ENOUGH_STARTS)?.times.map(({ start }) => start) ?? []
    );
  }

  /** Whether a person is free at a start. */
  async isFree(staffId: string, start: string): Promise<boolean> {
    const days = await this.#availability(start.slice(0, 10), 1, staffId);
    return days.some(({ times }) => times.some((time) => time.start === start));
  }

  /** Somebody whom a client can ask for, with her free starts. */
  async aTherapist(): Promise<{ person: Person; starts: string[] }> {
    const { body } = await this.system.call(
      `/client/staff?storeId=${this.store.id}&serviceId=${this.service.id}`,
      { token: this.token },
    );
    for (const person of (body as { items: Person[] }).items) {
      const starts = await this.freeStarts(person.id);
      if (starts.length > 0) return { person, starts };
    }
    throw new Error('nobody of the demo is free');
  }

  /** Another client books the service, faster than any finger. */
  async bookedByAnother(start: string, staffId: string): Promise<string> {
    const { status, body } = await this.system.call('/client/appointments', {
      token: await signIn(this.system),
      headers: { 'idempotency-key': crypto.randomUUID() },
      body: {
        storeId: this.store.id,
        start,
        services: [{ serviceId: this.service.id, staffId }],
      },
    });
    if (status !== 201) throw new Error(`not booked: ${JSON.stringify(body)}`);
    return (body as { id: string }).id;
  }

  /** The visits ahead that the API knows of a client. */
  async visitsOf(token: string): Promise<components['schemas']['VisitDto'][]> {
    const { body } = await this.system.call('/client/appointments?scope=upcoming', { token });
    return (body as { items: components['schemas']['VisitDto'][] }).items;
  }

  /** Asks the API as the owner; POST when there is a body. */
  async asStaff<T>(path: string, body?: object): Promise<T> {
    const credentials = { username: 'owner', password: DEMO_PASSWORD };
    const session = await this.system.call('/staff/session', { body: credentials });
    const { token } = session.body as { token: string };
    return (await this.system.call(path, { token, body })).body as T;
  }

  /** Somebody of the demo who was here a few days ago, with the number that is in her file. */
  async aRegular(): Promise<{ id: string; phone: string }> {
    const query = `storeId=${this.store.id}&date=${addDays(this.today, -DAYS_AGO)}`;
    const day = await this.asStaff<{ items: StaffVisit[] }>(`/staff/appointments?${query}`);
    const visit = day.items.find(
      ({ state, customer }) => state === 'completed' && customer.phoneMasked !== null,
    );
    if (!visit) throw new Error('nobody of the demo was here');
    const { id } = visit.customer;
    const reveal = `/staff/clients/${id}/reveal-phone`;
    const { phone } = await this.asStaff<{ phone: string }>(reveal, { reason: '回访' });
    this.system.watchFor(phone);
    return { id, phone };
  }

  async #availability(from: string, days: number, staffId?: string): Promise<Day[]> {
    const query = new URLSearchParams({
      ...{ storeId: this.store.id, serviceIds: this.service.id, from, days: String(days) },
      ...(staffId === undefined ? {} : { staffId }),
    });
    const { body } = await this.system.call(`/client/availability?${query.toString()}`, {
      token: this.token,
    });
    return (body as { days: Day[] }).days;
  }
}

/** Asks again while the house says that it is too busy, as the phone does: the other worker may have the machine. */
async function answered(ask: () => Promise<Answer>): Promise<Answer> {
  let answer = await ask();
  for (let tries = 1; answer.status === 503 && tries < MOST_TRIES; tries += 1) answer = await ask();
  return answer;
}

async function signIn(system: RunningSystem): Promise<string> {
  const { status, body } = await answered(async () => {
    const { code } = await system.control('login-code', { openid: `o${crypto.randomUUID()}` });
    return system.call('/client/session', { body: { code } });
  });
  if (status !== 201) throw new Error(`not signed in: ${status} ${JSON.stringify(body)}`);
  return (body as { token: string }).token;
}

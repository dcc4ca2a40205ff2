import { BlockResource } from '../../../src/modules/scheduling/index.js';
import type { TestApi } from '../../support/an-api.js';
import { aKey, type GivenClient, type StaffVisit, type Visit } from '../../support/given/index.js';
import type { Answer, Reachable } from '../../support/wire.js';
import type { BusySalon } from './busy-salon.js';
import type { Chance } from './chance.js';
import type { Tally } from './tally.js';

/** What everybody in the salon shares. */
export interface Scene {
  readonly salon: BusySalon;
  readonly tally: Tally;
}

const OPENS_HOUR = 9;
const QUARTERS = 46;
const SERVED = ['requested', 'confirmed'];

/** Some quarter of an hour of one of the busy days. */
function aStart({ store, dates }: BusySalon, chance: Chance): string {
  const minutes = OPENS_HOUR * 60 + chance.below(QUARTERS) * 15;
  const time = `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
  return store.at(chance.oneOf(dates), time);
}

const post = (api: Reachable, path: string, token: string, body: object): Promise<Answer> => {
  const key = aKey();
  return api.call(path, { token, body, headers: { 'idempotency-key': key } });
};

/** A client at her phone, who books, thinks better of it, and books again. */
export class BusyClient {
  #visits: string[] = [];

  constructor(
    private readonly scene: Scene,
    private readonly api: Reachable,
    private readonly client: GivenClient,
    private readonly chance: Chance,
  ) {}

  async act(): Promise<void> {
    const draw = this.chance.below(10);
    if (this.#visits.length === 0 || draw < 5) await this.#book();
    else if (draw < 8) await this.#change('reschedule', { start: this.#start() });
    else await this.#change('cancel', {});
  }

  #start(): string {
    return aStart(this.scene.salon, this.chance);
  }

  async #book(): Promise<void> {
    const { salon, tally } = this.scene;
    const services = Array.from({ length: 1 + this.chance.below(2) }, () => ({
      serviceId: this.chance.oneOf(salon.serviceIds),
      ...(this.chance.below(2) === 0 ? { staffId: this.chance.oneOf(salon.staffIds) } : {}),
    }));
    const body = { storeId: salon.store.id, start: this.#start(), services };
    const { token } = this.client;
    const headers = { 'idempotency-key': aKey() };
    const ask = () => this.api.call('/client/appointments', { token, body, headers });
    const answer = await tally.count('book', ask);
    if (answer.status === 201) this.#visits.push((answer.body as Visit).id);
  }

  async #change(what: string, body: object): Promise<void> {
    const id = this.chance.oneOf(this.#visits);
    const path = `/client/appointments/${id}/${what}`;
    const answer = await this.scene.tally.count(what, () =>
      post(this.api, path, this.client.token, body),
    );
    const state = (answer.body as Partial<Visit>).state;
    if (answer.status !== 200 || !SERVED.includes(state ?? ''))
      this.#visits = this.#visits.filter((each) => each !== id);
  }
}

/** The front desk: says yes, moves people about with what its screen shows, and cancels now and then. */
export class BusyDesk {
  constructor(
    private readonly scene: Scene,
    private readonly api: Reachable,
    private readonly token: string,
    private readonly chance: Chance,
  ) {}

  async act(): Promise<void> {
    const visit = await this.#someVisit();
    if (!visit) return;
    const draw = this.chance.below(10);
    const { salon } = this.scene;
    if (visit.state === 'requested' && draw < 6) await this.#do(visit, 'confirm', {});
    else if (draw < 9) {
      const staff =
        this.chance.below(2) === 0 ? { staffId: this.chance.oneOf(salon.staffIds) } : {};
      const start = aStart(salon, this.chance);
      await this.#do(visit, 'move', { start, version: visit.version, ...staff });
    } else await this.#do(visit, 'cancel', { reason: '停电' });
  }

  async #someVisit(): Promise<StaffVisit | undefined> {
    const { salon } = this.scene;
    const query = `storeId=${salon.store.id}&date=${this.chance.oneOf(salon.dates)}`;
    const { body } = await this.api.call(`/staff/appointments?${query}`, { token: this.token });
    const open = ((body as { items?: StaffVisit[] }).items ?? []).filter(({ state }) =>
      SERVED.includes(state),
    );
    return open.length > 0 ? this.chance.oneOf(open) : undefined;
  }

  async #do(visit: StaffVisit, what: string, body: object): Promise<void> {
    const path = `/staff/appointments/${visit.id}/${what}`;
    await this.scene.tally.count(`desk ${what}`, () => post(this.api, path, this.token, body));
  }
}

/** Somebody falls ill, a lamp breaks: half an hour of a person, a room or a device is gone. */
export async function blockSomething(
  { salon, tally }: Scene,
  house: TestApi,
  chance: Chance,
): Promise<void> {
  const startsAt = new Date(aStart(salon, chance));
  const endsAt = new Date(startsAt.getTime() + 30 * 60_000);
  const resourceId = chance.oneOf(salon.resourceIds);
  const block = house.app.get(BlockResource, { strict: false });
  const draft = { resourceId, startsAt, endsAt, kind: 'block', reason: null } as const;
  await house.unitOfWork.run((tx) => block.execute(tx, draft));
  tally.outcomes.set('block', (tally.outcomes.get('block') ?? 0) + 1);
}

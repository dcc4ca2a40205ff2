import { addDays, localDate } from '../../../src/platform/clock/index.js';
import type { TestApi } from '../../support/an-api.js';
import {
  aPlace,
  aService,
  aStore,
  aTherapist,
  handsOn,
  processing,
  type GivenStore,
} from '../../support/given/index.js';

const THERAPISTS = 6;
const ROOMS = 4;
const DEVICES = 2;
const FIRST_DAY_AHEAD = 2;
const DAYS = 3;

/** A salon in which 64 people want the same few days: people, rooms and devices all run out. */
export interface BusySalon {
  readonly store: GivenStore;
  readonly staffIds: readonly string[];
  /** People, rooms and devices: whatever can be taken. */
  readonly resourceIds: readonly string[];
  /** The first needs a room, the second a room and a device and the desk's yes, the third waits for colour to take. */
  readonly serviceIds: readonly string[];
  readonly dates: readonly string[];
}

export async function aBusySalon(seed: TestApi): Promise<BusySalon> {
  const store = await aStore(seed, { settings: { maxOpenVisits: 3, freeCancelHours: 0 } });
  const people = [];
  for (let n = 0; n < THERAPISTS; n += 1) people.push(await aTherapist(seed, store));
  const places = [];
  for (let n = 0; n < ROOMS; n += 1)
    places.push(await aPlace(seed, store, { name: `护理房 ${n + 1}` }));
  for (let n = 0; n < DEVICES; n += 1)
    places.push(
      await aPlace(seed, store, {
        ...{ kind: 'device', name: `光子仪 ${n + 1}`, roomKind: null, deviceKind: 'light' },
      }),
    );
  const room = { roomKind: 'facial' } as const;
  const serviceIds = [
    await aService(seed, store, { segments: [handsOn(60, room)], bufferAfterMinutes: 10 }),
    await aService(seed, store, {
      ...{ confirmPolicy: 'staff', bufferBeforeMinutes: 5 },
      segments: [handsOn(45, { ...room, deviceKind: 'light' })],
    }),
    await aService(seed, store, { segments: [handsOn(30), processing(30), handsOn(25)] }),
  ];
  const today = localDate(new Date(), store.zone);
  return {
    store,
    staffIds: people.map(({ staffId }) => staffId),
    resourceIds: [...people.map(({ resourceId }) => resourceId), ...places],
    serviceIds,
    dates: Array.from({ length: DAYS }, (_, n) => addDays(today, FIRST_DAY_AHEAD + n)),
  };
}

import { instantOf, toRfc3339 } from '../../../src/platform/clock/index.js';
import { newId } from '../../../src/platform/ids/index.js';
import { CreateResource, type ResourceDraft } from '../../../src/modules/scheduling/index.js';
import {
  OpenStore,
  type BookingSettings,
  type StoreDraft,
  type WeekdayHours,
} from '../../../src/modules/stores/index.js';
import type { TestApi } from '../an-api.js';

/** A store of one test: nobody else's visits are in it. */
export interface GivenStore {
  readonly id: string;
  readonly zone: string;
  /** The instant of a wall-clock time, RFC 3339 in the store's offset; `25:30` is half past one of the next day. */
  at(date: string, time: string): string;
}

type StoreChange = Partial<Omit<StoreDraft, 'settings'>> & {
  readonly settings?: Partial<BookingSettings>;
};

/** Minutes since midnight of `HH:mm`; hours may pass 24. */
export function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number) as [number, number];
  return hours * 60 + minutes;
}

/** The same hours on each of the seven days. */
export function everyDay(opens: string, closes: string): WeekdayHours[] {
  const [opensMinute, closesMinute] = [minutesOf(opens), minutesOf(closes)];
  return [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opensMinute, closesMinute }));
}

/** Open every day from 09:00 to 21:00; an hour of lead time, thirty days of horizon, starts every quarter hour. */
export async function aStore(api: TestApi, change: StoreChange = {}): Promise<GivenStore> {
  const { settings, ...rest } = change;
  const draft: StoreDraft = {
    name: `颜册 ${newId()}`,
    shortName: '颜册',
    address: '上海市静安区南京西路 1 号',
    phone: '021-60000000',
    latitude: 31.23,
    longitude: 121.47,
    timeZone: 'Asia/Shanghai',
    hours: everyDay('09:00', '21:00'),
    closures: [],
    ...rest,
    settings: {
      slotStepMinutes: 15,
      leadMinutes: 60,
      horizonDays: 30,
      maxWaitMinutes: 15,
      maxOpenVisits: 100,
      phoneRequired: false,
      freeCancelHours: 6,
      ...settings,
    },
  };
  const openStore = api.app.get(OpenStore, { strict: false });
  const id = await api.unitOfWork.run((tx) => openStore.execute(tx, draft));
  const zone = draft.timeZone;
  const at = (date: string, time: string): string =>
    toRfc3339(instantOf(date, minutesOf(time), zone), zone);
  return { id, zone, at };
}

/** A room, bed or device of a store; returns the id of its resource. */
export function aPlace(
  api: TestApi,
  store: GivenStore,
  draft: Partial<ResourceDraft> = {},
): Promise<string> {
  const create = api.app.get(CreateResource, { strict: false });
  const place = { kind: 'room', name: '护理房', roomKind: 'facial', ...draft } as const;
  return api.unitOfWork.run((tx) => create.execute(tx, { ...place, storeId: store.id }));
}

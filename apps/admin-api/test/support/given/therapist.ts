import { addDays, instantOf, localDate } from '../../../src/platform/clock/index.js';
import { newId } from '../../../src/platform/ids/index.js';
import { CreateResource, PublishShifts } from '../../../src/modules/scheduling/index.js';
import { HireStaff, type StaffDraft } from '../../../src/modules/staff/index.js';
import type { TestApi } from '../an-api.js';
import { minutesOf, type GivenStore } from './store.js';

/** A person who can be booked. */
export interface GivenTherapist {
  readonly staffId: string;
  readonly resourceId: string;
}

/** When somebody works; hours may pass 24. */
export interface GivenShift {
  readonly date: string;
  readonly from: string;
  readonly to: string;
  readonly breaks?: readonly (readonly [from: string, to: string])[];
}

type TherapistChange = Partial<StaffDraft> & { readonly shifts?: readonly GivenShift[] };

const DAYS_ON_DUTY = 14;

/** From 09:00 to 21:00 on each of the next two weeks' days, today among them. */
function usualShifts(api: TestApi, store: GivenStore): GivenShift[] {
  const today = localDate(api.clock.now(), store.zone);
  return Array.from({ length: DAYS_ON_DUTY }, (_, day) => ({
    ...{ date: addDays(today, day), from: '09:00', to: '21:00' },
  }));
}

/** Puts a person on duty in a store. */
export async function aShift(
  api: TestApi,
  store: GivenStore,
  staffId: string,
  shifts: readonly GivenShift[],
): Promise<void> {
  const publish = api.app.get(PublishShifts, { strict: false });
  const at = (date: string, time: string): Date => instantOf(date, minutesOf(time), store.zone);
  const drafts = shifts.map(({ date, from, to, breaks = [] }) => ({
    staffId,
    storeId: store.id,
    localDate: date,
    startsAt: at(date, from),
    endsAt: at(date, to),
    breaks: breaks.map(([begin, end]) => ({ startsAt: at(date, begin), endsAt: at(date, end) })),
  }));
  await api.unitOfWork.run((tx) => publish.execute(tx, drafts));
}

/** A senior therapist whom clients may ask for, on duty for two weeks unless told. */
export async function aTherapist(
  api: TestApi,
  store: GivenStore,
  change: TherapistChange = {},
): Promise<GivenTherapist> {
  const { shifts, ...draft } = change;
  const hire = api.app.get(HireStaff, { strict: false });
  const createResource = api.app.get(CreateResource, { strict: false });
  const name = `美容师 ${newId().slice(-6)}`;
  const made = await api.unitOfWork.run(async (tx) => {
    const staffId = await hire.execute(tx, {
      name,
      displayName: name,
      gender: 'female',
      position: 'therapist',
      grade: 'senior',
      title: '高级美容师',
      bio: '',
      avatarUrl: null,
      onlineBookable: true,
      storeIds: [store.id],
      skillIds: [],
      ...draft,
    });
    return {
      staffId,
      resourceId: await createResource.execute(tx, { kind: 'staff', name, staffId }),
    };
  });
  await aShift(api, store, made.staffId, shifts ?? usualShifts(api, store));
  return made;
}

import type { LeapDay } from '@yance/shared-types';
import { CreateCustomer, UpdateCustomer } from '../../../src/modules/customers/index.js';
import { A_TEMPLATE } from '../../support/given/coupons.js';
import { AN_AUTOMATION, type Automation } from '../../support/given/birthdays.js';
import { aDeskAt, taken, type Desk } from '../../http/checkout/a-desk.js';
import { aTierBody, retireAll } from '../../http/membership/a-tier-house.js';
import { allowCoupons } from '../../support/given/gifts.js';
import { PASSWORD, aClient } from '../../support/people.js';
import type { Reachable } from '../../support/wire.js';
import type { TestApi } from '../../support/an-api.js';
import { two, type Born } from './wall-calendar.js';
import type { PlannedClient, YearPlan } from './year-plan.js';

/** An automation as the recount needs to know it. */
export interface Giver {
  readonly id: string;
  readonly templateId: string;
  readonly daysBefore: number;
  readonly daysAfter: number;
  readonly leapDay: LeapDay;
  readonly stores: readonly (0 | 1)[];
  /** It is the one that is off in spring. */
  readonly isFirst: boolean;
  /** Coupons of the year, from whichever budget; null without one. */
  readonly most: number | null;
}

/** A salon of two stores whose clients have birthdays. */
export interface BirthdayHouse {
  readonly desk: Desk;
  readonly givers: readonly Giver[];
  /** Their files, in the order of the plan. */
  readonly ids: readonly string[];
}

const COUPON_FEN = 5_000;
const AT_ONCE = 6;
/** So many have the mini-program and allow so many messages; some will be used up before the year is. */
const [ON_PHONES, CREDITS] = [60, 2];

type Wish = Omit<Giver, 'id' | 'templateId'>;
const A_WEEK: Wish = {
  ...{ daysBefore: 7, daysAfter: 7, leapDay: 'feb28', stores: [0, 1], most: null, isFirst: true },
};
const ON_THE_DAY: Wish = {
  ...A_WEEK,
  daysBefore: 0,
  daysAfter: 3,
  leapDay: 'mar1',
  isFirst: false,
};
const WEEKS_BEFORE: Wish = { ...A_WEEK, daysBefore: 20, daysAfter: 0, stores: [1], isFirst: false };

/** Birthdays as files take them. */
export const birthdayOf = (born: Born | null) =>
  born === null
    ? { birthday: null }
    : {
        birthday: `${born.year ?? '-'}-${two(born.month)}-${two(born.day)}`,
        ...{ birthdayCalendar: born.calendar, birthdayLeapMonth: born.leap },
      };

/** Opens it: three automations, two of which have budgets that do not last, and a tier that bills lead to. */
export async function aBirthdayHouse(
  api: TestApi,
  phones: Reachable,
  plan: YearPlan,
): Promise<BirthdayHouse> {
  const desk = await aDeskAt(api);
  await retireAll(desk);
  const threshold = { by: 'spend', amount: 30_000, windowMonths: 12 };
  taken(await desk.post(desk.manager, '/staff/tiers', aTierBody({ thresholds: [threshold] })));
  const few = Math.ceil(plan.clients.length / 10);
  const givers = [
    await aGiver(desk, A_WEEK),
    await aGiver(desk, { ...ON_THE_DAY, most: few * 2 }),
    await aGiver(desk, { ...WEEKS_BEFORE, most: few }, few * COUPON_FEN + COUPON_FEN - 1),
  ];
  return { desk, givers, ids: await files(api, phones, desk, plan.clients) };
}

async function aGiver(desk: Desk, wish: Wish, budgetFen: number | null = null): Promise<Giver> {
  const stores = [desk.store.id, desk.other.id];
  const template = taken<{ id: string }>(
    await desk.post(desk.owner, '/staff/coupon-templates', {
      ...{ ...A_TEMPLATE, name: '生日券', amountFen: COUPON_FEN, minSpendFen: 0 },
      ...{ claimable: false, storeIds: stores },
    }),
  );
  const { stores: of, most, daysBefore, daysAfter, leapDay } = wish;
  const draft = {
    ...{ ...AN_AUTOMATION, daysBefore, daysAfter, leapDay, templateId: template.id },
    ...{ budgetFen, budgetCount: budgetFen === null ? most : null },
    storeIds: of.map((one) => stores[one]),
  };
  const made = taken<Automation>(await desk.post(desk.owner, '/staff/automations', draft));
  return { ...wish, id: made.id, templateId: template.id };
}

async function files(
  api: TestApi,
  phones: Reachable,
  desk: Desk,
  clients: readonly PlannedClient[],
): Promise<string[]> {
  const [create, update] = [
    api.app.get(CreateCustomer, { strict: false }),
    api.app.get(UpdateCustomer, { strict: false }),
  ];
  const ids = new Map<number, string>();
  const waiting = [...clients.entries()];
  const writer = async (): Promise<void> => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [place, { born, store }] = next;
      const homeStoreId = store === null ? null : ([desk.store.id, desk.other.id][store] ?? null);
      const file = { ...birthdayOf(born), name: `李第${place}`, homeStoreId };
      if (place < ON_PHONES) {
        const client = await aClient(phones);
        for (let given = 0; given < CREDITS; given += 1) await allowCoupons(phones, client);
        await api.unitOfWork.run((tx) => update.execute(tx, client.id, file));
        ids.set(place, client.id);
      } else {
        const made = await api.unitOfWork.run((tx) =>
          create.execute(tx, { ...file, source: 'walk_in' }),
        );
        ids.set(place, made.id);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, writer));
  return clients.map((_, place) => ids.get(place) ?? '');
}

/** Signs in those of the counter whose sessions have ended with the night. */
export async function signInAgain(desk: Desk): Promise<void> {
  for (const clerk of [desk.desk, desk.manager, desk.owner]) {
    const body = { username: clerk.username, password: PASSWORD };
    const answer = await desk.api.call('/staff/session', { body });
    clerk.token = taken<{ token: string }>(answer).token;
  }
}

import type { components } from '@yance/shared-types';
import { CreateCustomer, type NewCustomer } from '../../../src/modules/customers/index.js';
import { RunAutomations, type AutomationDraft } from '../../../src/modules/marketing/index.js';
import { newId } from '../../../src/platform/ids/index.js';
import type { TestApi } from '../an-api.js';
import { aCouponSalon, taken, type CouponSalon } from './coupons.js';

type Schemas = components['schemas'];
export type Automation = Schemas['AutomationDto'];
export type AutomationRun = Schemas['AutomationRunDto'];

/** A week before until a week after, as many as are wanted; a change makes another. */
export const AN_AUTOMATION: Omit<AutomationDraft, 'templateId' | 'storeIds'> = {
  ...{ name: '生日礼', state: 'on', daysBefore: 7, daysAfter: 7, leapDay: 'feb28' },
  ...{ budgetCount: null, budgetFen: null, words: '生日快乐，送您一份小心意' },
  ...{ bySms: true, byCall: true },
};

/** A salon that gives coupons for birthdays. */
export interface BirthdaySalon extends CouponSalon {
  /** One that is on, for the clients of both stores, with a template of its own unless told. */
  anAutomation(change?: Partial<AutomationDraft>): Promise<Automation>;
  /** A client of the first store who was born then: her id. */
  born(birthday: string, change?: Partial<NewCustomer>): Promise<string>;
  dryRun(automationId: string): Promise<AutomationRun>;
  /** What is due now, as a worker does it. */
  run(): Promise<void>;
  /** Who was given one by an automation, in the order in which they were. */
  givenBy(automationId: string): Promise<Given[]>;
}

/** A coupon that was given for a birthday. */
export interface Given {
  readonly customerId: string;
  readonly birthdayYear: number;
  readonly birthdayOn: string;
  readonly grantedOn: string;
  readonly validFrom: string;
  readonly validUntil: string;
}

export async function aBirthdaySalon(api: TestApi): Promise<BirthdaySalon> {
  const salon = await aCouponSalon(api);
  const create = api.app.get(CreateCustomer, { strict: false });
  const stores = [salon.store.id, salon.other.id];
  return {
    ...salon,
    async anAutomation(change = {}) {
      const templateId = change.templateId ?? (await salon.aTemplate()).id;
      const draft = { ...AN_AUTOMATION, storeIds: stores, ...change, templateId };
      return taken(await salon.post(salon.tokens.marketing, '/staff/automations', draft));
    },
    async born(birthday, change = {}) {
      const file = { birthday, homeStoreId: salon.store.id, source: 'walk_in', ...change } as const;
      const name = `李${newId().slice(-6)}`;
      return (await api.unitOfWork.run((tx) => create.execute(tx, { name, ...file }))).id;
    },
    dryRun: async (id) =>
      taken(await salon.post(salon.tokens.marketing, `/staff/automations/${id}/run-now?dryRun=1`)),
    run: () => api.app.get(RunAutomations, { strict: false }).runDue(),
    givenBy: (id) =>
      api.database.rows<Given>(
        `SELECT g.customer_id AS customerId, g.birthday_year AS birthdayYear,
           g.birthday_on AS birthdayOn, g.granted_on AS grantedOn,
           c.valid_from AS validFrom, c.valid_until AS validUntil
         FROM automation_grant g JOIN coupon c ON c.id = g.coupon_id
         WHERE g.automation_id = ? ORDER BY g.granted_at, g.coupon_id`,
        [id],
      ),
  };
}

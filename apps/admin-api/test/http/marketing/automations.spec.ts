import type { components } from '@yance/shared-types';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { anApi, type TestApi } from '../../support/an-api.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import {
  AN_AUTOMATION,
  aBirthdaySalon,
  type Automation,
  type BirthdaySalon,
} from '../../support/given/birthdays.js';
import { signIn, taken } from '../../support/given/coupons.js';
import { MONDAY_TEN, codeOf } from '../../support/given/index.js';
import { aClient } from '../../support/people.js';

type Schemas = components['schemas'];
type Choice = Schemas['MarketingChoiceDto'];

let api: TestApi;
let salon: BirthdaySalon;
beforeAll(async () => {
  api = await anApi(await workerDatabaseUrl());
  salon = await aBirthdaySalon(api);
});
beforeEach(() => api.clock.set(MONDAY_TEN));
afterAll(() => api.close());

const put = (token: string, path: string, body: object) =>
  api.call(path, { method: 'PUT', token, body });
const fieldsOf = ({ body }: { body: unknown }): string[] =>
  (body as { errors: { field: string }[] }).errors.map(({ field }) => field);
const draftOf = ({ templateId, storeIds }: Automation, change: object = {}) => ({
  ...{ ...AN_AUTOMATION, templateId, storeIds },
  ...change,
});

describe('an automation', () => {
  it('keeps what it was set to, and who switched it when', async () => {
    const made = await salon.anAutomation({ state: 'draft', budgetCount: 100 });
    expect(made).toMatchObject({ version: 1, grantedThisYear: 0, templateName: '满减券' });
    const path = `/staff/automations/${made.id}`;
    taken(await put(salon.tokens.manager, path, draftOf(made, { version: 1, daysBefore: 3 })));
    const history = await salon.get<Schemas['AutomationHistoryDto']>(salon.tokens.marketing, path);
    expect(history.changes.map(({ version, state }) => [version, state])).toEqual([
      [2, 'on'],
      [1, 'draft'],
    ]);
    expect(history.automation).toMatchObject({ daysBefore: 3, budgetCount: null, version: 2 });
  });

  it('that somebody else changed meanwhile is not written over', async () => {
    const made = await salon.anAutomation();
    const path = `/staff/automations/${made.id}`;
    const change = draftOf(made, { version: 1, state: 'off' });
    taken(await put(salon.tokens.marketing, path, change));
    const answer = await put(salon.tokens.marketing, path, change);
    expect([answer.status, codeOf(answer)]).toEqual([409, 'AUTOMATION_CHANGED']);
  });

  it('gives a coupon that is given, in a store where it is good', async () => {
    const made = await salon.anAutomation();
    const off = await salon.aTemplate({ state: 'off' });
    const there = await salon.aTemplate({ storeIds: [salon.other.id] });
    const send = (change: object) =>
      salon.post(salon.tokens.marketing, '/staff/automations', draftOf(made, change));
    expect(fieldsOf(await send({ templateId: off.id }))).toEqual(['templateId']);
    const elsewhere = { templateId: there.id, storeIds: [salon.store.id] };
    expect(fieldsOf(await send(elsewhere))).toEqual(['templateId']);
    expect((await send({ templateId: off.id, state: 'draft' })).status).toBe(201);
  });

  it('has a budget in fen only where the coupon says what it can take off', async () => {
    const made = await salon.anAutomation();
    const percent = { kind: 'percent', amountFen: null, permille: 800, minSpendFen: 0 } as const;
    const [open, capped] = [
      await salon.aTemplate({ ...percent, capFen: null }),
      await salon.aTemplate({ ...percent, capFen: 10_000 }),
    ];
    const send = (templateId: string) =>
      salon.post(
        ...([salon.tokens.marketing, '/staff/automations'] as const),
        draftOf(made, { templateId, budgetFen: 100_000 }),
      );
    expect(fieldsOf(await send(open.id))).toEqual(['budgetFen']);
    expect((await send(capped.id)).status).toBe(201);
  });

  it('is set up by whoever may, for stores of theirs', async () => {
    const made = await salon.anAutomation({ storeIds: [salon.store.id] });
    const stranger = await signIn(api, 'marketing', [salon.other.id]);
    const answer = await salon.post(stranger, '/staff/automations', draftOf(made));
    expect([answer.status, codeOf(answer)]).toEqual([403, 'WRONG_STORE']);
    const path = `/staff/automations/${made.id}`;
    const change = await put(stranger, path, draftOf(made, { version: 1 }));
    expect(codeOf(change)).toBe('WRONG_STORE');
    expect(codeOf(await salon.post(stranger, `${path}/run-now?dryRun=1`))).toBe('WRONG_STORE');
    const desk = await salon.post(salon.tokens.desk, '/staff/automations', draftOf(made));
    expect(desk.status).toBe(403);
  });

  it('that is off is not run', async () => {
    const made = await salon.anAutomation({ state: 'off' });
    const answer = await salon.post(
      ...([salon.tokens.marketing, `/staff/automations/${made.id}/run-now`] as const),
    );
    expect([answer.status, codeOf(answer)]).toEqual([409, 'AUTOMATION_STATE']);
  });
});

describe('what a client wants to hear of', () => {
  it('is hers to say on the phone, and to say otherwise', async () => {
    const client = await aClient(api);
    const path = '/client/marketing-choice';
    const before = taken<Choice>(await api.call(path, client));
    expect(before).toEqual({ optedOut: false, sms: false, calls: false, version: 0 });
    const yes = { ...before, sms: true };
    expect(taken(await put(client.token, path, yes))).toEqual({ ...yes, version: 1 });
    const late = await put(client.token, path, yes);
    expect([late.status, codeOf(late)]).toEqual([409, 'MARKETING_CHOICE_CHANGED']);
    const no = { optedOut: true, sms: false, calls: false, version: 1 };
    expect(taken(await put(client.token, path, no))).toEqual({ ...no, version: 2 });
  });

  it('is noted for her at the desk, and who said what when is kept', async () => {
    const client = await aClient(api);
    const hers = { optedOut: false, sms: true, calls: true, version: 0 };
    taken(await put(client.token, '/client/marketing-choice', hers));
    const path = `/staff/clients/${client.id}/marketing-choice`;
    taken(await put(salon.tokens.desk, path, { ...hers, calls: false, version: 1 }));
    const seen = await salon.get<Schemas['ClientMarketingDto']>(salon.tokens.desk, path);
    expect(seen).toMatchObject({ sms: true, calls: false, version: 2 });
    expect(seen.changes.map(({ byKind, byName, calls }) => [byKind, byName, calls])).toEqual([
      ['staff', '娜娜', false],
      ['client', '顾客', true],
    ]);
  });

  it('is no text message and no call for whoever wants nothing', async () => {
    const client = await aClient(api);
    for (const channel of ['sms', 'calls']) {
      const wish = { optedOut: true, sms: false, calls: false, version: 0, [channel]: true };
      const answer = await put(client.token, '/client/marketing-choice', wish);
      expect(fieldsOf(answer)).toEqual([channel]);
    }
  });
});

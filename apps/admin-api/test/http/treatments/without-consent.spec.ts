import { CORRECTION_REASONS, DEVIATION_REASONS } from '@yance/shared-types';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anApi, type Answer, type TestApi } from '../../support/an-api.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import {
  A_TREATMENT,
  aCareSalon,
  type CareSalon,
  type VisitTreatment,
} from '../../support/given/care.js';
import {
  MONDAY_TEN,
  aService,
  agreesOnPaper,
  codeOf,
  withdraws,
} from '../../support/given/index.js';

let api: TestApi;
let salon: CareSalon;
beforeAll(async () => {
  api = await anApi(await workerDatabaseUrl());
  api.clock.set(MONDAY_TEN);
  salon = await aCareSalon(api);
  const template = {
    parameters: [{ name: '导入强度', unit: '格', usual: '中档' }],
    products: [{ name: '导入凝胶', amount: 5, unit: 'ml' }],
    ...{ advice: '', homeCare: '', nextAfterDays: null, version: 0, recordFirst: false },
  };
  const at = `/staff/treatment-templates/${salon.serviceId}`;
  expect((await salon.put(salon.tokens.manager, at, template)).status).toBe(200);
});
afterAll(() => api.close());

/** Hours of the therapist, each used once. */
const hours = ['11:30', '13:00', '14:30', '16:00', '17:30', '19:00', '20:30'];

/** A visit under way of a client who took her consent back. */
async function unconsented() {
  const served = await salon.served(hours.shift() ?? 'no hour is left');
  await withdraws(api, salon.tokens.therapist, served.client.id);
  return { ...served, path: `/staff/appointments/${served.visitId}/treatment` };
}

/** A setting and a product in words of nobody but who typed them. */
const OWN_WORDS = {
  ...{ name: '孕周', value: '十二周', unit: '' },
  product: { productId: null, name: '湿疹药膏', amount: 1, unit: 'ml' },
};
const doneWith = (...parameters: object[]) => ({
  done: [{ serviceId: salon.serviceId, parameters }],
});
/** What was done, in numbers and in words of the house. */
const plain = (change: object = {}) => ({
  ...doneWith(
    { name: '时间', value: '15', unit: '分钟' },
    { name: '导入强度', value: '中档', unit: '格' },
  ),
  products: [{ productId: null, name: '导入凝胶', amount: 4, unit: 'ml' }],
  ...{ reaction: 'none', reactionWords: '', advice: '', homeCare: '', staffNote: '' },
  ...{ nextOn: '2026-12-21', ...change },
});
const write = (path: string, body: object): Promise<Answer> =>
  salon.post(salon.tokens.therapist, path, body);
const fieldsOf = ({ body }: Answer): string[] =>
  (body as { errors: { field: string }[] }).errors.map(({ field }) => field);

describe('without her consent to health data', () => {
  it('no record and no draft takes words that may tell of her health, and the refusal names where they stand', async () => {
    const { path } = await unconsented();
    const { product, ...parameter } = OWN_WORDS;
    const told: [string, object][] = [
      ['reaction', { reaction: 'mild' }],
      ['advice', { advice: '三天内不去角质' }],
      ['homeCare', { homeCare: '冷敷' }],
      ['staffNote', { staffNote: '孕早期' }],
      ['done', doneWith(parameter)],
      ['done', doneWith({ name: '时间', value: '孕早期缩短', unit: '分钟' })],
      ['products', { products: [product] }],
      ['deviation', { deviation: '她说湿疹好了' }],
    ];
    for (const [field, change] of told) {
      const draft = { ...plain(change), revision: 0 };
      const answers = [
        await write(path, plain(change)),
        await salon.put(salon.tokens.therapist, `${path}/draft`, draft),
      ];
      for (const answer of answers) {
        expect([field, codeOf(answer)]).toEqual([field, 'HEALTH_CONSENT_MISSING']);
        expect(fieldsOf(answer)).toEqual([field]);
      }
    }
    const { recordId, draft } = (await api.call(path, { token: salon.tokens.therapist }))
      .body as VisitTreatment;
    expect([recordId, draft]).toEqual([null, null]);
  });

  it('what was done is written whole, in numbers and in words of the house, and the visit is closed', async () => {
    const { path, visitId } = await unconsented();
    const saved = await salon.put(salon.tokens.therapist, `${path}/draft`, {
      ...{ ...plain(), revision: 0 },
    });
    expect(saved.status).toBe(200);
    const answer = await write(path, plain());
    expect(answer.status).toBe(201);
    const { versions } = answer.body as VisitTreatment;
    const { done, products, nextOn } = plain();
    expect(versions).toMatchObject([{ contents: { done, products, nextOn } }]);
    expect(JSON.stringify(versions)).not.toContain('houseWords');
    const complete = `/staff/appointments/${visitId}/complete`;
    expect((await salon.post(salon.tokens.therapist, complete)).status).toBe(200);
  });

  it('a record is corrected with a reason of the list alone', async () => {
    const { path } = await unconsented();
    const { recordId } = (await write(path, plain())).body as VisitTreatment;
    const correct = (reason: string): Promise<Answer> =>
      write(`/staff/treatments/${recordId ?? ''}/corrections`, {
        ...{ ...plain({ products: [] }), version: 1, reason },
      });
    const refused = await correct('她说怀孕了，没有用');
    expect([codeOf(refused), fieldsOf(refused)]).toEqual(['HEALTH_CONSENT_MISSING', ['reason']]);
    const [reason] = CORRECTION_REASONS;
    const { versions } = (await correct(reason)).body as VisitTreatment;
    expect(versions.map((one) => one.reason)).toEqual([reason, '']);
  });

  it('a patch test that was left out is explained by a reason of the list alone', async () => {
    const { path } = await unconsented();
    const serviceId = await aService(api, salon.store);
    const rule = { ingredientIds: [], patchTestDays: 30, intervalDays: null };
    const { manager } = salon.tokens;
    await salon.put(manager, `/staff/care-knowledge/services/${serviceId}`, rule);
    const done = [{ serviceId, parameters: [] }];
    const send = (more: object): Promise<Answer> => write(path, plain({ done, ...more }));
    expect(codeOf(await send({}))).toBe('TREATMENT_DEVIATES');
    expect(codeOf(await send({ deviation: '她说以前没过敏' }))).toBe('HEALTH_CONSENT_MISSING');
    const [deviation] = DEVIATION_REASONS;
    expect((await send({ deviation })).status).toBe(201);
  });

  it('every word that somebody typed is hidden at work and on her phone; what was done stays', async () => {
    const { visitId, client } = await salon.served(hours.shift() ?? 'no hour is left');
    const { therapist } = salon.tokens;
    const at = `/staff/appointments/${visitId}/treatment`;
    const { product, ...parameter } = OWN_WORDS;
    const first = { ...plain(), ...A_TREATMENT, ...doneWith(parameter) };
    const written = await write(at, { ...first, products: [product] });
    const { recordId } = written.body as VisitTreatment;
    const reason = '她说不是湿疹';
    const corrected = await write(`/staff/treatments/${recordId ?? ''}/corrections`, {
      ...{ ...first, ...doneWith(parameter, { name: '温度', value: '38', unit: '℃' }) },
      ...{ products: [product, ...plain().products], version: 1, reason },
    });
    expect(corrected.status).toBe(201);
    const looks = async (): Promise<string[]> => {
      const calls: [string, string][] = [
        [at, therapist],
        [`/staff/clients/${client.id}/treatments`, therapist],
        ['/client/treatments', client.token],
      ];
      const bodies: string[] = [];
      for (const [path, token] of calls)
        bodies.push(JSON.stringify((await api.call(path, { token })).body));
      return bodies;
    };
    const { advice, homeCare, reactionWords, staffNote } = A_TREATMENT;
    const words = [advice, homeCare, reactionWords, staffNote, reason, '孕周', '湿疹药膏'];
    const isTold = (seen: string): string[] => words.filter((word) => seen.includes(word));
    const [full] = await looks();
    expect(isTold(full ?? '')).toEqual(words);
    await withdraws(api, therapist, client.id);
    for (const seen of await looks()) {
      expect(isTold(seen)).toEqual([]);
      for (const work of [salon.serviceId, '导入凝胶', '38']) expect(seen).toContain(work);
    }
    await agreesOnPaper(api, therapist, client.id);
    expect(isTold((await looks())[0] ?? '')).toEqual(words);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { components } from '@yance/shared-types';
import { ConsentQueries } from '../../../src/modules/care/index.js';
import { anApi, type Answer, type TestApi } from '../../support/an-api.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { MONDAY_TEN, TODAY, aKey, aSalon, aVisit, codeOf } from '../../support/given/index.js';
import { aGrownClient, aClient, aPhone, aStaffToken, isOfAge } from '../../support/people.js';
import { SIGNATURE } from '../../support/signature.js';

type Sheet = components['schemas']['ConsentSheetDto'];
type Text = components['schemas']['ConsentTextDto'];

let api: TestApi;
beforeAll(async () => {
  api = await anApi(await workerDatabaseUrl());
  api.clock.set(MONDAY_TEN);
});
afterAll(() => api.close());

const send = (path: string, token: string, body: object): Promise<Answer> =>
  api.call(path, { token, body, headers: { 'idempotency-key': aKey() } });

const sheetOf = async (token: string, query = ''): Promise<Sheet> =>
  (await api.call(`/client/consents${query}`, { token })).body as Sheet;

const standing = (sheet: Sheet, kind: Text['kind']): Sheet['items'][number] => {
  const found = sheet.items.find(({ text }) => text.kind === kind);
  if (!found) throw new Error(`no ${kind} on the sheet`);
  return found;
};

const stands = (customerId: string, kind: 'health' | 'photos'): Promise<boolean> =>
  api.app.get(ConsentQueries, { strict: false }).stands(api.database, customerId, kind);

/** A client born on a day, as the desk knows it. */
async function bornOn(birthday: string): Promise<{ token: string; id: string }> {
  const desk = await aStaffToken(api, ['desk']);
  const client = await aClient(api);
  const version = undefined;
  const changed = await api.call(`/staff/clients/${client.id}`, {
    ...{ method: 'PATCH', token: desk, headers: { 'idempotency-key': aKey() } },
    body: { name: '林小朵', birthday, version },
  });
  expect(changed.status).toBe(200);
  return client;
}

const guardian = { name: '林女士', relation: '母亲' };

describe('a consent', () => {
  it('is given by itself, stands until it is taken back, and keeps who said what when', async () => {
    const { token, id } = await aGrownClient(api);
    const before = await sheetOf(token);
    expect(before.items.map(({ text }) => text.kind).sort()).toEqual([
      'health',
      'photos',
      'privacy',
    ]);
    expect(before.items.some((item) => item.stands)).toBe(false);
    const textId = standing(before, 'health').text.id;
    const given = await send('/client/consents', token, { textId, signature: SIGNATURE });
    expect(given.status).toBe(200);
    const after = given.body as Sheet;
    expect([standing(after, 'health').stands, standing(after, 'photos').stands]).toEqual([
      true,
      false,
    ]);
    expect([await stands(id, 'health'), await stands(id, 'photos')]).toEqual([true, false]);

    const taken = await send('/client/consents/withdraw', token, { kind: 'health' });
    expect(standing(taken.body as Sheet, 'health').stands).toBe(false);
    expect(await stands(id, 'health')).toBe(false);
    expect((taken.body as Sheet).history.map(({ act, way }) => [act, way])).toEqual([
      ['withdrawn', 'phone'],
      ['given', 'phone'],
    ]);
    const again = await send('/client/consents/withdraw', token, { kind: 'health' });
    expect(codeOf(again)).toBe('CONSENT_NOT_GIVEN');
  });

  it('is agreed to once, in the words in force, with something drawn', async () => {
    const { token } = await aGrownClient(api);
    const textId = standing(await sheetOf(token), 'photos').text.id;
    const dot = { ...SIGNATURE, strokes: [[1, 1, 2, 2]] };
    const nothing = await send('/client/consents', token, { textId, signature: dot });
    expect(codeOf(nothing)).toBe('INVALID_INPUT');
    const call = { textId, signature: SIGNATURE };
    const both = await Promise.all([
      send('/client/consents', token, call),
      send('/client/consents', token, call),
    ]);
    expect(both.map(codeOf).sort()).toEqual(['CONSENT_GIVEN', undefined]);
    const unknown = await send('/client/consents', token, { ...call, textId: aVersionNobodyHas() });
    expect(codeOf(unknown)).toBe('CONSENT_TEXT_CHANGED');
  });

  it('can be signed at the salon, on its screen or on paper, and its proof is shown to whoever may record it', async () => {
    const { id, token } = await aGrownClient(api);
    const desk = await aStaffToken(api, ['desk']);
    const textId = standing(await sheetOf(token), 'photos').text.id;
    const path = `/staff/clients/${id}/consents`;
    expect(codeOf(await send(path, desk, { textId }))).toBe('INVALID_INPUT');
    const given = await send(path, desk, { textId, paperNo: 'TY-2026-001' });
    expect(given.status).toBe(200);
    const [act] = (given.body as Sheet).history;
    const proof = await api.call(`${path}/${act?.id}`, { token: desk });
    expect(proof.body).toMatchObject({ paperNo: 'TY-2026-001', way: 'paper', signature: null });
    const other = await aGrownClient(api);
    const strange = await api.call(`/staff/clients/${other.id}/consents/${act?.id}`, {
      token: desk,
    });
    expect(codeOf(strange)).toBe('CONSENT_NOT_FOUND');
    expect((await send(`${path}/withdraw`, desk, { kind: 'photos' })).status).toBe(200);
    expect(await stands(id, 'photos')).toBe(false);
  });

  it('of a child below fourteen is a guardian’s to give, whose phone nobody reads in the database', async () => {
    const { token, id } = await bornOn('2015-03-01');
    const { text, guardianNeeded } = standing(await sheetOf(token), 'health');
    expect(guardianNeeded).toBe(true);
    const call = { textId: text.id, signature: SIGNATURE };
    expect(codeOf(await send('/client/consents', token, call))).toBe('GUARDIAN_REQUIRED');
    const phone = aPhone();
    const given = await send('/client/consents', token, {
      ...call,
      guardian: { ...guardian, phone },
    });
    expect(given.status).toBe(200);
    const [act] = (given.body as Sheet).history;
    const manager = await aStaffToken(api, ['manager']);
    const proof = await api.call(`/staff/clients/${id}/consents/${act?.id}`, { token: manager });
    expect(proof.body).toMatchObject({ guardianName: '林女士', guardianRelation: '母亲' });
    expect(JSON.stringify(proof.body)).not.toContain(phone);
  });

  it('asks for the birthday first where it is not known, whoever signs', async () => {
    const client = await aClient(api);
    const { text, birthdayNeeded } = standing(await sheetOf(client.token), 'health');
    expect(birthdayNeeded).toBe(true);
    const call = { textId: text.id, signature: SIGNATURE };
    const signer = { ...guardian, phone: aPhone() };
    for (const body of [call, { ...call, guardian: signer }, { ...call, ofAgeReason: '我成年了' }])
      expect((await send('/client/consents', client.token, body)).status).toBeGreaterThan(399);
    expect(codeOf(await send('/client/consents', client.token, call))).toBe('BIRTHDAY_NEEDED');
    expect(await stands(client.id, 'health')).toBe(false);
    await isOfAge(api, client.token);
    expect((await send('/client/consents', client.token, call)).status).toBe(200);
  });

  it('is taken without the birthday where somebody at the salon says how she knows the age, which stands with its proof', async () => {
    const client = await aClient(api);
    const desk = await aStaffToken(api, ['desk']);
    const path = `/staff/clients/${client.id}/consents`;
    const { text } = standing(await sheetOf(client.token), 'health');
    const call = { textId: text.id, paperNo: 'TY-2026-002' };
    expect(codeOf(await send(path, desk, call))).toBe('BIRTHDAY_NEEDED');
    const given = await send(path, desk, { ...call, ofAgeReason: '看过身份证' });
    expect(given.status).toBe(200);
    const [act] = (given.body as Sheet).history;
    const proof = await api.call(`${path}/${act?.id}`, { token: desk });
    expect(proof.body).toMatchObject({ ofAgeReason: '看过身份证' });
    const child = await bornOn('2015-03-01');
    const all = { ...call, ofAgeReason: '看过身份证' };
    const refused = await send(`/staff/clients/${child.id}/consents`, desk, all);
    expect(codeOf(refused)).toBe('GUARDIAN_REQUIRED');
  });

  it('is not a child’s to give by growing up on her phone: the desk changes the birthday, with the reason', async () => {
    const { token, id } = await bornOn('2015-03-01');
    const moves = (body: object) => api.call('/client/me', { method: 'PATCH', token, body });
    for (const birthday of ['1990-05-12', '2014-03-01', '2015-02-28', '--03-01', null])
      expect(codeOf(await moves({ birthday }))).toBe('BIRTHDAY_AT_DESK');
    expect((await moves({ birthday: '2015-03-02' })).status).toBe(200);
    expect((await moves({ gender: 'female' })).status).toBe(200);
    const desk = await aStaffToken(api, ['desk']);
    const path = `/staff/clients/${id}`;
    const change = (body: object) => api.call(path, { method: 'PATCH', token: desk, body });
    const refused = await change({ birthday: '2005-03-01' });
    expect(refused.body).toMatchObject({ errors: [{ field: 'birthdayReason' }] });
    const reason = { birthday: '2005-03-01', birthdayReason: '看过身份证，登记时写错' };
    expect((await change(reason)).status).toBe(200);
    const { items } = (await api.call(`${path}/changes`, { token: desk })).body as {
      items: { field: string; reason: string | null }[];
    };
    expect(items.find(({ field }) => field === 'birthday')?.reason).toBe(reason.birthdayReason);
  });

  it('needs no guardian from the fourteenth birthday on', async () => {
    const { token } = await bornOn('2012-11-23');
    const { text } = standing(await sheetOf(token), 'health');
    const given = await send('/client/consents', token, { textId: text.id, signature: SIGNATURE });
    expect(given.status).toBe(200);
  });

  it('follows the client when her file is joined to another, with what proves it', async () => {
    const { token, id } = await aGrownClient(api);
    const desk = await aStaffToken(api, ['desk']);
    const textId = standing(await sheetOf(token), 'photos').text.id;
    await send('/client/consents', token, { textId, signature: SIGNATURE });
    const phone = aPhone();
    const made = await api.call('/staff/clients', { token: desk, body: { name: '王秀英', phone } });
    const file = (made.body as { id: string }).id;
    const { code } = await api.control('phone-code', { phone });
    await api.call('/client/phone', { token, body: { code } });
    expect([await stands(file, 'photos'), await stands(id, 'photos')]).toEqual([true, false]);
    const [act] = (await sheetOf(token)).history;
    const proof = await api.call(`/staff/clients/${file}/consents/${act?.id}`, { token: desk });
    expect(proof.body).toMatchObject({ signature: SIGNATURE });
  });
});

const aVersionNobodyHas = (): string => '01JD0000000000000000009999';

describe('a risk notice', () => {
  const NOTICE = {
    title: '果酸焕肤风险告知书',
    body: '可能出现短暂泛红、刺痛和脱屑，三天内避免日晒。',
  };

  async function aNotice(serviceId: string, change: object = {}): Promise<Text> {
    const manager = await aStaffToken(api, ['manager']);
    const body = { ...NOTICE, kind: 'notice', serviceId, ...change };
    const answer = await send('/staff/consent-texts', manager, body);
    expect([answer.status, codeOf(answer)]).toEqual([201, undefined]);
    return answer.body as Text;
  }

  it('keeps the treatment from starting until its latest version is signed', async () => {
    const salon = await aSalon(api);
    const desk = await aStaffToken(api, ['desk'], [salon.store.id]);
    const { visit, client } = await aVisit(api, salon, salon.store.at(TODAY, '12:00'));
    await isOfAge(api, client.token);
    const first = await aNotice(salon.serviceId);
    const signed = { textId: first.id, signature: SIGNATURE };
    expect((await send('/client/consents', client.token, signed)).status).toBe(200);
    const second = await aNotice(salon.serviceId, { body: `${NOTICE.body}孕期不做。` });
    expect(second.version).toBe(2);
    const asked = await sheetOf(client.token, `?serviceIds=${salon.serviceId}`);
    expect(standing(asked, 'notice')).toMatchObject({ stands: false, outdated: true });

    const path = `/staff/appointments/${visit.id}`;
    expect((await send(`${path}/arrive`, desk, {})).status).toBe(200);
    const refused = await send(`${path}/start`, desk, {});
    expect([refused.status, codeOf(refused)]).toEqual([409, 'NOTICE_UNSIGNED']);
    expect(refused.body).toMatchObject({
      notices: [{ id: second.id, serviceId: salon.serviceId, title: NOTICE.title }],
    });
    expect(codeOf(await send('/client/consents', client.token, signed))).toBe(
      'CONSENT_TEXT_CHANGED',
    );
    await send('/client/consents', client.token, { ...signed, textId: second.id });
    expect((await send(`${path}/start`, desk, {})).status).toBe(200);
  });

  it('is not asked for any more once the salon says so, and only of the service it is for', async () => {
    const salon = await aSalon(api);
    const desk = await aStaffToken(api, ['desk'], [salon.store.id]);
    await aNotice(salon.serviceId);
    await aNotice(salon.serviceId, { required: false });
    const { visit } = await aVisit(api, salon, salon.store.at(TODAY, '13:00'));
    await send(`/staff/appointments/${visit.id}/arrive`, desk, {});
    expect((await send(`/staff/appointments/${visit.id}/start`, desk, {})).status).toBe(200);
    const manager = await aStaffToken(api, ['manager']);
    const body = { ...NOTICE, kind: 'photos', serviceId: salon.serviceId };
    expect(codeOf(await send('/staff/consent-texts', manager, body))).toBe('INVALID_INPUT');
  });

  it('may ask for a guardian up to eighteen', async () => {
    const salon = await aSalon(api);
    const { token } = await bornOn('2010-01-01');
    const { id: textId } = await aNotice(salon.serviceId, { guardianBelow: 18 });
    const call = { textId, signature: SIGNATURE };
    expect(codeOf(await send('/client/consents', token, call))).toBe('GUARDIAN_REQUIRED');
    const signer = { ...guardian, phone: aPhone() };
    expect((await send('/client/consents', token, { ...call, guardian: signer })).status).toBe(200);
  });
});

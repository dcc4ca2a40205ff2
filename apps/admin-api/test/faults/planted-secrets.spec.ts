import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, localDate } from '../../src/platform/clock/index.js';
import { newId } from '../../src/platform/ids/index.js';
import { TEST_ENVIRONMENT } from '../../src/platform/testing/a-config.js';
import { until } from '../../src/platform/testing/until.js';
import type { components } from '@yance/shared-types';
import { anApi, type TestApi } from '../support/an-api.js';
import { freshSchema, type FreshSchema } from '../support/database/index.js';
import { A_FORMULA, AN_ASSESSMENT } from '../support/given/assessments.js';
import { aKey, aSalon, book, codeOf, type Salon, type Visit } from '../support/given/index.js';
import { aQuestion, aQuestionnaire } from '../support/given/questionnaires.js';
import { PASSWORD, aClient, aPhone, aStaffToken, anAccount, anOpenid } from '../support/people.js';
import { RunningSystem } from '../support/running-system.js';
import { SIGNATURE } from '../support/signature.js';
import { everyCell, secretsIn, secretsOf } from './planted.js';
import { writeEverywhere, writeRecord } from './planted-words.js';

type ConsentSheet = components['schemas']['ConsentSheetDto'];

/** Known to the platform by it, and no secret of hers without our app secret; logs do not show it all the same. */
const KNOWN_BY = /: openid$/;

const METRICS_TOKEN = `planted-metrics-${randomUUID()}`;
const WECHAT_SECRET = randomBytes(16).toString('hex');

const planted = new Map<string, string>([
  ['WeChat secret', WECHAT_SECRET],
  ['metrics token', METRICS_TOKEN],
  ['key', TEST_ENVIRONMENT.YANCE_KEYS.slice(2)],
  ['blind index key', TEST_ENVIRONMENT.YANCE_BLIND_INDEX_KEY],
  ['health word', `怀孕${randomUUID().slice(0, 8)}周`],
  ['wrong password', `wrong-${randomUUID()}`],
  ['password', PASSWORD],
]);
const secret = (name: string): string => planted.get(name) ?? '';
function plant(name: string, value: unknown): string {
  if (typeof value !== 'string' || value === '') throw new Error(`no ${name} to plant`);
  planted.set(name, value);
  return value;
}

let schema: FreshSchema;
let inspector: TestApi;
let system: RunningSystem;
let salon: Salon;

beforeAll(async () => {
  schema = await freshSchema();
  inspector = await anApi(schema.url);
  salon = await aSalon(inspector);
  const settings = { WECHAT_SECRET, YANCE_METRICS_TOKEN: METRICS_TOKEN };
  system = await RunningSystem.start({ databaseUrl: schema.url, settings });
});
afterAll(async () => {
  await system.stop();
  await inspector.close();
  await schema.drop();
});

/** Takes a table away while `work` runs: whatever needs it fails with its values in the database's error. */
async function without(table: string, work: () => Promise<void>): Promise<void> {
  const rename = (from: string, to: string): Promise<unknown> =>
    inspector.unitOfWork.run((tx) => tx.run(`RENAME TABLE \`${from}\` TO \`${to}\``));
  await rename(table, `${table}_away`);
  try {
    await work();
  } finally {
    await rename(`${table}_away`, table);
  }
}

/** A body that is cut off in the middle: the caller hangs up. */
async function hangUp(path: string, body: string): Promise<void> {
  const { hostname, port } = new URL(system.origin);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  const head = `POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n`;
  socket.write(`${head}content-length: ${body.length + 50}\r\n\r\n${body}`, () => socket.destroy());
  await once(socket, 'close');
}

/** Both doors: a client by WeChat who proves her phone by SMS, and the desk with a second factor. */
async function enter(): Promise<{ client: string; clientId: string; desk: string }> {
  const openid = plant('openid', anOpenid());
  const { token: client, id: clientId } = await aClient(system, openid);
  plant('client token', client);
  const phone = plant('phone', aPhone());
  await system.call('/client/sms-codes', { token: client, body: { phone } });
  const smsCode = plant('SMS code', await system.smsCode(phone));
  const bound = await system.call('/client/phone', { token: client, body: { phone, smsCode } });
  expect(bound.status).toBe(200);
  const { username } = await anAccount(inspector, ['desk'], [salon.store.id]);
  const body = { username, password: PASSWORD };
  const headers = { 'x-yance-console': '1' };
  const console_ = await system.call('/staff/session', { body, headers });
  const cookies = console_.headers.getSetCookie().map((line) => line.split(/[=;]/)[1]);
  plant('console cookie', cookies[0]);
  plant('device cookie', cookies[1]);
  plant('CSRF token', (console_.body as { csrfToken: string }).csrfToken);
  const { body: signedIn } = await system.call('/staff/session', { body });
  const desk = plant('staff token', (signedIn as { token: string }).token);
  const totp = await system.call('/staff/totp', { method: 'POST', token: desk });
  plant('TOTP secret', (totp.body as { secret: string }).secret);
  return { client, clientId: (bound.body as { id: string }).id ?? clientId, desk };
}

async function bookWithNote(client: string, hour: string): Promise<Visit> {
  const day = addDays(localDate(new Date(), salon.store.zone), 2);
  const wish = { ...salon.wish(salon.store.at(day, hour)), note: secret('health word') };
  const answer = await book(system, client, wish, aKey());
  expect(answer.status).toBe(201);
  return answer.body as Visit;
}

/** A plan of care whose every word tells of her health. */
async function plan(clientId: string): Promise<void> {
  const words = secret('health word');
  const line = { lineId: null, serviceId: salon.serviceId, productIds: [], times: 2 };
  const firstOn = localDate(new Date(), salon.store.zone);
  const answer = await system.call(`/staff/clients/${clientId}/care-plan`, {
    token: await aStaffToken(inspector, ['manager'], [salon.store.id]),
    headers: { 'idempotency-key': newId() },
    body: {
      ...{ storeId: salon.store.id, goal: words, problems: words, homeCare: words, propose: true },
      lines: [{ ...line, minDays: 7, maxDays: 14, firstOn }],
    },
  });
  expect([answer.status, codeOf(answer)]).toEqual([201, undefined]);
}

/** What those who treat her write down, and a call of theirs that is refused for what it says. */
async function treat(clientId: string): Promise<void> {
  const { username } = await anAccount(inspector, ['manager'], [salon.store.id]);
  const body = { username, password: PASSWORD };
  const { token } = (await system.call('/staff/session', { body })).body as { token: string };
  const word = secret('health word');
  const on = localDate(new Date(), salon.store.zone);
  const allergies = [{ ingredientId: null, text: word, severity: 'mild' }];
  const health = { allergies, conditions: [], patchTests: [], history: word, version: 0 };
  const contents = { ...AN_ASSESSMENT.contents, words: word, advice: word };
  const assessment = { ...AN_ASSESSMENT, contents, on, appointmentId: null, released: true };
  const { kind, formVersion } = AN_ASSESSMENT;
  const at = `/staff/clients/${clientId}`;
  const sheet = (await system.call(`${at}/consents`, { token })).body as ConsentSheet;
  const textId = sheet.items.find(({ text }) => text.kind === 'health')?.text.id;
  const strange = { ...contents, scores: [{ key: 'nobody', value: 1 }] };
  const questions = [aQuestion('words', 'text')];
  const askedId = await aQuestionnaire(inspector, token, { questions });
  const answers = `${at}/questionnaires/${askedId}/answers`;
  const said = { version: 1, answers: [{ key: 'words', text: word }], signature: SIGNATURE };
  const misplaced = [...said.answers, { key: 'nobody', text: word }];
  const calls: [number, 'PUT' | 'POST', string, object][] = [
    [200, 'POST', `${at}/consents`, { textId, paperNo: 'TY-2026-003', ofAgeReason: word }],
    [201, 'POST', answers, said],
    [400, 'POST', answers, { ...said, answers: misplaced }],
    [200, 'PUT', `${at}/health`, health],
    [200, 'PUT', `${at}/assessment-draft`, { kind, formVersion, contents, revision: 0 }],
    [201, 'POST', `${at}/assessments`, assessment],
    [400, 'POST', `${at}/assessments`, { ...assessment, contents: strange }],
    [200, 'PUT', `${at}/assessment-draft`, { kind, formVersion, contents, revision: 0 }],
    [
      201,
      'POST',
      `${at}/formulas`,
      { on, appointmentId: null, contents: { ...A_FORMULA, remark: word } },
    ],
  ];
  for (const [status, method, path, sent] of calls) {
    const headers = { 'idempotency-key': newId() };
    const answer = await system.call(path, { method, token, headers, body: sent });
    expect([path, answer.status]).toEqual([path, status]);
  }
}

/** Begins a visit: its hour comes for the inspector, whose clock can be set. */
async function begin({ id, start }: Visit): Promise<void> {
  const now = inspector.clock.now();
  inspector.clock.set(new Date(start));
  const token = await aStaffToken(inspector, ['desk'], [salon.store.id]);
  for (const step of ['arrive', 'start']) {
    const headers = { 'idempotency-key': newId() };
    const path = `/staff/appointments/${id}/${step}`;
    const answer = await inspector.call(path, { method: 'POST', token, headers });
    expect([step, answer.status]).toEqual([step, 200]);
  }
  inspector.clock.set(now);
}

async function cancel(desk: string, id: string): Promise<void> {
  const answer = await system.call(`/staff/appointments/${id}/cancel`, {
    token: desk,
    headers: { 'idempotency-key': newId() },
    body: { reason: `${secret('health word')}，改天再来` },
  });
  expect([answer.status, codeOf(answer)]).toEqual([200, undefined]);
}

/** Secrets where they do not belong, and in calls that are refused or cannot be read. */
async function misplace(client: string): Promise<void> {
  const [password, phone] = [secret('wrong password'), secret('phone')];
  await system.call('/staff/session', { body: { username: password, password } });
  await system.call('/staff/session', { body: { username: phone, password, totp: 'x' } });
  await system.call(`/staff/clients?q=${phone}&token=${client}`, { token: client });
  await system.call(`/client/${phone}/${client}?password=${password}`);
  await system.call('/client/phone', { token: client, body: { phone, smsCode: '000000' } });
  await system.call('/client/phone', { token: client, body: { [phone]: password } });
  await system.call('/client/session', { body: { code: password } });
  const headers = { cookie: `yance_staff=${client}`, 'idempotency-key': phone };
  await system.call('/staff/session', { method: 'DELETE', headers });
  await fetch(`${system.origin}/metrics`, {
    headers: { authorization: `Bearer ${METRICS_TOKEN}` },
  });
  const body = JSON.stringify({ username: phone, password });
  await hangUp('/api/staff/session', body);
  await fetch(`${system.origin}/api/staff/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: `${body},`,
  });
}

/** Our own faults: the database's errors carry the statement and its values. */
async function breakTables(client: string, desk: string): Promise<void> {
  const phone = secret('phone');
  const failing: [table: string, ask: () => Promise<{ status: number }>][] = [
    [
      'sms_code',
      () => system.call('/client/sms-codes', { token: client, body: { phone: aPhone() } }),
    ],
    [
      'sms_code',
      () =>
        system.call('/client/phone', {
          token: client,
          body: { phone, smsCode: secret('SMS code') },
        }),
    ],
    [
      'staff_account',
      () =>
        system.call('/staff/session', {
          body: { username: secret('phone'), password: secret('wrong password') },
        }),
    ],
    ['customer_phone', () => system.call(`/staff/clients?q=${phone}`, { token: desk })],
    ['staff_session', () => system.call('/staff/session', { token: desk })],
    ['client_session', () => system.call('/client/me', { token: client })],
  ];
  for (const [table, ask] of failing) {
    await without(table, async () => {
      expect([table, (await ask()).status]).toEqual([table, 500]);
    });
  }
}

/** WeChat's faults: at a sign-in, and while jobs tell the client that her visits are off. */
async function breakWechat(desk: string, visit: Visit, other: Visit): Promise<void> {
  const spoil = (fault: object): Promise<unknown> =>
    system.control('faults', { times: 1, ...fault });
  await spoil({ path: '/sns/jscode2session', kind: 'http500', times: 3 });
  const { code } = await system.control('login-code', { openid: secret('openid') });
  const refused = await system.call('/client/session', { body: { code } });
  expect(codeOf(refused)).toBe('WECHAT_UNAVAILABLE');
  await spoil({ path: '/cgi-bin/message/subscribe/send', kind: 'busy', times: 5 });
  await cancel(desk, visit.id);
  await until('the job of the first news has failed', async () => {
    const sql = 'SELECT id FROM job WHERE last_error IS NOT NULL';
    return (await inspector.database.rows(sql)).length > 0;
  });
  await fetch(`${system.sandboxOrigin}/_sandbox/faults`, { method: 'DELETE' });
  await spoil({ path: '/cgi-bin/message/subscribe/send', kind: 'errcode', errcode: 47003 });
  await cancel(desk, other.id);
  await until('one of the news could not be told', async () => {
    const sql = "SELECT id FROM message WHERE state = 'failed'";
    return (await inspector.database.rows(sql)).length > 0;
  });
}

describe('a day on which everything goes wrong', () => {
  it('is lived through', async () => {
    const { client, desk, clientId } = await enter();
    const [visit, other] = [
      await bookWithNote(client, '10:00'),
      await bookWithNote(client, '13:00'),
    ];
    const templateId = TEST_ENVIRONMENT.WECHAT_TEMPLATE_APPOINTMENT_CANCELLED;
    const accept = { results: [{ templateId, result: 'accept' }] };
    for (const headers of [{ 'idempotency-key': newId() }, { 'idempotency-key': newId() }]) {
      const consent = await system.call('/client/subscriptions', {
        token: client,
        headers,
        body: accept,
      });
      expect(consent.status).toBe(204);
    }
    const reveal = { token: desk, body: { reason: '顾客迟到，打电话问一下' } };
    const shown = await system.call(`/staff/clients/${clientId}/reveal-phone`, reveal);
    expect(shown.body).toEqual({ phone: secret('phone') });
    await treat(clientId);
    await plan(clientId);
    const word = secret('health word');
    const storeId = salon.store.id;
    await writeEverywhere({ system, inspector }, { storeId, clientId, word });
    const treated = await bookWithNote(client, '16:00');
    await begin(treated);
    const token = await aStaffToken(inspector, ['manager'], [storeId]);
    await writeRecord({ system, inspector }, { salon, token, visitId: treated.id, word });
    await misplace(client);
    await breakTables(client, desk);
    await breakWechat(desk, visit, other);
  });

  it('leaves none of its secrets in what any process printed', () => {
    const { logs } = system;
    const lines = logs.split('\n').filter((line) => line !== '');
    process.stdout.write(`planted: ${planted.size} secrets, ${lines.length} lines of log\n`);
    expect(lines.filter((line) => line.includes('"level":"error"')).length).toBeGreaterThan(4);
    expect(secretsIn(logs, planted)).toEqual([]);
    expect(logs).not.toMatch(/session_?key["'\s:=]+[\w+/]{16}/i);
  });

  it('leaves none of them in the database', async () => {
    const cells = await everyCell(inspector.database);
    process.stdout.write(`planted: ${cells.length} values in all tables\n`);
    const found = secretsOf(cells, planted).filter((line) => !KNOWN_BY.test(line));
    expect(found).toEqual([]);
  });

  it('leaves no plain hash of a phone or a code, which can be tried, and no token’s bytes', async () => {
    const cells = await everyCell(inspector.database);
    const [phone, code] = [secret('phone'), secret('SMS code')];
    const guessed = [phone, `+86${phone}`, `86${phone}`, code, `phone:${phone}`].flatMap((text) => {
      const names = ['sms.phone.minute', 'sms.phone.day'].map((name) => `${name}\u0000${text}`);
      return [text, ...names].flatMap((each) =>
        ['sha1', 'sha256', 'md5'].map((kind) => createHash(kind).update(each).digest('hex')),
      );
    });
    const bytes = ['client token', 'staff token', 'console cookie'].map((name) =>
      Buffer.from(secret(name), 'base64url').toString('hex'),
    );
    for (const { table, column, text } of cells) {
      const hit = [...guessed, ...bytes].some((hex) => text.includes(hex));
      expect([table, column, hit]).toEqual([table, column, false]);
    }
  });
});

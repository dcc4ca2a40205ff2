import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { idempotentCall } from '../../../src/platform/idempotency/index.js';
import { allRoutes } from '../../support/all-routes.js';
import { anApi, type Answer, type TestApi } from '../../support/an-api.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { MONDAY_TEN, aKey, codeOf } from '../../support/given/index.js';
import { aClient, aPhone } from '../../support/people.js';
import { ANSWER_WRITES } from './support/answer-writes.js';
import { CARE_PLAN_WRITES } from './support/care-plan-writes.js';
import { ASSESSMENT_WRITES } from './support/assessment-writes.js';
import { CHECKOUT_WRITES } from './support/checkout-writes.js';
import { CARE_KNOWLEDGE_WRITES, CLIENT_FILE_WRITES } from './support/client-file-writes.js';
import { COUPON_WRITES } from './support/coupon-writes.js';
import { CATALOG_WRITES } from './support/catalog-writes.js';
import { DUPLICATE_WRITES } from './support/duplicate-writes.js';
import { EXPORT_WRITES } from './support/export-writes.js';
import { IMPORT_WRITES } from './support/import-writes.js';
import { MARKETING_WRITES } from './support/marketing-writes.js';
import { QUESTIONNAIRE_WRITES } from './support/questionnaire-writes.js';
import { CONSENT_WRITES } from './support/consent-writes.js';
import { MEMBERSHIP_WRITES } from './support/membership-writes.js';
import { PACKAGE_WRITES } from './support/package-writes.js';
import { POINTS_WRITES } from './support/points-writes.js';
import { PAYMENT_WRITES } from './support/payment-writes.js';
import { QUALIFICATION_WRITES } from './support/qualification-writes.js';
import { SHIFT_REQUEST_WRITES } from './support/shift-request-writes.js';
import { SHIFT_WRITES } from './support/shift-writes.js';
import { TREATMENT_WRITES } from './support/treatment-writes.js';
import { PROGRESS_WRITES } from './support/progress-writes.js';
import { TURN_WRITES } from './support/turn-writes.js';
import { WRITES as OTHER_WRITES, type Write } from './support/writes.js';

const WRITES = [
  ...[...OTHER_WRITES, ...PAYMENT_WRITES, ...MEMBERSHIP_WRITES, ...CONSENT_WRITES],
  ...[...COUPON_WRITES, ...CATALOG_WRITES, ...PACKAGE_WRITES, ...CHECKOUT_WRITES],
  ...[...POINTS_WRITES, ...MARKETING_WRITES],
  ...[...IMPORT_WRITES, ...CLIENT_FILE_WRITES, ...CARE_KNOWLEDGE_WRITES, ...TREATMENT_WRITES],
  ...[...ANSWER_WRITES, ...CARE_PLAN_WRITES, ...DUPLICATE_WRITES, ...EXPORT_WRITES],
  ...[
    ...ASSESSMENT_WRITES,
    ...QUESTIONNAIRE_WRITES,
    ...SHIFT_WRITES,
    ...SHIFT_REQUEST_WRITES,
    ...QUALIFICATION_WRITES,
  ],
  ...TURN_WRITES,
  ...PROGRESS_WRITES,
];

/**
 * A sign-in gives a token away that is kept nowhere. To give it again it would have to be kept, and whoever has the
 * key would have the session. A second send opens a second session, which ends by itself; modules/identity/README.md.
 */
const WITHOUT_KEY = [
  ...['POST /api/client/session', 'POST /api/staff/session'],
  // WeChat Pay numbers what it tells by itself: shown in test/http/payments.
  ...['POST /api/wechat/pay/notify', 'POST /api/wechat/refund/notify'],
];

/**
 * While the first send is under way, a second may be refused by what it met: a code that WeChat gives out once, the
 * count of attempts at a password. Sent again it gets the answer.
 */
const REFUSED_MEANWHILE = ['WECHAT_CODE_REFUSED', 'LOGIN_THROTTLED', 'PASSWORD_THROTTLED'];

let api: TestApi;

beforeAll(async () => {
  api = await anApi(await workerDatabaseUrl());
});
beforeEach(() => api.clock.set(MONDAY_TEN));
afterAll(() => api.close());

const send = (write: Write, key: string, body = write.body): Promise<Answer> =>
  api.call(write.path, { token: write.token, body, headers: { 'idempotency-key': key } });

const seen = ({ status, body }: Answer) => ({ status, body });
const isDone = ({ status }: Answer): boolean => status < 300;

interface Kept {
  readonly request_hash: Buffer;
  readonly response: unknown;
}
const keptWith = (key: string): Promise<Kept[]> =>
  api.database.rows('SELECT request_hash, response FROM idempotency_key WHERE key_value = ?', [
    key,
  ]);

it('every POST honours the key or is listed as one that does not', () => {
  const posts = allRoutes(api.app).filter(({ method }) => method === 'POST');
  const known = [...WITHOUT_KEY, ...new Set(WRITES.map(([name]) => name))];
  expect(posts.map(({ name }) => name).sort()).toEqual(known.sort());
});

describe.each(WRITES)('%s', (_name, given) => {
  it('sent twice with a key is done once and answered alike; another body with the key is refused', async () => {
    const [write, key] = [await given(api), aKey()];
    const first = await send(write, key);
    expect(isDone(first)).toBe(true);
    expect(seen(await send(write, key))).toEqual(seen(first));
    const other = await send(write, key, write.other);
    expect(seen(other)).toMatchObject({ status: 422, body: { code: 'IDEMPOTENCY_KEY_REUSED' } });
    expect(await write.effects()).toBe(1);
  });

  it('sent eight times at once is done once', async () => {
    const [write, key] = [await given(api), aKey()];
    const answers = await Promise.all(Array.from({ length: 8 }, () => send(write, key)));
    const refused = answers.filter((answer) => !isDone(answer)).map(codeOf);
    expect(refused.filter((code) => !REFUSED_MEANWHILE.includes(code ?? ''))).toEqual([]);
    const done = [...answers.filter(isDone), await send(write, key)].map(seen);
    expect(done).toEqual(done.map(() => done[0]));
    expect(await write.effects()).toBe(1);
  });

  it('keeps no secret beside the key', async () => {
    const [write, key] = [await given(api), aKey()];
    await send(write, key);
    const secrets = (await write.secrets?.()) ?? [];
    const rows = await keptWith(key);
    expect(rows).toHaveLength(1);
    for (const secret of secrets) expect(JSON.stringify(rows)).not.toContain(secret);
    // A hash without a key of ours would give a phone or a code away to whoever tries them all.
    const plain = idempotentCall('', '', key, { path: `/api${write.path}`, body: write.body });
    if (secrets.length > 0 && !write.path.includes('/reveal-')) {
      expect(rows[0]?.request_hash.equals(plain.requestHash)).toBe(false);
    }
  });
});

describe('a code that could not be sent by SMS', () => {
  it('is sent by the next send of the same call, once', async () => {
    const [{ token }, phone, key] = [await aClient(api), aPhone(), aKey()];
    const ask = (): Promise<Answer> =>
      api.call('/client/sms-codes', {
        ...{ token, body: { phone } },
        headers: { 'idempotency-key': key },
      });
    await api.control('faults', { path: '/sms/send', kind: 'http500', times: 10 });
    expect(codeOf(await ask())).toBe('SMS_UNAVAILABLE');
    await fetch(`${api.sandbox.url}/_sandbox/faults`, { method: 'DELETE' });
    const sent = await ask();
    expect(sent.status).toBe(201);
    expect(seen(await ask())).toEqual(seen(sent));
    expect((await api.control(`sms?phone=${phone}`))['items']).toHaveLength(1);
  });
});

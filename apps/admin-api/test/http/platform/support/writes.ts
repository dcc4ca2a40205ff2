import { newId } from '../../../../src/platform/ids/index.js';
import { totpCode, totpStep } from '../../../../src/modules/identity/rules/totp.js';
import type { TestApi } from '../../../support/an-api.js';
import {
  SEEN_NOTHING,
  TODAY,
  aSalon,
  aVisit,
  type Salon,
  type StaffVisit,
  type Visit,
} from '../../../support/given/index.js';
import { PASSWORD, aClient, aPhone, aStaffToken, anAccount } from '../../../support/people.js';

/** One write, ready to be sent as often as the test likes. */
export interface Write {
  /** Below /api. */
  readonly path: string;
  readonly token: string;
  readonly body: object;
  /** Another body for the same path, good or bad: with a used key it is looked at by nobody. */
  readonly other: object;
  /** How often it was done. */
  readonly effects: () => Promise<number>;
  /** What must not be found beside the key. */
  readonly secrets?: () => Promise<readonly string[]>;
}

/** Makes one on data of its own. */
export type Given = (api: TestApi) => Promise<Write>;

const NEXT_PASSWORD = 'peonies after rain';
const NONE = { reason: '顾客临时有事' };

/** How many rows there are: `sql` begins at FROM. */
export const count = async (api: TestApi, sql: string, values: string[]): Promise<number> =>
  Number((await api.database.row<{ n: number }>(`SELECT COUNT(*) AS n ${sql}`, values))?.n);

/** How often the audit trail has it. */
export const recorded = (api: TestApi, action: string, subject: string): Promise<number> =>
  count(api, 'FROM audit_log WHERE action = ? AND subject_id = ?', [action, subject]);

async function codeSentTo(api: TestApi, phone: string): Promise<string> {
  const { items } = await api.control(`sms?phone=${phone}`);
  return (items as { params: { code: string } }[])[0]?.params.code ?? '';
}

/** A client file at the desk, and who may change it. */
async function aFile(api: TestApi, phone?: string): Promise<{ id: string; desk: string }> {
  const desk = await aStaffToken(api, ['manager']);
  const body = { name: `王${newId()}`, phone };
  const created = await api.call('/staff/clients', { token: desk, body });
  return { id: (created.body as { id: string }).id, desk };
}

/** A member of staff with a second factor: offered, or on. */
async function withTotp(
  api: TestApi,
  on: boolean,
): Promise<{ token: string; staffId: string; totp: string }> {
  const { username, staffId } = await anAccount(api, ['desk']);
  const signedIn = await api.call('/staff/session', { body: { username, password: PASSWORD } });
  const { token } = signedIn.body as { token: string };
  const offered = await api.call('/staff/totp', { token, body: {} });
  const { secret } = offered.body as { secret: string };
  const totp = totpCode(fromBase32(secret), totpStep(api.clock.now()));
  if (on) await api.call('/staff/totp/confirm', { token, body: { totp } });
  return { token, staffId, totp };
}

function fromBase32(text: string): Buffer {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...text].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0'));
  return Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
}

/** An exception from what health speaks against; whether the second person is right is not looked at any more. */
const AN_OVERRIDE = {
  override: {
    ...{ reason: '顾客坚持', seen: SEEN_NOTHING },
    approver: { username: 'nobody', password: NEXT_PASSWORD },
  },
};

/** A step of a visit that the desk takes, after those that lead there. */
const step =
  (what: string, before: readonly string[], body: object = {}, other: object = { a: 1 }): Given =>
  async (api) => {
    const confirmPolicy = what === 'confirm' ? 'staff' : 'auto';
    const { visit, salon } = await booked(api, confirmPolicy);
    const token = await aStaffToken(api, ['manager'], [salon.store.id]);
    const path = `/staff/appointments/${visit.id}`;
    for (const each of before) await api.call(`${path}/${each}`, { token, body: {} });
    if (what === 'no-show') api.clock.set(new Date(visit.start));
    const effects = async (): Promise<number> => {
      const seen = (await api.call(path, { token })).body as StaffVisit;
      return seen.changes.length - 1 - before.length;
    };
    return { path: `${path}/${what}`, token, body, other, effects };
  };

async function booked(
  api: TestApi,
  confirmPolicy: 'auto' | 'staff' = 'auto',
): Promise<{ visit: Visit; salon: Salon; token: string }> {
  const salon = await aSalon(api, { service: { confirmPolicy } });
  const { visit, client } = await aVisit(api, salon, salon.store.at(TODAY, '12:00'));
  return { visit, salon, token: client.token };
}

const byClient =
  (what: string, bodies: (salon: Salon) => readonly [object, object]): Given =>
  async (api) => {
    const { visit, salon, token } = await booked(api);
    const [body, other] = bodies(salon);
    const changes = 'FROM appointment_change WHERE appointment_id = ?';
    return {
      ...{ path: `/client/appointments/${visit.id}/${what}`, token, body, other },
      effects: async () => (await count(api, changes, [visit.id])) - 1,
    };
  };

/** Every POST that honours the key, by the name of its route; one that can be asked in two ways is here twice. */
export const WRITES: readonly (readonly [string, Given])[] = [
  [
    'POST /api/client/appointments',
    async (api) => {
      const [salon, { token, id }] = [await aSalon(api), await aClient(api)];
      const wish = salon.wish(salon.store.at(TODAY, '12:00'));
      return {
        ...{ path: '/client/appointments', token, body: wish, other: { ...wish, note: '靠窗' } },
        effects: () => count(api, 'FROM appointment WHERE customer_id = ?', [id]),
      };
    },
  ],
  ['POST /api/client/appointments/:id/cancel', byClient('cancel', () => [{}, NONE])],
  [
    'POST /api/client/appointments/:id/reschedule',
    byClient('reschedule', ({ store }) => [
      { start: store.at(TODAY, '15:00') },
      { start: store.at(TODAY, '16:00') },
    ]),
  ],
  [
    'POST /api/client/phone', // by a code by SMS; she is joined to the file that has the phone
    async (api) => {
      const [{ token }, phone] = [await aClient(api), aPhone()];
      const { id } = await aFile(api, phone);
      await api.call('/client/sms-codes', { token, body: { phone } });
      const smsCode = await codeSentTo(api, phone);
      return {
        ...{ path: '/client/phone', token, body: { phone, smsCode } },
        other: { phone, smsCode: smsCode === '000000' ? '000001' : '000000' },
        effects: () => recorded(api, 'client.joined', id),
        secrets: () => Promise.resolve([phone, smsCode]),
      };
    },
  ],
  [
    'POST /api/client/phone', // by WeChat's button
    async (api) => {
      const [{ token }, phone] = [await aClient(api), aPhone()];
      const { id } = await aFile(api, phone);
      const { code } = await api.control('phone-code', { phone });
      return {
        ...{ path: '/client/phone', token, body: { code }, other: { code: 'no-such-code' } },
        effects: () => recorded(api, 'client.joined', id),
        secrets: () => Promise.resolve([phone, String(code)]),
      };
    },
  ],
  [
    'POST /api/client/sms-codes',
    async (api) => {
      const [{ token }, phone] = [await aClient(api), aPhone()];
      return {
        ...{ path: '/client/sms-codes', token, body: { phone }, other: { phone: aPhone() } },
        effects: async () =>
          ((await api.control(`sms?phone=${phone}`))['items'] as unknown[]).length,
        secrets: async () => [phone, await codeSentTo(api, phone)],
      };
    },
  ],
  [
    'POST /api/client/subscriptions',
    async (api) => {
      const { token } = await aClient(api);
      const read = async (): Promise<{ templateId: string; credits: number }[]> => {
        const { body } = await api.call('/client/message-templates', { token });
        return (body as { items: { templateId: string; credits: number }[] }).items;
      };
      const [one, two] = (await read()).map(({ templateId }) => templateId);
      const accept = (templateId?: string) => ({ results: [{ templateId, result: 'accept' }] });
      return {
        ...{ path: '/client/subscriptions', token, body: accept(one), other: accept(two) },
        effects: async () => (await read())[0]?.credits ?? 0,
      };
    },
  ],
  [
    'POST /api/staff/appointments',
    async (api) => {
      const salon = await aSalon(api);
      const token = await aStaffToken(api, ['manager'], [salon.store.id]);
      const { id: customerId } = await aFile(api);
      const wish = salon.wish(salon.store.at(TODAY, '12:00'));
      const body = { ...wish, customerId, channel: 'desk' };
      return {
        ...{ path: '/staff/appointments', token, body, other: { ...body, channel: 'phone' } },
        effects: () => count(api, 'FROM appointment WHERE customer_id = ?', [customerId]),
      };
    },
  ],
  ['POST /api/staff/appointments/:id/arrive', step('arrive', [])],
  ['POST /api/staff/appointments/:id/cancel', step('cancel', [], NONE, { reason: '改天再来' })],
  ['POST /api/staff/appointments/:id/complete', step('complete', ['arrive', 'start'])],
  ['POST /api/staff/appointments/:id/confirm', step('confirm', [])],
  [
    'POST /api/staff/appointments/:id/move',
    step(
      ...(['move', []] as const),
      ...([
        { start: `${TODAY}T15:00:00+08:00`, version: 1 },
        { start: `${TODAY}T16:00:00+08:00`, version: 1 },
      ] as const),
    ),
  ],
  ['POST /api/staff/appointments/:id/no-show', step('no-show', [])],
  ['POST /api/staff/appointments/:id/start', step('start', ['arrive'], {}, AN_OVERRIDE)],
  [
    'POST /api/staff/clients',
    async (api) => {
      const [token, phone, name] = [await aStaffToken(api, ['manager']), aPhone(), `李${newId()}`];
      return {
        ...{ path: '/staff/clients', token, body: { name, phone }, other: { name } },
        effects: () => count(api, 'FROM customer WHERE name = ?', [name]),
        secrets: () => Promise.resolve([phone]),
      };
    },
  ],
  [
    'POST /api/staff/clients/:id/phones',
    async (api) => {
      const [{ id, desk: token }, phone] = [await aFile(api), aPhone()];
      return {
        ...{ path: `/staff/clients/${id}/phones`, token, body: { phone } },
        other: { phone: aPhone() },
        effects: () => count(api, 'FROM customer_phone WHERE customer_id = ?', [id]),
        secrets: () => Promise.resolve([phone]),
      };
    },
  ],
  [
    'POST /api/staff/clients/:id/reveal-phone',
    async (api) => {
      const phone = aPhone();
      const { id, desk: token } = await aFile(api, phone);
      return {
        ...{ path: `/staff/clients/${id}/reveal-phone`, token },
        ...{ body: { reason: '顾客迟到' }, other: { reason: '核对号码' } },
        effects: () => recorded(api, 'phone.revealed', id),
        secrets: () => Promise.resolve([phone]),
      };
    },
  ],
  [
    'POST /api/staff/clients/:id/reveal-contact',
    async (api) => {
      const { id, desk: token } = await aFile(api);
      const email = `mei.${newId()}@example.com`;
      await api.call(`/staff/clients/${id}`, { token, method: 'PATCH', body: { email } });
      return {
        ...{ path: `/staff/clients/${id}/reveal-contact`, token },
        ...{
          body: { detail: 'email', reason: '寄礼品卡' },
          other: { detail: 'email', reason: '核对邮箱' },
        },
        effects: () => recorded(api, 'contact.revealed', id),
        secrets: () => Promise.resolve([email]),
      };
    },
  ],
  [
    'POST /api/staff/jobs/:id/retry',
    async (api) => {
      const [id, token] = [newId(), await aStaffToken(api, ['owner'])];
      await api.unitOfWork.run((tx) =>
        tx.run(
          `INSERT INTO job (id, queue, payload, state, run_at, attempts, max_attempts, created_at, finished_at)
           VALUES (?, 'test', '{}', 'dead', ?, 1, 1, ?, ?)`,
          [id, api.clock.now(), api.clock.now(), api.clock.now()],
        ),
      );
      return {
        ...{ path: `/staff/jobs/${id}/retry`, token, body: {}, other: { a: 1 } },
        effects: () => recorded(api, 'job.retried', id),
      };
    },
  ],
  [
    'POST /api/staff/password',
    async (api) => {
      const { username, staffId } = await anAccount(api, ['desk']);
      const { body } = await api.call('/staff/session', { body: { username, password: PASSWORD } });
      return {
        ...{ path: '/staff/password', token: (body as { token: string }).token },
        body: { current: PASSWORD, next: NEXT_PASSWORD },
        other: { current: NEXT_PASSWORD, next: 'camellias in the snow' },
        effects: () => recorded(api, 'password.changed', staffId),
        secrets: () => Promise.resolve([PASSWORD, NEXT_PASSWORD]),
      };
    },
  ],
  [
    'POST /api/staff/totp',
    async (api) => {
      const token = await aStaffToken(api, ['desk']);
      return {
        ...{ path: '/staff/totp', token, body: {}, other: { a: 1 } },
        // It leaves no record: that it ran once is seen by the secret, which is another one each time.
        effects: () => Promise.resolve(1),
      };
    },
  ],
  [
    'POST /api/staff/totp/confirm',
    async (api) => {
      const { token, staffId, totp } = await withTotp(api, false);
      return {
        ...{ path: '/staff/totp/confirm', token, body: { totp } },
        other: { totp: totp === '000000' ? '000001' : '000000' },
        effects: () => recorded(api, 'totp.enabled', staffId),
        secrets: () => Promise.resolve([totp]),
      };
    },
  ],
  [
    'POST /api/staff/totp/remove',
    async (api) => {
      const { token, staffId } = await withTotp(api, true);
      return {
        ...{ path: '/staff/totp/remove', token, body: { password: PASSWORD } },
        other: { password: NEXT_PASSWORD },
        effects: () => recorded(api, 'totp.disabled', staffId),
        secrets: () => Promise.resolve([PASSWORD]),
      };
    },
  ],
];

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anApi, type Answer, type TestApi } from '../../support/an-api.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { aClient, anOpenid, aPhone, aStaffToken } from '../../support/people.js';

let api: TestApi;
beforeAll(async () => {
  api = await anApi(await workerDatabaseUrl());
});
afterAll(() => api.close());

const signIn = async (openid: string): Promise<Answer> => {
  const { code } = await api.control('login-code', { openid });
  return api.call('/client/session', { body: { code } });
};

async function phoneCode(phone: string): Promise<string> {
  return String((await api.control('phone-code', { phone }))['code']);
}

describe('POST /client/session', () => {
  it('answers a token, when it ends, and a client who is new', async () => {
    const { status, body } = await signIn(anOpenid());
    expect(status).toBe(201);
    expect(body).toEqual({
      token: expect.stringMatching(/^[\w-]{43}$/),
      expiresAt: expect.stringMatching(/\+08:00$/),
      client: {
        id: expect.any(String),
        name: expect.any(String),
        named: false,
        phoneMasked: null,
        isNew: true,
        memberNo: expect.stringMatching(/^YC\d{6,}$/),
        gender: 'unknown',
      },
    });
  });

  it('knows her again the second time', async () => {
    const openid = anOpenid();
    const [first, second] = [await signIn(openid), await signIn(openid)];
    const idOf = (answer: Answer): string => (answer.body as { client: { id: string } }).client.id;
    expect(idOf(second)).toBe(idOf(first));
  });

  it('refuses a code that was used', async () => {
    const { code } = await api.control('login-code', { openid: anOpenid() });
    await api.call('/client/session', { body: { code } });
    const again = await api.call('/client/session', { body: { code } });
    expect(again).toMatchObject({ status: 400, body: { code: 'WECHAT_CODE_REFUSED' } });
  });

  it.each([{}, { code: '' }, { code: null }, { code: 7 }, { code: 'x', openid: 'o1' }])(
    'answers %j with the field named',
    async (body) => {
      const answer = await api.call('/client/session', { body });
      expect(answer).toMatchObject({ status: 400, body: { code: 'INVALID_INPUT', errors: [{}] } });
    },
  );

  it.each([
    ['is away', { kind: 'http500' }, 503, 'WECHAT_UNAVAILABLE'],
    ['blocks the account', { kind: 'errcode', errcode: 40226 }, 400, 'WECHAT_CODE_REFUSED'],
    ['is asked too often', { kind: 'errcode', errcode: 45011 }, 429, 'RATE_LIMITED'],
  ])('says so when WeChat %s, and works again afterwards', async (_, fault, status, code) => {
    await api.control('faults', { path: '/sns/jscode2session', times: 10, ...fault });
    expect(await signIn(anOpenid())).toMatchObject({ status, body: { code } });
    await fetch(`${api.sandbox.url}/_sandbox/faults`, { method: 'DELETE' });
    expect((await signIn(anOpenid())).status).toBe(201);
  });
});

describe('DELETE /client/session', () => {
  it('ends this session and no other', async () => {
    const openid = anOpenid();
    const [first, second] = [await aClient(api, openid), await aClient(api, openid)];
    const ended = await api.call('/client/session', { method: 'DELETE', token: first.token });
    expect(ended.status).toBe(204);
    expect((await api.call('/client/me', { token: first.token })).status).toBe(401);
    expect((await api.call('/client/me', { token: second.token })).status).toBe(200);
  });
});

describe('a client route', () => {
  it.each([undefined, 'nonsense', 'x'.repeat(43)])('answers 401 to the token %s', async (token) => {
    const answer = await api.call('/client/me', { token });
    expect(answer).toMatchObject({ status: 401, body: { code: 'UNAUTHENTICATED' } });
  });

  it("answers 401 to a staff member's token", async () => {
    const token = await aStaffToken(api, ['owner']);
    expect((await api.call('/client/me', { token })).status).toBe(401);
  });
});

describe('POST /client/phone', () => {
  it('binds by WeChat and answers the client, no longer new', async () => {
    const [{ token, id }, phone] = [await aClient(api), aPhone()];
    const answer = await api.call('/client/phone', {
      token,
      body: { code: await phoneCode(phone) },
    });
    expect(answer).toMatchObject({
      status: 200,
      body: { id, phoneMasked: `*******${phone.slice(-4)}`, isNew: false },
    });
  });

  it('binds by SMS', async () => {
    const [{ token }, phone] = [await aClient(api), aPhone()];
    const sent = await api.call('/client/sms-codes', { token, body: { phone } });
    expect(sent).toMatchObject({ status: 201, body: { resendAfterSeconds: 60 } });
    const { items } = await api.control(`sms?phone=${phone}`);
    const [{ params }] = items as [{ params: { code: string } }];
    const body = { phone, smsCode: params.code };
    expect(await api.call('/client/phone', { token, body })).toMatchObject({ status: 200 });
  });

  it('asks which file is hers, and takes her word', async () => {
    const [desk, phone] = [await aStaffToken(api, ['desk']), aPhone()];
    for (const name of ['王秀英', '李小雨']) {
      await api.call('/staff/clients', { token: desk, body: { name, phone } });
    }
    const { token } = await aClient(api);
    const asked = await api.call('/client/phone', {
      token,
      body: { code: await phoneCode(phone) },
    });
    expect(asked).toMatchObject({
      status: 409,
      body: {
        code: 'PHONE_SHARED',
        candidates: [{ nameMasked: '王*英' }, { nameMasked: '李*雨' }],
      },
    });
    const { proof, candidates } = asked.body as { proof: string; candidates: { id: string }[] };
    const customerId = candidates[1]?.id;
    const answer = await api.call('/client/phone', { token, body: { proof, customerId } });
    expect(answer).toMatchObject({ status: 200, body: { id: customerId, name: '李小雨' } });
    expect(await api.call('/client/me', { token })).toMatchObject({ body: { id: customerId } });
  });

  it.each([
    [{}, 'phone'],
    [{ phone: '123', smsCode: '123456' }, 'phone'],
    [{ phone: '13800138000' }, 'smsCode'],
    [{ phone: '13800138000', smsCode: '12345' }, 'smsCode'],
    [{ proof: 'x' }, 'customerId'],
    [{ code: null }, 'code'],
  ])('names what is wrong with %j', async (body, field) => {
    const { token } = await aClient(api);
    const answer = await api.call('/client/phone', { token, body });
    expect(answer).toMatchObject({
      status: 400,
      body: { code: 'INVALID_INPUT', errors: [{ field }] },
    });
  });

  it('names the code when it is wrong', async () => {
    const { token } = await aClient(api);
    const body = { phone: aPhone(), smsCode: '123456' };
    const answer = await api.call('/client/phone', { token, body });
    expect(answer).toMatchObject({
      status: 400,
      body: { code: 'SMS_CODE_WRONG', errors: [{ field: 'smsCode' }] },
    });
  });
});

describe('POST /client/sms-codes', () => {
  it('sends one code a minute and says when the next may be asked for', async () => {
    const [{ token }, phone] = [await aClient(api), aPhone()];
    await api.call('/client/sms-codes', { token, body: { phone } });
    const again = await api.call('/client/sms-codes', { token, body: { phone } });
    expect(again.status).toBe(429);
    expect(Number(again.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('may be asked again at once when the message could not be sent', async () => {
    const [{ token }, phone] = [await aClient(api), aPhone()];
    await api.control('faults', { path: '/sms/send', kind: 'http500', times: 10 });
    const failed = await api.call('/client/sms-codes', { token, body: { phone } });
    expect(failed).toMatchObject({ status: 503, body: { code: 'SMS_UNAVAILABLE' } });
    await fetch(`${api.sandbox.url}/_sandbox/faults`, { method: 'DELETE' });
    const again = await api.call('/client/sms-codes', { token, body: { phone } });
    expect(again.status).toBe(201);
  });

  it('answers alike for a phone that we know and one that we do not', async () => {
    const [known, unknown] = [aPhone(), aPhone()];
    const desk = await aStaffToken(api, ['desk']);
    await api.call('/staff/clients', { token: desk, body: { name: '王秀英', phone: known } });
    const { token } = await aClient(api);
    const answers = [known, unknown].map((phone) =>
      api.call('/client/sms-codes', { token, body: { phone } }),
    );
    const [first, second] = await Promise.all(answers);
    expect(first?.status).toBe(second?.status);
    expect(first?.body).toEqual(second?.body);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { workerDatabaseUrl } from '../../../test/support/database/index.js';
import { SessionReader, type ClientPrincipal } from '../../platform/auth/index.js';
import { AddPhone, CreateCustomer, CustomerQueries } from '../customers/index.js';
import { BindPhone } from './bind-phone.js';
import { SendSmsCode } from './send-sms-code.js';
import { SignInClient } from './sign-in-client.js';
import {
  UNKEYED,
  aHouse,
  anOpenid,
  aPhone,
  type TestHouse,
} from '../../../test/support/a-house.js';

let house: TestHouse;
beforeAll(async () => {
  house = await aHouse(await workerDatabaseUrl());
});
afterAll(() => house.close());

async function aClient(openid = anOpenid()): Promise<ClientPrincipal> {
  const { token } = await house.get(SignInClient).execute(await house.loginCode(openid));
  const client = await house.get(SessionReader).readClient(token);
  if (!client) throw new Error('the new session was not found');
  return client;
}

function aFile(phone: string, name = '张小美'): Promise<{ id: string }> {
  const create = house.get(CreateCustomer);
  return house.unitOfWork.run((tx) => create.execute(tx, { name, phone, source: 'walk_in' }));
}

async function bindByWechat(client: ClientPrincipal, phone: string): Promise<string> {
  return (await house.get(BindPhone).byWechat(client, await house.phoneCode(phone), UNKEYED)).id;
}

const codesOf = (results: PromiseSettledResult<unknown>[]): unknown[] =>
  results.flatMap((result) =>
    result.status === 'rejected' ? [(result.reason as { code?: string }).code] : [],
  );

describe('first sign-ins at the same moment', () => {
  it('make one file for one WeChat account, and every session reaches it', async () => {
    const openid = anOpenid();
    const codes = await Promise.all(Array.from({ length: 12 }, () => house.loginCode(openid)));
    const sessions = await Promise.all(codes.map((code) => house.get(SignInClient).execute(code)));
    expect(new Set(sessions.map((session) => session.customer.id)).size).toBe(1);
    const files = await house.database.rows<{ id: string }>(
      `SELECT c.id FROM customer c JOIN wechat_identity i ON i.customer_id = c.id WHERE i.openid = ?`,
      [openid],
    );
    expect(files).toHaveLength(1);
  });

  it('leave no half-made file behind for those who lost', async () => {
    const [before] = await house.database.rows<{ n: number }>('SELECT COUNT(*) AS n FROM customer');
    const openid = anOpenid();
    const codes = await Promise.all([house.loginCode(openid), house.loginCode(openid)]);
    await Promise.all(codes.map((code) => house.get(SignInClient).execute(code)));
    const [after] = await house.database.rows<{ n: number }>('SELECT COUNT(*) AS n FROM customer');
    expect(Number(after?.n) - Number(before?.n)).toBe(1);
  });
});

describe('phones bound at the same moment', () => {
  it('join one file to one of two WeChat accounts, never to both', async () => {
    const phone = aPhone();
    const file = await aFile(phone);
    const clients = await Promise.all(Array.from({ length: 6 }, () => aClient()));
    const results = await Promise.allSettled(clients.map((client) => bindByWechat(client, phone)));
    const winners = results.flatMap((result) =>
      result.status === 'fulfilled' ? [result.value] : [],
    );
    expect(winners).toEqual([file.id]);
    expect(codesOf(results)).toEqual(Array.from({ length: 5 }, () => 'PHONE_TIED'));
  });

  it('let a phone that nobody had stand on one file only', async () => {
    const phone = aPhone();
    const clients = await Promise.all(Array.from({ length: 6 }, () => aClient()));
    const results = await Promise.allSettled(clients.map((client) => bindByWechat(client, phone)));
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    expect(await house.get(CustomerQueries).findByPhone(house.database, phone)).toHaveLength(1);
  });

  it('do not put two accounts with two phones of one file onto it', async () => {
    const [first, second] = [aPhone(), aPhone()];
    const file = await aFile(first);
    const add = house.get(AddPhone);
    await house.unitOfWork.run((tx) => add.execute(tx, { customerId: file.id, phone: second }));
    const [anna, bella] = await Promise.all([aClient(), aClient()]);
    const results = await Promise.allSettled([
      bindByWechat(anna, first),
      bindByWechat(bella, second),
    ]);
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    expect(codesOf(results)).toEqual(['PHONE_TIED']);
  });

  it('take a double tap of one client as one', async () => {
    const phone = aPhone();
    const file = await aFile(phone);
    const client = await aClient();
    const ids = await Promise.all([bindByWechat(client, phone), bindByWechat(client, phone)]);
    expect(ids).toEqual([file.id, file.id]);
  });
});

describe('guesses at an SMS code sent at the same moment', () => {
  async function guess(client: ClientPrincipal, phone: string, code: string): Promise<string> {
    return (await house.get(BindPhone).bySms(client, phone, code, UNKEYED)).id;
  }

  it('get five tries in all, and the right code is worth nothing after them', async () => {
    const [client, phone] = [await aClient(), aPhone()];
    await house.get(SendSmsCode).execute(client, phone, UNKEYED);
    const right = await house.smsCode(phone);
    const wrong = Array.from({ length: 30 }, (_, n) =>
      String((Number(right) + 1 + n) % 1_000_000).padStart(6, '0'),
    );
    const results = await Promise.allSettled(wrong.map((code) => guess(client, phone, code)));
    expect(codesOf(results)).toEqual(wrong.map(() => 'SMS_CODE_WRONG'));
    await expect(guess(client, phone, right)).rejects.toMatchObject({ code: 'SMS_CODE_WRONG' });
  });

  it('let the right code through once', async () => {
    const [client, phone] = [await aClient(), aPhone()];
    await house.get(SendSmsCode).execute(client, phone, UNKEYED);
    const code = await house.smsCode(phone);
    const results = await Promise.allSettled([1, 2, 3].map(() => guess(client, phone, code)));
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
  });
});

describe('codes asked for at the same moment', () => {
  it('send one message', async () => {
    const [client, phone] = [await aClient(), aPhone()];
    const send = house.get(SendSmsCode);
    const results = await Promise.allSettled(
      [1, 2, 3, 4].map(() => send.execute(client, phone, UNKEYED)),
    );
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    expect(codesOf(results)).toEqual(['SMS_TOO_SOON', 'SMS_TOO_SOON', 'SMS_TOO_SOON']);
  });
});

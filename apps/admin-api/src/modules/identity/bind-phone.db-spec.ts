import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { workerDatabaseUrl } from '../../../test/support/database/index.js';
import { SessionReader, type ClientPrincipal } from '../../platform/auth/index.js';
import { AddPhone, CreateCustomer, CustomerQueries, JoinFiles } from '../customers/index.js';
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

interface SignedIn {
  readonly token: string;
  readonly client: ClientPrincipal;
}

async function signIn(openid = anOpenid()): Promise<SignedIn> {
  const { token } = await house.get(SignInClient).execute(await house.loginCode(openid));
  const client = await house.get(SessionReader).readClient(token);
  if (!client) throw new Error('the new session was not found');
  return { token, client };
}

async function aFile(phone: string, name = '张小美'): Promise<string> {
  const create = house.get(CreateCustomer);
  return (
    await house.unitOfWork.run((tx) => create.execute(tx, { name, phone, source: 'walk_in' }))
  ).id;
}

async function byWechat(client: ClientPrincipal, phone: string): Promise<string> {
  return (await house.get(BindPhone).byWechat(client, await house.phoneCode(phone), UNKEYED)).id;
}

/** What a refusal carries beside its code. */
async function refusal(
  work: Promise<unknown>,
): Promise<{ code: string; extras: Record<string, unknown> }> {
  return work.then(
    () => Promise.reject(new Error('was not refused')),
    (error: unknown) => error as { code: string; extras: Record<string, unknown> },
  );
}

describe('proving a phone', () => {
  it('joins the fresh file to the one with this phone; the session goes on there at once', async () => {
    const phone = aPhone();
    const file = await aFile(phone);
    const { token, client } = await signIn();
    expect(await byWechat(client, phone)).toBe(file);
    const now = await house.get(SessionReader).readClient(token);
    expect(now).toMatchObject({ customerId: file, sessionId: client.sessionId });
    const shell = await house.get(CustomerQueries).file(house.database, client.customerId);
    expect(shell).toMatchObject({ state: 'merged', mergedInto: file, phones: [] });
  });

  it('notes when the phone was proven', async () => {
    const phone = aPhone();
    const file = await aFile(phone);
    const { client } = await signIn();
    await byWechat(client, phone);
    const { phones } = (await house.get(CustomerQueries).file(house.database, file)) ?? {
      phones: [],
    };
    expect(phones).toEqual([
      expect.objectContaining({ isPrimary: true, verifiedAt: house.clock.now() }),
    ]);
  });

  it('adds a second phone to a file that has one, and takes it for the main one', async () => {
    const { client } = await signIn();
    const [first, second] = [aPhone(), aPhone()];
    await byWechat(client, first);
    await byWechat(client, second);
    const { phones } = (await house
      .get(CustomerQueries)
      .file(house.database, client.customerId)) ?? { phones: [] };
    expect(phones.map((phone) => [phone.masked.slice(-4), phone.isPrimary])).toEqual([
      [second.slice(-4), true],
      [first.slice(-4), false],
    ]);
  });

  it('refuses a code that WeChat does not know', async () => {
    const { client } = await signIn();
    const refused = await refusal(house.get(BindPhone).byWechat(client, 'no-such-code', UNKEYED));
    expect(refused.code).toBe('WECHAT_CODE_REFUSED');
  });
});

describe('a phone with several files', () => {
  async function aFamily(): Promise<{ phone: string; mother: string; daughter: string }> {
    const phone = aPhone();
    const mother = await aFile(phone, '王秀英');
    return { phone, mother, daughter: await aFile(phone, '李小雨') };
  }

  it('asks which is hers with masked names, and joins the one she says', async () => {
    const { phone, mother, daughter } = await aFamily();
    const { client } = await signIn();
    const { code, extras } = await refusal(byWechat(client, phone));
    expect(code).toBe('PHONE_SHARED');
    expect(extras['candidates']).toEqual([
      { id: mother, nameMasked: '王*英' },
      { id: daughter, nameMasked: '李*雨' },
    ]);
    const chosen = await house
      .get(BindPhone)
      .byProof(client, String(extras['proof']), daughter, UNKEYED);
    expect(chosen.id).toBe(daughter);
  });

  it('lets her go on with a file of her own', async () => {
    const { phone } = await aFamily();
    const { client } = await signIn();
    const { extras } = await refusal(byWechat(client, phone));
    const chosen = await house
      .get(BindPhone)
      .byProof(client, String(extras['proof']), 'new', UNKEYED);
    expect(chosen).toMatchObject({
      id: client.customerId,
      phoneMasked: expect.stringContaining(phone.slice(-4)),
    });
  });

  it('takes the proof from nobody else, not after five minutes, and not for a file it did not offer', async () => {
    const { phone, mother } = await aFamily();
    const stranger = await aFile(aPhone());
    const [{ client }, { client: other }] = [await signIn(), await signIn()];
    const proof = String((await refusal(byWechat(client, phone))).extras['proof']);
    const bind = house.get(BindPhone);
    expect((await refusal(bind.byProof(other, proof, mother, UNKEYED))).code).toBe(
      'PHONE_PROOF_EXPIRED',
    );
    expect((await refusal(bind.byProof(client, proof, stranger, UNKEYED))).code).toBe(
      'PHONE_PROOF_EXPIRED',
    );
    expect(
      (await refusal(bind.byProof(client, `${proof.slice(0, -2)}AA`, mother, UNKEYED))).code,
    ).toBe('PHONE_PROOF_EXPIRED');
    house.clock.advance({ minutes: 6 });
    expect((await refusal(bind.byProof(client, proof, mother, UNKEYED))).code).toBe(
      'PHONE_PROOF_EXPIRED',
    );
  });

  it('tells nothing in the proof: the phone cannot be read from it', async () => {
    const { phone } = await aFamily();
    const { client } = await signIn();
    const proof = String((await refusal(byWechat(client, phone))).extras['proof']);
    expect(Buffer.from(proof, 'base64url').toString('latin1')).not.toContain(phone);
  });
});

describe('a file that another WeChat account uses', () => {
  it('is not handed over, and she may go on with her own', async () => {
    const phone = aPhone();
    const [first, second] = [await signIn(), await signIn()];
    await byWechat(first.client, phone);
    const { code, extras } = await refusal(byWechat(second.client, phone));
    expect(code).toBe('PHONE_TIED');
    expect(extras).not.toHaveProperty('candidates');
    const own = await house
      .get(BindPhone)
      .byProof(second.client, String(extras['proof']), 'new', UNKEYED);
    expect(own.id).toBe(second.client.customerId);
  });
});

describe('a code by SMS', () => {
  async function send(client: ClientPrincipal, phone: string): Promise<string> {
    await house.get(SendSmsCode).execute(client, phone, UNKEYED);
    return house.smsCode(phone);
  }
  const bind = (client: ClientPrincipal, phone: string, code: string): Promise<unknown> =>
    house.get(BindPhone).bySms(client, phone, code, UNKEYED);

  it('proves the phone however it was typed', async () => {
    const [{ client }, phone] = [await signIn(), aPhone()];
    await house
      .get(SendSmsCode)
      .execute(client, `+86 ${phone.slice(0, 3)} ${phone.slice(3)}`, UNKEYED);
    const code = await house.smsCode(phone);
    expect(await bind(client, phone, code)).toMatchObject({ id: client.customerId });
  });

  it('is worth nothing to another client, after five minutes, or once another was sent', async () => {
    const [{ client }, { client: other }, phone] = [await signIn(), await signIn(), aPhone()];
    const code = await send(client, phone);
    expect((await refusal(bind(other, phone, code))).code).toBe('SMS_CODE_WRONG');
    house.clock.advance({ minutes: 1 });
    const newer = await send(client, phone);
    if (newer !== code)
      expect((await refusal(bind(client, phone, code))).code).toBe('SMS_CODE_WRONG');
    house.clock.advance({ minutes: 5 });
    expect((await refusal(bind(client, phone, newer))).code).toBe('SMS_CODE_WRONG');
  });

  it('is kept as a keyed hash only', async () => {
    const [{ client }, phone] = [await signIn(), aPhone()];
    const code = await send(client, phone);
    const rows = await house.database.rows<object>('SELECT * FROM sms_code');
    const kept = JSON.stringify(rows, (_, value: unknown) =>
      value instanceof Buffer ? value.toString('latin1') : value,
    );
    expect(kept).not.toContain(code);
    expect(kept).not.toContain(phone);
  });
});

describe("a client's session", () => {
  it('ends after thirty days without a visit, and use pushes it on', async () => {
    const { token } = await signIn();
    const reader = house.get(SessionReader);
    house.clock.advance({ days: 20 });
    expect(await reader.readClient(token)).toBeDefined();
    house.clock.advance({ days: 20 });
    expect(await reader.readClient(token)).toBeDefined();
    house.clock.advance({ days: 31 });
    expect(await reader.readClient(token)).toBeUndefined();
  });

  it('cannot be found in the database by whoever reads it there', async () => {
    const { token } = await signIn();
    const rows = await house.database.rows<{ token_hash: Buffer }>(
      'SELECT token_hash FROM client_session',
    );
    expect(rows.some((row) => row.token_hash.toString('base64url') === token)).toBe(false);
  });
});

describe('moving a file', () => {
  it('carries phones over under the key of the file that goes on', async () => {
    const [shared, own] = [aPhone(), aPhone()];
    const target = await aFile(shared);
    const { client } = await signIn();
    const add = house.get(AddPhone);
    await house.unitOfWork.run((tx) =>
      add.execute(tx, { customerId: client.customerId, phone: own }),
    );
    await house.unitOfWork.run((tx) => house.get(JoinFiles).execute(tx, client.customerId, target));
    const holders = await house.get(CustomerQueries).findByPhone(house.database, own);
    expect(holders.map((holder) => holder.customerId)).toEqual([target]);
  });
});

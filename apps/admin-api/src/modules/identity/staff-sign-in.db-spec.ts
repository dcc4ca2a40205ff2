import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { workerDatabaseUrl } from '../../../test/support/database/index.js';
import { SessionReader, type StaffPrincipal } from '../../platform/auth/index.js';
import { Config } from '../../platform/config/index.js';
import { aConfig } from '../../platform/testing/a-config.js';
import { ChangePassword } from './change-password.js';
import { CreateStaffAccount } from './create-staff-account.js';
import { refuseDemoAccounts } from './refuse-demo-accounts.js';
import { totpCode, totpStep } from './rules/totp.js';
import { SetUpTotp } from './set-up-totp.js';
import { SignInStaff, type SignedInStaff, type StaffSignIn } from './sign-in-staff.js';
import { UNKEYED, aHouse, aStaffMember, type TestHouse } from '../../../test/support/a-house.js';

const PASSWORD = 'scissors & roses';

let house: TestHouse;
beforeAll(async () => {
  house = await aHouse(await workerDatabaseUrl());
});
afterAll(() => house.close());

/** An account of a name that no other test has, signing in from a place of its own. */
async function anAccount(
  options: { demo?: boolean } = {},
): Promise<{ staffId: string; username: string; address: string }> {
  const staffId = await aStaffMember(house);
  const username = `u${randomUUID().slice(0, 12)}`;
  const create = house.get(CreateStaffAccount);
  await house.unitOfWork.run((tx) =>
    create.execute(tx, {
      staffId,
      username,
      password: PASSWORD,
      roles: ['desk', 'consultant'],
      ...options,
    }),
  );
  return { staffId, username, address: aPlace() };
}

let places = 0;
function aPlace(): string {
  places += 1;
  return `10.${Math.floor(places / 250)}.${places % 250}.1`;
}

function signIn(
  input: Partial<StaffSignIn> & { username: string; address: string },
): Promise<SignedInStaff> {
  return house.get(SignInStaff).execute({ password: PASSWORD, byCookie: false, ...input });
}

const failed = { code: 'LOGIN_FAILED' };

async function principalOf(token: string): Promise<StaffPrincipal> {
  const session = await house.get(SessionReader).readStaff(token);
  if (!session) throw new Error('the session has ended');
  return session.principal;
}

describe('signing in at work', () => {
  it('gives a session with the roles of the account, whatever the case of the name', async () => {
    const { username, address, staffId } = await anAccount();
    const { token } = await signIn({ username: username.toUpperCase(), address });
    const principal = await principalOf(token);
    expect(principal).toMatchObject({ staffId, name: '娜娜', roles: ['consultant', 'desk'] });
    expect(principal.permissions.has('clients.write')).toBe(true);
    expect(principal.permissions.has('ops.jobs')).toBe(false);
  });

  it('answers an unknown name, a wrong password and one who left alike', async () => {
    const { username, address, staffId } = await anAccount();
    await expect(signIn({ username, address, password: 'wrong password' })).rejects.toMatchObject(
      failed,
    );
    await expect(signIn({ username: 'nobody-here', address })).rejects.toMatchObject(failed);
    await house.unitOfWork.run((tx) =>
      tx.run(`UPDATE staff_member SET state = 'left' WHERE id = ?`, [staffId]),
    );
    await expect(signIn({ username, address })).rejects.toMatchObject(failed);
  });

  it('refuses a name that is taken and a password that is weak or published', async () => {
    const { username } = await anAccount();
    const other = await aStaffMember(house);
    const create = house.get(CreateStaffAccount);
    const make = (name: string, password: string): Promise<void> =>
      house.unitOfWork.run((tx) =>
        create.execute(tx, { staffId: other, username: name, password, roles: [] }),
      );
    await expect(make(username, PASSWORD)).rejects.toMatchObject({ code: 'USERNAME_TAKEN' });
    await expect(make('someone', 'short')).rejects.toMatchObject({ code: 'PASSWORD_REFUSED' });
    await expect(make('someone', 'yance-demo')).rejects.toMatchObject({ code: 'PASSWORD_REFUSED' });
  });
});

describe('guessing a password', () => {
  const guess = { password: 'a wrong guess' };

  it('gets five tries from one place, even all at once; then the right one waits too', async () => {
    const { username, address } = await anAccount();
    const tries = Array.from({ length: 12 }, () => signIn({ username, address, ...guess }));
    const results = await Promise.allSettled(tries);
    const codes = results.map((result) =>
      result.status === 'rejected' ? (result.reason as { code?: string }).code : 'in',
    );
    expect(codes.filter((code) => code === 'LOGIN_FAILED')).toHaveLength(5);
    expect(codes.filter((code) => code === 'LOGIN_THROTTLED')).toHaveLength(7);
    await expect(signIn({ username, address })).rejects.toMatchObject({
      code: 'LOGIN_THROTTLED',
      retryAfterSeconds: expect.any(Number),
    });
    house.clock.advance({ minutes: 1 });
    await expect(signIn({ username, address })).resolves.toHaveProperty('token');
  });

  it('does not lock its owner out elsewhere, nor at the same place with a browser she has used', async () => {
    const { username, address } = await anAccount();
    const { device } = await signIn({ username, address });
    for (let n = 0; n < 5; n += 1) {
      await expect(signIn({ username, address, ...guess })).rejects.toMatchObject(failed);
    }
    await expect(signIn({ username, address })).rejects.toMatchObject({ code: 'LOGIN_THROTTLED' });
    await expect(signIn({ username, address, device })).resolves.toHaveProperty('token');
    await expect(signIn({ username, address: aPlace() })).resolves.toHaveProperty('token');
  });

  it('is not helped by the mark of a browser that belongs to another name', async () => {
    const [victim, guesser] = [await anAccount(), await anAccount()];
    const { device } = await signIn(guesser);
    const { username, address } = victim;
    for (let n = 0; n < 5; n += 1) {
      await expect(signIn({ username, address, ...guess, device })).rejects.toMatchObject(failed);
    }
    await expect(signIn({ username, address, device })).rejects.toMatchObject({
      code: 'LOGIN_THROTTLED',
    });
  });

  it('is forgiven by a success: nine honest mistakes over a day lock nobody out', async () => {
    const { username, address } = await anAccount();
    for (let round = 0; round < 3; round += 1) {
      for (let n = 0; n < 3; n += 1)
        await signIn({ username, address, ...guess }).catch(() => undefined);
      await expect(signIn({ username, address })).resolves.toHaveProperty('token');
    }
  });
});

describe('a second factor', () => {
  async function withTotp(): Promise<{
    username: string;
    address: string;
    secret: Buffer;
    staff: StaffPrincipal;
  }> {
    const account = await anAccount();
    const staff = await principalOf((await signIn(account)).token);
    const { uri } = await house.get(SetUpTotp).begin(staff, UNKEYED);
    const secret = fromBase32(new URL(uri).searchParams.get('secret') ?? '');
    await house.get(SetUpTotp).confirm(staff, codeNow(secret), UNKEYED);
    house.clock.advance({ minutes: 1 });
    return { ...account, secret, staff };
  }
  const codeNow = (secret: Buffer): string => totpCode(secret, totpStep(house.clock.now()));

  function fromBase32(text: string): Buffer {
    const bits = [...text].map((letter) =>
      'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
    );
    return Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
  }

  it('is asked for once it was confirmed, and lets in with a fresh code', async () => {
    const { username, address, secret } = await withTotp();
    await expect(signIn({ username, address })).rejects.toMatchObject({ code: 'TOTP_REQUIRED' });
    await expect(signIn({ username, address, totp: codeNow(secret) })).resolves.toHaveProperty(
      'token',
    );
  });

  it('is not asked of one who has not given the password', async () => {
    const { username, address } = await withTotp();
    await expect(signIn({ username, address, password: 'wrong password' })).rejects.toMatchObject(
      failed,
    );
  });

  it('takes a code once, also when it comes twice at the same moment', async () => {
    const { username, address, secret } = await withTotp();
    const totp = codeNow(secret);
    const results = await Promise.allSettled([1, 2].map(() => signIn({ username, address, totp })));
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    await expect(signIn({ username, address, totp })).rejects.toMatchObject(failed);
  });

  it('goes away only for one who knows the password', async () => {
    const { username, address, staff } = await withTotp();
    await expect(
      house.get(SetUpTotp).remove(staff, 'wrong password', UNKEYED),
    ).rejects.toMatchObject(failed);
    await house.get(SetUpTotp).remove(staff, PASSWORD, UNKEYED);
    await expect(signIn({ username, address })).resolves.toHaveProperty('token');
  });

  it('is kept encrypted', async () => {
    const { secret, staff } = await withTotp();
    const row = await house.database.row<{ totp_cipher: Buffer }>(
      'SELECT totp_cipher FROM staff_account WHERE staff_id = ?',
      [staff.staffId],
    );
    expect(row?.totp_cipher.includes(secret)).toBe(false);
  });
});

describe('a session at work', () => {
  const read = (token: string): Promise<unknown> => house.get(SessionReader).readStaff(token);

  it('ends after four idle hours, and after sixteen in any case', async () => {
    const account = await anAccount();
    const [idle, busy] = [await signIn(account), await signIn(account)];
    for (let hours = 0; hours < 15; hours += 3) {
      house.clock.advance({ hours: 3 });
      if (hours === 0) expect(await read(idle.token)).toBeDefined();
      expect(await read(busy.token)).toBeDefined();
    }
    expect(await read(idle.token)).toBeUndefined();
    house.clock.advance({ hours: 2 });
    expect(await read(busy.token)).toBeUndefined();
  });

  it('ends the moment its person leaves', async () => {
    const account = await anAccount();
    const { token } = await signIn(account);
    await house.unitOfWork.run((tx) =>
      tx.run(`UPDATE staff_member SET state = 'left' WHERE id = ?`, [account.staffId]),
    );
    expect(await read(token)).toBeUndefined();
  });

  it('ends with all others of the account when the password changes, but for the one that changed it', async () => {
    const account = await anAccount();
    const [mine, lost] = [await signIn(account), await signIn(account)];
    const staff = await principalOf(mine.token);
    const change = house.get(ChangePassword);
    await expect(
      change.execute(staff, 'wrong password', 'a much better one', UNKEYED),
    ).rejects.toMatchObject(failed);
    await change.execute(staff, PASSWORD, 'a much better one', UNKEYED);
    expect(await read(mine.token)).toBeDefined();
    expect(await read(lost.token)).toBeUndefined();
    await expect(signIn(account)).rejects.toMatchObject(failed);
  });
});

describe('production', () => {
  it('does not start with a demo account, and does not mind one whose password was changed', async () => {
    const { username, staffId } = await anAccount({ demo: true });
    const production: Config = { ...aConfig(), kind: 'production' };
    await expect(refuseDemoAccounts(production, house.database)).rejects.toThrow(username);
    await expect(refuseDemoAccounts(aConfig(), house.database)).resolves.toBeUndefined();
    await house.unitOfWork.run((tx) =>
      tx.run('UPDATE staff_account SET is_demo = 0 WHERE staff_id = ?', [staffId]),
    );
    const complaint = await refuseDemoAccounts(production, house.database).then(() => '', String);
    expect(complaint).not.toContain(username);
  });
});

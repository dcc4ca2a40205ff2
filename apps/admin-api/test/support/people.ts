import { randomInt, randomUUID } from 'node:crypto';
import type { StaffRole } from '@yance/shared-types';
import { CreateStaffAccount } from '../../src/modules/identity/index.js';
import { newId } from '../../src/platform/ids/index.js';
import type { TestApi } from './an-api.js';
import type { Reachable } from './wire.js';

export const PASSWORD = 'scissors & roses';

/** A phone that no other test has. */
export function aPhone(): string {
  return `137${String(randomInt(100_000_000)).padStart(8, '0')}`;
}

export function anOpenid(): string {
  return `o${randomUUID().replaceAll('-', '')}`;
}

/** A client who signed in with WeChat: her token and what the API said of her. */
export async function aClient(
  api: Reachable,
  openid = anOpenid(),
): Promise<{ token: string; id: string; openid: string }> {
  const { code } = await api.control('login-code', { openid });
  const { body } = await api.call('/client/session', { body: { code } });
  const { token, client } = body as { token: string; client: { id: string } };
  return { token, id: client.id, openid };
}

/** One whose birthday is known, and who is of age. */
export async function aGrownClient(api: Reachable): Promise<Awaited<ReturnType<typeof aClient>>> {
  const client = await aClient(api);
  await isOfAge(api, client.token);
  return client;
}

/** She says when she was born. @throws Error when the API does not take it */
export async function isOfAge(api: Reachable, token: string): Promise<void> {
  const body = { birthday: '1990-05-12' };
  const answer = await api.call('/client/me', { method: 'PATCH', token, body });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
}

/** A name to sign in with that no other test has: failed attempts are counted per name. */
export function aUsername(): string {
  return `u${randomUUID().slice(0, 12)}`;
}

/** An account of somebody who works here; no stores unless given. */
export async function anAccount(
  api: TestApi,
  roles: readonly StaffRole[],
  storeIds: readonly string[] = [],
): Promise<{ staffId: string; username: string }> {
  const staffId = newId();
  const username = aUsername();
  const createAccount = api.app.get(CreateStaffAccount, { strict: false });
  await api.unitOfWork.run(async (tx) => {
    await tx.run(
      `INSERT INTO staff_member (id, name, display_name, gender, position, grade, title, bio, state,
         online_bookable, created_at)
       VALUES (?, '李娜', '娜娜', 'female', 'front_desk', 'senior', '前台', '', 'active', 0, ?)`,
      [staffId, api.clock.now()],
    );
    for (const storeId of storeIds) {
      await tx.run('INSERT INTO staff_store (staff_id, store_id) VALUES (?, ?)', [
        staffId,
        storeId,
      ]);
    }
    await createAccount.execute(tx, { staffId, username, password: PASSWORD, roles });
  });
  return { staffId, username };
}

/** A member of staff who signed in: her token for `Authorization: Bearer`. */
export async function aStaffToken(
  api: TestApi,
  roles: readonly StaffRole[],
  storeIds: readonly string[] = [],
): Promise<string> {
  const { username } = await anAccount(api, roles, storeIds);
  const { body } = await api.call('/staff/session', { body: { username, password: PASSWORD } });
  return (body as { token: string }).token;
}

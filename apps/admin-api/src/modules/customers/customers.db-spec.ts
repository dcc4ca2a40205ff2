import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomInt } from 'node:crypto';
import { workerDatabaseUrl } from '../../../test/support/database/index.js';
import type { SystemPrincipal } from '../../platform/auth/index.js';
import type { Tx } from '../../platform/database/index.js';
import { newId } from '../../platform/ids/index.js';
import { AddPhone } from './add-phone.js';
import { CreateCustomer, type CreatedCustomer, type NewCustomer } from './create-customer.js';
import { CustomerQueries } from './data/customer-queries.js';
import { CustomerSearch } from './data/customer-search.js';
import { JoinFiles } from './join-files.js';
import { RemovePhone } from './remove-phone.js';
import { RevealPhone, type PhoneAsked } from './reveal-phone.js';
import { UpdateCustomer } from './update-customer.js';
import { UNKEYED, aHouse, aPhone, type TestHouse } from '../../../test/support/a-house.js';

const BY: SystemPrincipal = { kind: 'system', name: 'test' };

let house: TestHouse;
beforeAll(async () => {
  house = await aHouse(await workerDatabaseUrl());
});
afterAll(() => house.close());

const inTx = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => house.unitOfWork.run(work);

function aFile(input: Partial<NewCustomer> = {}): Promise<CreatedCustomer> {
  const create = house.get(CreateCustomer);
  return inTx((tx) => create.execute(tx, { name: '张小美', source: 'walk_in', ...input }));
}

/** A name that no other test has, in characters whose pinyin is known: 春 chun, 雪 xue, 云 yun… */
function aName(): string {
  const characters = '春雪云青松梅兰竹菊荷';
  return '钱' + Array.from({ length: 7 }, () => characters[randomInt(characters.length)]).join('');
}

async function found(q: string): Promise<string[]> {
  const { items } = await house.get(CustomerSearch).page(house.database, q, undefined, 50);
  return items.map((item) => item.id);
}

const asked = (customerId: string, reason: string): PhoneAsked => {
  return { customerId, reason, phoneId: undefined };
};

describe('client numbers', () => {
  it('are given once each to files opened at the same moment', async () => {
    const files = await Promise.all(Array.from({ length: 25 }, () => aFile()));
    expect(new Set(files.map((file) => file.memberNo)).size).toBe(25);
    expect(files.every((file) => /^YC\d{6,}$/.test(file.memberNo))).toBe(true);
  });

  it('may leave a gap when an opening fails', async () => {
    const create = house.get(CreateCustomer);
    const broken = inTx(async (tx) => {
      await create.execute(tx, { name: '张三', source: 'walk_in' });
      throw new Error('broken');
    });
    await expect(broken).rejects.toThrow('broken');
    await expect(aFile()).resolves.toHaveProperty('memberNo');
  });
});

describe('the search box', () => {
  it.each([
    ['the name', (name: string) => name],
    ['the given name', (name: string) => name.slice(1)],
    ['the beginning of the name', (name: string) => name.slice(0, 6)],
  ])('finds a file by %s', async (_, part) => {
    const name = aName();
    const { id } = await aFile({ name });
    expect(await found(part(name))).toContain(id);
  });

  it('finds 张小美 by zxm, xm, zhangxiaomei, ZHANG XIAO and xiaomei', async () => {
    const surname = aName();
    const { id } = await aFile({ name: `${surname}张小美` });
    const lines = await Promise.all(
      ['zxm', 'xm', 'zhangxiaomei', 'ZHANG XIAO', 'xiaomei'].map(all),
    );
    expect(lines.every((ids) => ids.includes(id))).toBe(true);
  });

  async function all(q: string): Promise<string[]> {
    const ids: string[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await house.get(CustomerSearch).page(house.database, q, cursor, 50);
      ids.push(...page.items.map((item) => item.id));
      cursor = page.nextCursor;
      if (!cursor) return ids;
    }
  }

  it('finds a file by its number, its whole phone and the last four digits', async () => {
    const phone = aPhone();
    const { id, memberNo } = await aFile({ phone });
    expect(await found(memberNo.toLowerCase())).toEqual([id]);
    expect(await found(`+86 ${phone}`)).toEqual([id]);
    expect(await all(phone.slice(-4))).toContain(id);
  });

  it('shows every file of a family that shares a phone', async () => {
    const phone = aPhone();
    const family = [await aFile({ phone, name: '王秀英' }), await aFile({ phone, name: '李小雨' })];
    expect(await found(phone)).toEqual(family.map((file) => file.id).sort());
  });

  it('takes % and _ for what they are', async () => {
    await aFile();
    expect(await found('%')).toEqual([]);
    expect(await found('zxm%')).toEqual([]);
    expect(await found('_____')).toEqual([]);
  });

  it('pages without losing or repeating a file, also one that answers in two ways', async () => {
    const name = aName();
    const made = await Promise.all(
      Array.from({ length: 7 }, () => aFile({ name: `${name}${name}` })),
    );
    const ids: string[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await house.get(CustomerSearch).page(house.database, name, cursor, 3);
      expect(page.items.length).toBeLessThanOrEqual(3);
      ids.push(...page.items.map((item) => item.id));
      cursor = page.nextCursor;
      if (!cursor) break;
    }
    expect([...ids].sort()).toEqual(made.map((file) => file.id).sort());
  });

  it('lists the newest files when nothing is asked for, and goes on from there', async () => {
    const made = [await aFile(), await aFile(), await aFile()];
    const search = house.get(CustomerSearch);
    const first = await search.page(house.database, '', undefined, 2);
    const second = await search.page(house.database, ' ', first.nextCursor, 2);
    const ids = [...first.items, ...second.items].map((item) => item.id);
    expect(ids.slice(0, 3)).toEqual(made.map((file) => file.id).reverse());
  });

  it('refuses a cursor that is not ours', async () => {
    const page = house.get(CustomerSearch).page(house.database, 'zxm', 'nonsense', 2);
    await expect(page).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('reads indexes only', async () => {
    const plan = await house.database.rows<{ table: string; type: string; key: string }>(
      `EXPLAIN SELECT t.term, t.customer_id FROM customer_search_line t
       WHERE t.kind = 'initials' AND t.term LIKE 'zxm%' AND t.term >= '' AND (t.term > '' OR t.customer_id > '')
       ORDER BY t.term, t.customer_id LIMIT 21`,
    );
    expect(plan).toEqual([expect.objectContaining({ type: 'range', key: 'PRIMARY' })]);
  });

  it('forgets an old name and finds the new one', async () => {
    const [before, after] = [aName(), aName()];
    const { id } = await aFile({ name: before });
    await inTx((tx) => house.get(UpdateCustomer).execute(tx, id, { name: after }));
    expect(await found(before)).toEqual([]);
    expect(await found(after)).toEqual([id]);
  });
});

describe('phones', () => {
  const file = async (id: string) => house.get(CustomerQueries).file(house.database, id);

  it('are not in the database in the clear', async () => {
    const phone = aPhone();
    const { id } = await aFile({ phone });
    const row = await house.database.row<object>(
      'SELECT * FROM customer_phone WHERE customer_id = ?',
      [id],
    );
    const kept = Object.values(row ?? {}).map((value) =>
      value instanceof Buffer ? value.toString('latin1') : String(value),
    );
    expect(kept.some((value) => value.includes(phone))).toBe(false);
  });

  it('are shown in the clear only with a reason that is kept', async () => {
    const phone = aPhone();
    const { id } = await aFile({ phone });
    expect(await house.get(RevealPhone).execute(BY, asked(id, '顾客迟到，电话联系'), UNKEYED)).toBe(
      phone,
    );
    const entries = await house.database.rows<{ action: string; detail: unknown }>(
      'SELECT action, detail FROM audit_log WHERE subject_id = ?',
      [id],
    );
    expect(entries).toHaveLength(1);
    expect(JSON.stringify(entries)).toContain('phone.revealed');
    expect(JSON.stringify(entries)).not.toContain(phone);
  });

  it('have one main phone among them, whoever adds them at the same moment', async () => {
    const { id } = await aFile();
    const add = house.get(AddPhone);
    const phones = Array.from({ length: 6 }, aPhone);
    await Promise.all(
      phones.map((phone) =>
        inTx((tx) => add.execute(tx, { customerId: id, phone, primary: true })),
      ),
    );
    const kept = (await file(id))?.phones ?? [];
    expect(kept).toHaveLength(6);
    expect(kept.filter((phone) => phone.isPrimary)).toHaveLength(1);
  });

  it('stand on a file once, however often they are added', async () => {
    const [{ id }, phone] = [await aFile(), aPhone()];
    const add = house.get(AddPhone);
    await Promise.all(
      [1, 2, 3].map(() => inTx((tx) => add.execute(tx, { customerId: id, phone }))),
    );
    expect((await file(id))?.phones).toHaveLength(1);
  });

  it('give the main place to the next when the main one is taken off', async () => {
    const { id } = await aFile({ phone: aPhone() });
    await inTx((tx) => house.get(AddPhone).execute(tx, { customerId: id, phone: aPhone() }));
    const main = (await file(id))?.phones[0]?.id ?? '';
    await house.get(RemovePhone).execute(BY, id, main);
    expect((await file(id))?.phones).toEqual([expect.objectContaining({ isPrimary: true })]);
  });

  it('cannot be taken off another file', async () => {
    const [mine, hers] = [await aFile({ phone: aPhone() }), await aFile({ phone: aPhone() })];
    const phoneId = (await file(hers.id))?.phones[0]?.id ?? '';
    await expect(house.get(RemovePhone).execute(BY, mine.id, phoneId)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect((await file(hers.id))?.phones).toHaveLength(1);
  });
});

describe('changing a file', () => {
  function update(id: string, patch: Parameters<UpdateCustomer['execute']>[2]): Promise<void> {
    return inTx((tx) => house.get(UpdateCustomer).execute(tx, id, patch));
  }

  it('keeps what was not named and empties what was set to null', async () => {
    const { id } = await aFile({ birthday: '--05-12', note: '喜欢安静' });
    await update(id, { gender: 'female' });
    await update(id, { birthday: null });
    const file = await house.get(CustomerQueries).file(house.database, id);
    expect(file).toMatchObject({ gender: 'female', birthday: null, note: '喜欢安静', version: 3 });
  });

  it('lets one of two win who read the same version', async () => {
    const { id } = await aFile();
    const results = await Promise.allSettled(
      [1, 2].map((n) => update(id, { note: `note ${n}`, version: 1 })),
    );
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    expect(results.find((result) => result.status === 'rejected')).toMatchObject({
      reason: { code: 'CLIENT_CHANGED' },
    });
  });

  it.each([
    ['name', { name: ' ' }],
    ['name', { name: '美'.repeat(31) }],
    ['birthday', { birthday: '1990-02-30' }],
    ['homeStoreId', { homeStoreId: newId() }],
  ])('names %s when it does not hold', async (field, patch) => {
    const { id } = await aFile();
    await expect(update(id, patch)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      fields: [{ field }],
    });
  });

  it('knows no file that does not exist', async () => {
    await expect(update(newId(), { note: 'x' })).rejects.toMatchObject({
      code: 'CLIENT_NOT_FOUND',
    });
  });
});

describe('two files that become one', () => {
  it('leave the first closed and pointing at the second, with its phones there and its number still finding it', async () => {
    const phone = aPhone();
    const [from, to] = [await aFile({ phone }), await aFile()];
    await inTx((tx) => house.get(JoinFiles).execute(tx, from.id, to.id));
    const closed = await house.get(CustomerQueries).file(house.database, from.id);
    expect(closed).toMatchObject({ state: 'merged', mergedInto: to.id, phones: [] });
    expect(await found(from.memberNo)).toEqual([to.id]);
    expect(await house.get(RevealPhone).execute(BY, asked(to.id, '核对'), UNKEYED)).toBe(phone);
  });

  it('make no chain: a file joined twice points at the last', async () => {
    const [first, second, third] = [await aFile(), await aFile(), await aFile()];
    const join = house.get(JoinFiles);
    await inTx((tx) => join.execute(tx, first.id, second.id));
    await inTx((tx) => join.execute(tx, second.id, third.id));
    const closed = await house.get(CustomerQueries).file(house.database, first.id);
    expect(closed?.mergedInto).toBe(third.id);
  });

  it('cannot be joined both ways at the same moment', async () => {
    const [one, two] = [await aFile(), await aFile()];
    const join = house.get(JoinFiles);
    const results = await Promise.allSettled([
      inTx((tx) => join.execute(tx, one.id, two.id)),
      inTx((tx) => join.execute(tx, two.id, one.id)),
    ]);
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
  });

  it('refuse changes to the closed one and say where to go', async () => {
    const [from, to] = [await aFile(), await aFile()];
    await inTx((tx) => house.get(JoinFiles).execute(tx, from.id, to.id));
    const change = inTx((tx) => house.get(UpdateCustomer).execute(tx, from.id, { note: 'x' }));
    await expect(change).rejects.toMatchObject({
      code: 'CLIENT_MERGED',
      extras: { mergedInto: to.id },
    });
  });
});

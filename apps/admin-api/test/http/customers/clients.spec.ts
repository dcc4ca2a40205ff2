import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anApi, type Answer, type TestApi } from '../../support/an-api.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { aClient, aPhone, aStaffToken } from '../../support/people.js';

let api: TestApi;
let desk: string;
beforeAll(async () => {
  api = await anApi(await workerDatabaseUrl());
  desk = await aStaffToken(api, ['desk']);
});
afterAll(() => api.close());

interface FileBody {
  id: string;
  memberNo: string;
  version: number;
  phones: { id: string }[];
  samePhone: { id: string }[];
}

async function aFile(body: object = {}): Promise<FileBody> {
  const answer = await api.call('/staff/clients', {
    token: desk,
    body: { name: '张小美', ...body },
  });
  return answer.body as FileBody;
}

const search = async (q: string): Promise<{ id: string }[]> => {
  const answer = await api.call(`/staff/clients?q=${encodeURIComponent(q)}`, { token: desk });
  return (answer.body as { items: { id: string }[] }).items;
};

describe('POST /staff/clients', () => {
  it('opens a file and answers its basics, the phone masked', async () => {
    const phone = aPhone();
    const body = {
      name: ' 张小美 ',
      phone,
      gender: 'female',
      birthday: '--05-12',
      source: 'referral',
      note: '喜欢安静',
    };
    const answer = await api.call('/staff/clients', { token: desk, body });
    expect(answer).toMatchObject({
      status: 201,
      body: {
        name: '张小美',
        phoneMasked: `*******${phone.slice(-4)}`,
        gender: 'female',
        birthday: '--05-12',
        birthdayCalendar: 'solar',
        source: 'referral',
        note: '喜欢安静',
        state: 'active',
        version: 1,
        samePhone: [],
      },
    });
    expect(JSON.stringify(answer.body)).not.toContain(phone);
  });

  it('names other files with the same phone, because it may be the same client', async () => {
    const phone = aPhone();
    const first = await aFile({ phone, name: '王秀英' });
    const second = await aFile({ phone, name: '李小雨' });
    expect(second.samePhone).toEqual([{ id: first.id, name: '王秀英', memberNo: first.memberNo }]);
  });

  it('takes nothing for a name that a spreadsheet would run, or left; a note may be so', async () => {
    const { id, version } = await aFile();
    for (const name of ['=1+1', '＝A1', '+小美', '@小美', '\t小美', '#REF!', '#n/a']) {
      const refused = { status: 400, body: { errors: [{ field: 'name' }] } };
      expect(await api.call('/staff/clients', { token: desk, body: { name } })).toMatchObject(
        refused,
      );
      const change = { token: desk, body: { name, version }, method: 'PATCH' as const };
      expect(await api.call(`/staff/clients/${id}`, change)).toMatchObject(refused);
    }
    expect(await aFile({ note: '=1+1' })).toMatchObject({ note: '=1+1' });
  });

  it('opens one file for one idempotency key', async () => {
    const headers = { 'idempotency-key': `test-${aPhone()}` };
    const send = (name: string): Promise<Answer> =>
      api.call('/staff/clients', { token: desk, headers, body: { name } });
    const [first, second] = await Promise.all([send('张小美'), send('张小美')]);
    expect((second?.body as FileBody).id).toBe((first?.body as FileBody).id);
    expect(await send('李小雨')).toMatchObject({
      status: 422,
      body: { code: 'IDEMPOTENCY_KEY_REUSED' },
    });
  });

  it.each([
    [{ name: '' }, 'name'],
    [{ name: null }, 'name'],
    [{ name: '张三', phone: '12345' }, 'phone'],
    [{ name: '张三', phone: null }, 'phone'],
    [{ name: '张三', gender: 'f' }, 'gender'],
    [{ name: '张三', birthday: '1990-02-30' }, 'birthday'],
    [{ name: '张三', source: 'sky' }, 'source'],
    [{ name: '张三', homeStoreId: 'here' }, 'homeStoreId'],
    [{ name: '张三', homeStoreId: '01ARZ3NDEKTSV4RRFFQ69G5FAV' }, 'homeStoreId'],
    [{ name: '张三', memberNo: 'YC000001' }, 'memberNo'],
  ])('names the field of %j', async (body, field) => {
    const answer = await api.call('/staff/clients', { token: desk, body });
    expect(answer).toMatchObject({
      status: 400,
      body: { code: 'INVALID_INPUT', errors: [{ field }] },
    });
  });
});

describe('GET /staff/clients', () => {
  it('finds a client by number, phone and last four digits', async () => {
    const phone = aPhone();
    const { id, memberNo } = await aFile({ phone });
    const digits = memberNo.slice(2);
    const wide = [...memberNo]
      .map((one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0))
      .join('');
    for (const typed of [memberNo, `yc ${digits}`, `YC-${digits}`, wide])
      expect((await search(typed)).map((item) => item.id)).toEqual([id]);
    expect((await search(phone)).map((item) => item.id)).toEqual([id]);
    expect((await search(phone.slice(-4))).map((item) => item.id)).toContain(id);
  });

  it('finds a client by her card, and by her phone with a wrong digit that is none of the last four', async () => {
    const phone = aPhone();
    const { id } = await aFile({ phone });
    await api.unitOfWork.run((tx) =>
      tx.run('INSERT INTO wallet (customer_id, code_turn, frozen, opened_at) VALUES (?, 0, 0, ?)', [
        ...[id, api.clock.now()],
      ]),
    );
    const [{ no = 0 } = {}] = await api.database.rows<{ no: number }>(
      'SELECT card_no AS no FROM wallet WHERE customer_id = ?',
      [id],
    );
    const ids = async (q: string): Promise<string[]> => (await search(q)).map((item) => item.id);
    expect(await ids(String(no).padStart(6, '0'))).toContain(id);
    expect(
      await ids(`${phone.slice(0, 3)}${(Number(phone[3]) + 1) % 10}${phone.slice(4)}`),
    ).toContain(id);
  });

  it('finds a client by a name that was typed as it was heard, or in characters and letters', async () => {
    const { id } = await aFile({ name: '郑璨宁' });
    for (const q of ['zengcanning', '政灿宁', '郑cn', 'zhengcn', ' 郑 璨 ', 'Ｚｈｅｎｇ'])
      expect([q, (await search(q)).map((item) => item.id)]).toEqual([
        q,
        expect.arrayContaining([id]),
      ]);
  });

  it('finds a client by her name and the end of her phone in one, and by more of its end than four', async () => {
    const phone = aPhone();
    const [hers, other] = [
      await aFile({ name: '单小美', phone }),
      await aFile({ name: '鄂温克', phone }),
    ];
    const found = async (q: string) => (await search(q)).map(({ id }) => id);
    const end = phone.slice(-4);
    for (const name of ['单小美', 'sxm', '小美', 'shanxm', '单小梅'])
      for (const digits of [end, ` ${end}`, phone, ` ${phone}`, phone.slice(-8)]) {
        const ids = await found(name + digits);
        expect([name, digits, ids.includes(hers.id)]).toEqual([name, digits, true]);
        expect(ids).not.toContain(other.id);
      }
    for (const length of [5, 8, 10])
      expect(await found(phone.slice(-length))).toEqual(
        expect.arrayContaining([hers.id, other.id]),
      );
  });

  it('never answers a phone in the clear', async () => {
    const phone = aPhone();
    await aFile({ phone });
    expect(JSON.stringify(await search(phone))).not.toContain(phone);
  });

  it('pages by a cursor', async () => {
    await Promise.all([aFile(), aFile(), aFile()]);
    const first = await api.call('/staff/clients?limit=2', { token: desk });
    const { items, nextCursor } = first.body as { items: { id: string }[]; nextCursor: string };
    const second = await api.call(`/staff/clients?limit=2&cursor=${nextCursor}`, { token: desk });
    const next = (second.body as { items: { id: string }[] }).items;
    expect(items).toHaveLength(2);
    expect(next.some((item) => items.some((shown) => shown.id === item.id))).toBe(false);
  });

  it.each(['limit=0', 'limit=51', 'limit=x', 'cursor=x', `q=${'x'.repeat(61)}`])(
    'answers 400 to %s',
    async (query) => {
      expect((await api.call(`/staff/clients?${query}`, { token: desk })).status).toBe(400);
    },
  );
});

describe('a file', () => {
  it('answers 404 to an id that is nobody’s, of any shape', async () => {
    for (const id of ['01ARZ3NDEKTSV4RRFFQ69G5FAV', 'nonsense', '%27']) {
      expect((await api.call(`/staff/clients/${id}`, { token: desk })).status).toBe(404);
    }
  });

  it('is changed, and tells who read an older version', async () => {
    const { id } = await aFile();
    const patch = (body: object): Promise<Answer> =>
      api.call(`/staff/clients/${id}`, { method: 'PATCH', token: desk, body });
    expect(await patch({ note: '怕冷', version: 1 })).toMatchObject({
      status: 200,
      body: { note: '怕冷', version: 2 },
    });
    expect(await patch({ note: '怕热', version: 1 })).toMatchObject({
      status: 409,
      body: { code: 'CLIENT_CHANGED' },
    });
    expect(await patch({ name: null })).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'name' }] },
    });
  });

  it('gets and loses phones', async () => {
    const { id } = await aFile({ phone: aPhone() });
    const added = await api.call(`/staff/clients/${id}/phones`, {
      token: desk,
      body: { phone: aPhone(), label: '公司' },
    });
    const { phones } = added.body as FileBody;
    expect(added).toMatchObject({
      status: 201,
      body: { phones: [{ isPrimary: true }, { label: '公司' }] },
    });
    const path = `/staff/clients/${id}/phones/${phones[0]?.id}`;
    expect((await api.call(path, { method: 'DELETE', token: desk })).status).toBe(204);
    expect((await api.call(path, { method: 'DELETE', token: desk })).status).toBe(404);
  });
});

describe('POST /staff/clients/{id}/reveal-phone', () => {
  const reveal = (id: string, token: string, body: object): Promise<Answer> =>
    api.call(`/staff/clients/${id}/reveal-phone`, { token, body });

  it('answers the phone to one who says why', async () => {
    const phone = aPhone();
    const { id } = await aFile({ phone });
    expect(await reveal(id, desk, { reason: '顾客迟到，电话联系' })).toMatchObject({
      status: 200,
      body: { phone },
    });
    expect((await reveal(id, desk, {})).status).toBe(400);
  });

  it('is not for everybody who may read files', async () => {
    const { id } = await aFile({ phone: aPhone() });
    const marketing = await aStaffToken(api, ['marketing']);
    expect((await reveal(id, marketing, { reason: '想知道' })).status).toBe(403);
  });

  it('says that there is none', async () => {
    const { id } = await aFile();
    expect(await reveal(id, desk, { reason: '核对号码' })).toMatchObject({
      status: 409,
      body: { code: 'CLIENT_HAS_NO_PHONE' },
    });
  });
});

describe('/client/me', () => {
  it('is her own file, which she can name', async () => {
    const { token, id } = await aClient(api);
    const answer = await api.call('/client/me', {
      method: 'PATCH',
      token,
      body: { name: '小美', gender: 'female' },
    });
    expect(answer).toMatchObject({ status: 200, body: { id, name: '小美', gender: 'female' } });
    expect(await api.call('/client/me', { token })).toMatchObject({ body: { name: '小美' } });
  });

  it.each([{ name: '' }, { name: null }, { gender: 'x' }, { note: 'x' }, { memberNo: 'YC1' }])(
    'takes no %j',
    async (body) => {
      const { token } = await aClient(api);
      expect((await api.call('/client/me', { method: 'PATCH', token, body })).status).toBe(400);
    },
  );
});

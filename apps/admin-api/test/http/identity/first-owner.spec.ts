import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OwnerExists, StoreNeeded, createFirstOwner } from '../../../src/commands/first-owner.js';
import { anApi, type TestApi } from '../../support/an-api.js';
import { freshSchema, type FreshSchema } from '../../support/database/index.js';

let schema: FreshSchema;
let api: TestApi;
beforeAll(async () => {
  schema = await freshSchema();
  api = await anApi(schema.url);
});
afterAll(async () => {
  await api.close();
  await schema.drop();
});

const OWNER = { username: 'boss', password: 'scissors & roses', name: '王芳' };
const STORE = {
  brand: '颜册美学',
  name: '静安店',
  address: '上海市静安区南京西路 1 号',
  phone: '021-60000000',
  latitude: 31.23,
  longitude: 121.45,
};

describe('the first owner of an empty salon', () => {
  it('needs a store to own, and leaves nothing behind without one', async () => {
    await expect(createFirstOwner(api.app, OWNER)).rejects.toThrow(StoreNeeded);
    expect(await api.database.rows('SELECT 1 FROM brand')).toEqual([]);
  });

  it('is let in with her store, once', async () => {
    await createFirstOwner(api.app, { ...OWNER, store: STORE });
    const { username, password } = OWNER;
    expect(await api.call('/staff/session', { body: { username, password } })).toMatchObject({
      status: 201,
      body: { staff: { name: '王芳', roles: ['owner'], stores: [{ name: '静安店' }] } },
    });
    await expect(createFirstOwner(api.app, { ...OWNER, username: 'other' })).rejects.toThrow(
      OwnerExists,
    );
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CheckStatements } from '../../../src/modules/membership/index.js';
import { freshSchema, type FreshSchema } from '../../support/database/index.js';
import { codeOf } from '../../support/given/index.js';
import { aClient } from '../../support/people.js';
import {
  SIGNATURE,
  aCounter,
  payTopUp,
  startTopUp,
  type Counter,
  type Member,
} from './a-counter.js';

/** Its own: the check goes through all statements of a database, and this one asks often. */
let schema: FreshSchema;
let counter: Counter;
beforeAll(async () => {
  schema = await freshSchema();
  counter = await aCounter(schema.url);
});
afterAll(async () => {
  await counter.close();
  await schema.drop();
});

interface Bought {
  readonly client: { readonly id: string; readonly token: string };
  readonly contractId: string;
}

const contractIdOf = async (client: Member): Promise<string> =>
  (await counter.get<{ items: { id: string }[] }>(client, '/client/contracts')).items[0]?.id ?? '';
const sign = ({ client, contractId }: Bought) =>
  counter.post(client, `/client/contracts/${contractId}/sign`, { signature: SIGNATURE });

/** Signed on the phone before it was paid. */
async function signedFirst(): Promise<Bought> {
  const client = await aClient(counter.api);
  const started = await startTopUp(counter, client, { planId: (await counter.aPlan()).id });
  await payTopUp(counter, client, started);
  return { client, contractId: started.contractId };
}

/** Sold at the desk, signed on the phone afterwards. */
async function signedLater(): Promise<Bought> {
  const client = await counter.aMember();
  const bought = { client, contractId: await contractIdOf(client) };
  expect(await sign(bought)).toMatchObject({ status: 200 });
  return bought;
}

const read = ({ client, contractId }: Bought) =>
  counter.api.call(`/client/contracts/${contractId}`, { token: client.token });
const altered = async (): Promise<readonly string[]> =>
  (await counter.api.app.get(CheckStatements, { strict: false }).run()).altered;
const byHand = (set: string, { contractId }: Bought, ...values: unknown[]) =>
  counter.api.unitOfWork.run((tx) =>
    tx.run(`UPDATE card_contract SET ${set} WHERE id = ?`, [...values, contractId]),
  );

const WORDS = `body = CONCAT(body, '，概不退款'), body_hash = UNHEX(SHA2(body, 256))`;
const NO_SIGNATURE = `state = 'unsigned', signature_cipher = NULL, signature_hash = NULL, signed_at = NULL`;

describe.each([
  ['signed before it was paid', signedFirst],
  ['signed afterwards', signedLater],
])('a contract that was %s', (_, buy) => {
  it.each([
    ['in its words, with their hash', WORDS],
    ['in its signature, which was taken away', NO_SIGNATURE],
  ])('and altered by hand %s is named, and not shown as if nothing were', async (__, set) => {
    const bought = await buy();
    expect((await read(bought)).status).toBe(200);
    expect(await altered()).not.toContain(bought.contractId);
    const before = await counter.api.database.row<Record<string, unknown>>(
      `SELECT body, body_hash, state, signature_cipher, signature_hash, signed_at
       FROM card_contract WHERE id = ?`,
      [bought.contractId],
    );
    await byHand(set, bought);
    expect(await altered()).toContain(bought.contractId);
    const answer = await read(bought);
    expect([answer.status, codeOf(answer)]).toEqual([409, 'CONTRACT_ALTERED']);
    const columns = Object.keys(before ?? {});
    const back = columns.map((column) => `${column} = ?`).join(', ');
    await byHand(back, bought, ...columns.map((column) => before?.[column]));
    expect(await altered()).not.toContain(bought.contractId);
  });
});

it('a contract of the desk that nobody signed yet is whole', async () => {
  const member = await counter.aMember();
  expect(await altered()).not.toContain(await contractIdOf(member));
});

describe('the room under the cap', () => {
  it('is that of the store whose desk looks, as a sale there checks it', async () => {
    const member = await counter.aMember();
    const set = await counter.api.call(`/staff/membership-settings/${counter.other.id}`, {
      ...{ method: 'PATCH', token: counter.owner.token },
      body: { cardCapFen: 150_000 },
      headers: { 'idempotency-key': `cap-${member.id}` },
    });
    expect(set.status).toBe(200);
    const roomAt = async (query: string): Promise<number | null> =>
      (
        await counter.get<{ roomFen: number | null }>(
          counter.desk,
          `/staff/clients/${member.id}/wallet${query}`,
        )
      ).roomFen;
    expect(await roomAt(`?storeId=${counter.other.id}`)).toBe(50_000);
    expect(await roomAt(`?storeId=${counter.store.id}`)).toBe(400_000);
    expect(await roomAt('')).toBe(50_000);
    const sold = await counter.sell(member.id, member.plan.id, { storeId: counter.other.id });
    expect([sold.status, codeOf(sold)]).toEqual([409, 'CARD_CAP_EXCEEDED']);
  });
});

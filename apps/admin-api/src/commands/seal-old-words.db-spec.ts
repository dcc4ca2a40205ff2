import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aSalon, aKey, book, type Salon, type Visit } from '../../test/support/given/index.js';
import { anApi, type TestApi } from '../../test/support/an-api.js';
import { freshSchema, type FreshSchema } from '../../test/support/database/index.js';
import { aClient, aPhone, aStaffToken } from '../../test/support/people.js';
import { addDays, localDate } from '../platform/clock/index.js';
import { FieldCipher } from '../platform/crypto/index.js';
import { OLD_WORDS } from './old-words.js';
import { openSealedWords, sealOldWords } from './seal-old-words.js';

/** The command looks at whole tables, so it has a schema of its own. */
let schema: FreshSchema;
let api: TestApi;
let salon: Salon;

beforeAll(async () => {
  schema = await freshSchema();
  api = await anApi(schema.url);
  salon = await aSalon(api);
});
afterAll(async () => {
  await api.close();
  await schema.drop();
});

/** A visit as the version before wrote it. */
async function aVisitInTheClear(): Promise<Visit> {
  const { token } = await aClient(api);
  const day = addDays(localDate(api.clock.now(), salon.store.zone), 2);
  const answer = await book(api, token, salon.wish(salon.store.at(day, '10:00')), aKey());
  expect(answer.status).toBe(201);
  const visit = answer.body as Visit;
  await api.unitOfWork.run(async (tx) => {
    const sql = "UPDATE appointment SET note = '我怀孕了', cancel_reason = '过敏' WHERE id = ?";
    await tx.run(sql, [visit.id]);
    await tx.run("UPDATE appointment_change SET reason = '皮肤破了' WHERE appointment_id = ?", [
      visit.id,
    ]);
  });
  return visit;
}

interface Words {
  readonly note: string | null;
  readonly cancelReason: string | null;
  readonly changes: readonly { readonly reason: string | null }[];
}

async function wordsOf(visit: Visit): Promise<unknown> {
  const token = await aStaffToken(api, ['desk'], [salon.store.id]);
  const answer = await api.call(`/staff/appointments/${visit.id}`, { token });
  expect(answer.status).toBe(200);
  const { note, cancelReason, changes } = answer.body as Words;
  return [note, cancelReason, changes.map(({ reason }) => reason)];
}

/** The client's bill for the visit, as the version before wrote it; with a phone of hers that has a label. */
async function aBillInTheClear(): Promise<{ billId: string; clientId: string }> {
  const token = await aStaffToken(api, ['manager'], [salon.store.id]);
  const send = async (path: string, body: object): Promise<{ id: string }> => {
    const headers = { 'idempotency-key': aKey() };
    const answer = await api.call(path, { method: 'POST', token, body, headers });
    expect([path, answer.status]).toEqual([path, 201]);
    return answer.body as { id: string };
  };
  const client = await send('/staff/clients', { name: '白芷', phone: aPhone() });
  const opened = { storeId: salon.store.id, customerId: client.id, note: '会被盖掉' };
  const bill = await send('/staff/bills', opened);
  await api.unitOfWork.run(async (tx) => {
    const clear = "note_cipher = NULL, note = '怀孕，别用精油'";
    await tx.run(`UPDATE bill SET ${clear} WHERE id = ?`, [bill.id]);
    await tx.run("UPDATE bill_change SET reason = '皮肤破了' WHERE bill_id = ?", [bill.id]);
    const label = "label_cipher = NULL, label = '产后护理'";
    await tx.run(`UPDATE customer_phone SET ${label} WHERE customer_id = ?`, [client.id]);
  });
  return { billId: bill.id, clientId: client.id };
}

async function wordsOfBill({ billId, clientId }: { billId: string; clientId: string }) {
  const token = await aStaffToken(api, ['manager'], [salon.store.id]);
  const bill = (await api.call(`/staff/bills/${billId}`, { token })).body;
  const file = (await api.call(`/staff/clients/${clientId}`, { token })).body;
  const { note, changes } = bill as { note: string; changes: { reason: string | null }[] };
  const { phones } = file as { phones: { label: string }[] };
  return [note, changes.map(({ reason }) => reason), phones.map(({ label }) => label)];
}

/** Texts that stand in the clear in any of the columns that are emptied. */
async function leftInTheClear(): Promise<string[]> {
  const left: string[] = [];
  for (const { table, clear, empty } of OLD_WORDS) {
    const some = empty === null ? 'IS NOT NULL' : "<> ''";
    const rows = await api.database.rows(`SELECT 1 FROM ${table} WHERE ${clear} ${some}`);
    left.push(...rows.map(() => `${table}.${clear}`));
  }
  return left;
}

describe('words that a version before left in the clear', () => {
  it('are read before and after they are sealed, and are gone from the columns in the clear', async () => {
    const visit = await aVisitInTheClear();
    const words = ['我怀孕了', '过敏', ['皮肤破了']];
    expect(await wordsOf(visit)).toEqual(words);
    const parts = { unitOfWork: api.unitOfWork, cipher: api.app.get(FieldCipher) };
    expect(await sealOldWords(parts)).toBe(3);
    expect(await wordsOf(visit)).toEqual(words);
    const left = await api.database.rows(
      `SELECT a.id FROM appointment a JOIN appointment_change c ON c.appointment_id = a.id
       WHERE a.note IS NOT NULL OR a.cancel_reason IS NOT NULL OR c.reason IS NOT NULL`,
    );
    expect(left).toEqual([]);
    expect(await sealOldWords(parts)).toBe(0);
  });

  it('about money are sealed, read on, and written back for a version that needs them in the clear', async () => {
    const bill = await aBillInTheClear();
    const words = ['怀孕，别用精油', ['皮肤破了'], ['产后护理']];
    expect(await wordsOfBill(bill)).toEqual(words);
    const parts = { unitOfWork: api.unitOfWork, cipher: api.app.get(FieldCipher) };
    expect(await sealOldWords(parts)).toBe(3);
    expect(await leftInTheClear()).toEqual([]);
    expect(await wordsOfBill(bill)).toEqual(words);
    await openSealedWords(parts);
    const names = ['bill.note', 'bill_change.reason', 'customer_phone.label'];
    expect(await leftInTheClear()).toEqual(expect.arrayContaining(names));
    expect(await wordsOfBill(bill)).toEqual(words);
    expect(await sealOldWords(parts)).toBeGreaterThanOrEqual(3);
    expect(await leftInTheClear()).toEqual([]);
    expect(await wordsOfBill(bill)).toEqual(words);
  });
});

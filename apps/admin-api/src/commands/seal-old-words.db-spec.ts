import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aSalon, aKey, book, type Salon, type Visit } from '../../test/support/given/index.js';
import { anApi, type TestApi } from '../../test/support/an-api.js';
import { freshSchema, type FreshSchema } from '../../test/support/database/index.js';
import { aClient, aStaffToken } from '../../test/support/people.js';
import { addDays, localDate } from '../platform/clock/index.js';
import { FieldCipher } from '../platform/crypto/index.js';
import { sealOldWords } from './seal-old-words.js';

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
});

import { newId } from '../../src/platform/ids/index.js';
import type { Answer, TestApi } from '../support/an-api.js';
import { anImporter } from '../support/given/imports.js';
import { A_TREATMENT, type VisitTreatment } from '../support/given/care.js';
import { aService, codeOf, type Salon } from '../support/given/index.js';
import { aStaffToken } from '../support/people.js';
import type { RunningSystem } from '../support/running-system.js';

/**
 * Writes a word that tells of a client's health wherever her file takes words: notes, what is known of her, why files are joined and lists asked for, a sheet that is imported, the search box.
 * @throws Error naming the first write that was refused
 */
export async function writeEverywhere(
  { system, inspector }: { system: RunningSystem; inspector: TestApi },
  { storeId, clientId, word }: { storeId: string; clientId: string; word: string },
): Promise<void> {
  const token = await aStaffToken(inspector, ['manager'], [storeId]);
  const send = async (method: 'PATCH' | 'POST', path: string, body: object): Promise<Answer> => {
    const headers = { 'idempotency-key': newId() };
    const answer = await system.call(path, { method, token, body, headers });
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${codeOf(answer) ?? ''}`);
    return answer;
  };
  const file = `/staff/clients/${clientId}`;
  for (const visibility of ['all', 'care', 'managers'])
    await send('POST', `${file}/notes`, { text: word, visibility });
  const about = {
    ...{ occupation: word, address: word, brands: word, scents: word },
    occasions: [{ label: word, date: '--05-20' }],
  };
  await send('PATCH', file, about);
  await system.call(`/staff/clients?q=${encodeURIComponent(word)}`, { token });
  const one = { name: '白芷', homeStoreId: storeId };
  const other = (await send('POST', '/staff/clients', one)).body as { id: string };
  const merge = await send('POST', '/staff/merges', {
    ...{ fromId: other.id, toId: clientId, reason: word },
  });
  const { mergeId } = merge.body as { mergeId: string };
  await send('POST', `/staff/merges/${mergeId}/undo`, { reason: word });
  await send('POST', '/staff/client-exports', {
    ...{ storeId, kind: 'clients', format: 'csv', columns: ['phone'], filter: {}, reason: word },
    phonesReason: word,
  });
  await anImporter(inspector, token, storeId).sent(
    Buffer.from(`姓名,手机号,备注\n王一,1380013800,${word}`),
  );
}

/**
 * Writes the word wherever the record of a visit takes words: in a draft, in the record, and in its correction.
 * @param visitId of a client who agrees to health data, and under way
 * @throws Error naming the first write that was refused
 */
export async function writeRecord(
  { system, inspector }: { system: RunningSystem; inspector: TestApi },
  { salon, token, visitId, word }: { salon: Salon; token: string; visitId: string; word: string },
): Promise<void> {
  const send = async (method: 'POST' | 'PUT', path: string, body: object): Promise<Answer> => {
    const headers = { 'idempotency-key': newId() };
    const answer = await system.call(path, { method, token, body, headers });
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${codeOf(answer) ?? ''}`);
    return answer;
  };
  // A deviation is kept where there is one: a service without the patch test that it asks for.
  const serviceId = await aService(inspector, salon.store);
  const rule = { ingredientIds: [], patchTestDays: 30, intervalDays: null };
  await send('PUT', `/staff/care-knowledge/services/${serviceId}`, rule);
  const at = `/staff/appointments/${visitId}/treatment`;
  const body = {
    ...{ ...A_TREATMENT, reactionWords: word, advice: word, homeCare: word, staffNote: word },
    done: [{ serviceId, parameters: [{ name: word, value: word, unit: '' }] }],
    products: [{ productId: null, name: word, amount: null, unit: '' }],
    ...{ deviation: word, nextOn: null },
  };
  await send('PUT', `${at}/draft`, { ...body, revision: 0 });
  const { recordId, versions } = (await send('POST', at, body)).body as VisitTreatment;
  if (versions[0]?.contents.deviation !== word) throw new Error('no deviation was kept');
  const correction = { ...body, version: 1, reason: word };
  await send('POST', `/staff/treatments/${recordId ?? ''}/corrections`, correction);
}

import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { components } from '@yance/shared-types';
import {
  Ledger,
  SealLedger,
  VerifyLedger,
  ofCustomer,
  ofHouse,
} from '../../../src/modules/ledger/index.js';
import { newId } from '../../../src/platform/ids/index.js';
import { anApi, type TestApi } from '../../support/an-api.js';
import { freshSchema, type FreshSchema } from '../../support/database/index.js';
import { aStore, codeOf } from '../../support/given/index.js';
import { aStaffToken } from '../../support/people.js';

type Page = components['schemas']['LedgerSealListDto'];

/** More than fit on a page. */
const SEALS = 23;
const folder = mkdtempSync(path.join(tmpdir(), 'yance-seals-'));
let schema: FreshSchema;
let api: TestApi;
let storeId: string;
let finance: string;

beforeAll(async () => {
  schema = await freshSchema();
  api = await anApi(schema.url, { YANCE_SEAL_DIR: folder });
  storeId = (await aStore(api)).id;
  const seals = api.app.get(SealLedger);
  api.clock.set(new Date('2026-11-20T02:00:00Z'));
  for (let hour = 0; hour < SEALS; hour += 1) {
    await aCharge();
    api.clock.advance({ hours: 1, minutes: hour === 0 ? 15 : 0 });
    await seals.run();
  }
});
beforeEach(async () => {
  finance = await aStaffToken(api, ['finance'], [storeId]);
});
afterAll(async () => {
  await api.close();
  await schema.drop();
  rmSync(folder, { recursive: true });
});

/** An entry, now. */
async function aCharge(): Promise<void> {
  const customer = ofCustomer('CUST_RECEIVABLE', newId());
  await api.unitOfWork.run((tx) =>
    api.app.get(Ledger).post(tx, {
      ...{ kind: 'top_up', bizKey: newId(), storeId, effectiveOn: '2026-11-20' },
      actor: { kind: 'system', id: 'test' },
      legs: [{ debit: customer, credit: ofHouse('REV_SERVICE', storeId), amount: 100 }],
    }),
  );
}

async function read(query = ''): Promise<Page> {
  const { body } = await api.call(`/staff/ledger/seals${query}`, { token: finance });
  return body as Page;
}
const file = (): string => path.join(folder, readdirSync(folder)[0] ?? '');

describe('the seals of the books', () => {
  it('come newest first and page by page, each once, with their hours in the salon’s offset', async () => {
    const first = await read();
    const second = await read(`?cursor=${first.nextCursor ?? ''}`);
    const all = [...first.items, ...second.items];
    expect(all.map(({ no }) => no)).toEqual(Array.from({ length: SEALS }, (_, at) => SEALS - at));
    expect(second.nextCursor).toBeUndefined();
    expect(all.at(-1)).toMatchObject({
      ...{ no: 1, from: null, to: '2026-11-20T11:00:00+08:00', txCount: 1, previousHash: null },
      ...{ chained: true, signatureOk: true, exported: 'found' },
    });
    const [newest, before] = all;
    expect(newest).toMatchObject({ previousHash: before?.hash, from: before?.to, chained: true });
    expect(all.every((seal) => seal.signatureOk && seal.exported === 'found')).toBe(true);
    expect(newest?.root).toMatch(/^[0-9a-f]{64}$/);
  });

  it('say of each whether its line outside the database is there and the same', async () => {
    const whole = readFileSync(file(), 'utf8');
    const lines = whole.trimEnd().split('\n');
    const [newest = ''] = lines.slice(-1);
    writeFileSync(file(), `${lines.slice(0, -2).join('\n')}\n`);
    appendFileSync(file(), `${newest.replace('"txCount":1', '"txCount":2')}\n`);
    const { items } = await read();
    expect(items.slice(0, 3).map(({ exported }) => exported)).toEqual([
      ...['different', 'missing', 'found'],
    ]);
    writeFileSync(file(), whole);
  });

  it('say when what a seal claims is not what was signed, and when the next one does not follow it', async () => {
    const set = (count: number): Promise<unknown> =>
      api.unitOfWork.run((tx) =>
        tx.run('UPDATE ledger_seal SET tx_count = ? WHERE no = ?', [count, SEALS - 1]),
      );
    await set(7);
    const { items } = await read();
    expect(items.slice(0, 2)).toMatchObject([
      { signatureOk: true, exported: 'found' },
      { signatureOk: false, exported: 'different' },
    ]);
    await set(1);
  });

  it('are for those who may verify, and a made-up place to go on from is refused', async () => {
    for (const role of ['desk', 'therapist'] as const) {
      const token = await aStaffToken(api, [role], [storeId]);
      expect(codeOf(await api.call('/staff/ledger/seals', { token }))).toBe('FORBIDDEN');
    }
    const { status } = await api.call('/staff/ledger/seals?cursor=0x1', { token: finance });
    expect(status).toBe(400);
  });

  it('stand in the file once each, in their order, when several processes write them at once', async () => {
    const seals = api.app.get(SealLedger);
    for (let hour = 0; hour < 5; hour += 1) {
      await aCharge();
      api.clock.advance({ hours: 1 });
      await Promise.all(Array.from({ length: 6 }, () => seals.run()));
    }
    const lines = readFileSync(file(), 'utf8').trimEnd().split('\n');
    const numbers = lines.map((line) => (JSON.parse(line) as { no: number }).no);
    expect(numbers).toEqual(Array.from({ length: SEALS + 5 }, (_, at) => at + 1));
    expect((await api.app.get(VerifyLedger).run()).firstBadRow).toBeUndefined();
  });
});

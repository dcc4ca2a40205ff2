import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { components } from '@yance/shared-types';
import {
  CheckStatements,
  LapseGifts,
  ShareTimeCards,
} from '../../../src/modules/membership/index.js';
import { addDays, localDate } from '../../../src/platform/clock/index.js';
import { freshSchema, type FreshSchema } from '../../support/database/index.js';
import { PASSWORD, aClient } from '../../support/people.js';
import { aCardDesk, buyOnPhone, type BookedVisit, type CardDesk } from './a-card-desk.js';
import { SIGNATURE, aKey, yuan } from './a-counter.js';

type Statement = components['schemas']['StatementDto'];
type Line = Statement['lines'][number];
type Who = { readonly id: string; readonly openid: string; token: string };

let schema: FreshSchema;
let desk: CardDesk;
let buyer: Who;
let taker: Who;
let walker: Who;
let [packageId, cardId, useId] = ['', '', ''];

beforeAll(async () => {
  schema = await freshSchema();
  desk = await aCardDesk(schema.url);
  await aHistory();
});
afterAll(async () => {
  await desk.close();
  await schema.drop();
});

async function must<T>(answer: Promise<{ status: number; body: unknown }>): Promise<T> {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(JSON.stringify(body));
  return body as T;
}

const today = (): string => localDate(desk.api.clock.now(), 'Asia/Shanghai');
const at = (time: string): string => desk.store.at(addDays(today(), 1), time);
/** Nothing happens in the same moment: the clock of the tests stands still by itself. */
async function after<T>(work: () => Promise<T>): Promise<T> {
  await desk.later({ minutes: 1 });
  return work();
}
const act = <T>(step: string, body: object): Promise<T> =>
  after(() => must<T>(desk.post(desk.manager, `/staff/packages/${packageId}/${step}`, body)));
const use = (who: Who) =>
  after(() =>
    must<{ id: string }>(
      desk.post(desk.desk, `/staff/clients/${who.id}/session-uses`, {
        ...{ storeId: desk.store.id, serviceId: desk.salon.serviceId, useSession: 'auto' },
        slipNo: aKey().slice(0, 20),
      }),
    ),
  );
const clockOn = async (days: number): Promise<void> => {
  await desk.later({ days });
  for (const who of [buyer, taker, walker]) {
    const { code } = await desk.api.control('login-code', { openid: who.openid });
    const path = '/client/session';
    who.token = (await must<{ token: string }>(desk.api.call(path, { body: { code } }))).token;
  }
};

/** Bought on the phone, kept, given back, used, undone, at rest, longer, handed on, at its end; and a card by time. */
async function aHistory(): Promise<void> {
  [buyer, taker, walker] = [
    { ...(await aClient(desk.api)) },
    { ...(await aClient(desk.api)) },
    { ...(await aClient(desk.api)) },
  ];
  const plan = await desk.aPackagePlan({
    ...{ validDays: 60, items: [desk.item({ giftSessions: 3 })] },
  });
  const { packageId: bought } = await buyOnPhone(desk, buyer, {
    ...{ planId: plan.id, storeId: desk.store.id, signature: SIGNATURE },
  });
  packageId = bought;
  const cancelled = await must<BookedVisit>(desk.bookWith(buyer, at('10:00')));
  await must(desk.post(buyer, `/client/appointments/${cancelled.id}/cancel`, { reason: '有事' }));
  const visit = await must<BookedVisit>(desk.bookWith(buyer, at('11:00')));
  await clockOn(1);
  await desk.later({ hours: 3 });
  await must(desk.serve(visit.id));
  const [served] = (await desk.mine(buyer, packageId)).uses;
  useId = served?.id ?? '';
  await must(
    desk.post(desk.manager, `/staff/session-uses/${useId}/reverse`, { reason: '做的是别的项目' }),
  );
  await use(buyer);
  await act('freeze', { reason: '出差' });
  await clockOn(8);
  await act('unfreeze', { reason: '回来了' });
  const { expiresOn } = await desk.shown(packageId);
  await act('extend', { expiresOn: addDays(expiresOn ?? '', 5), reason: '约不上' });
  const { code } = await desk.get<{ code: string }>(buyer, '/client/member-code');
  await act('transfer', { toClientId: taker.id, code, password: PASSWORD, reason: '送给妹妹' });
  await use(taker);
  const card = await desk.aPackagePlan({
    ...{ kind: 'time', name: '月卡', priceFen: yuan(300), validDays: 30, usesPerDay: 1 },
    items: [desk.item({ sessions: 0, giftSessions: 0, listPriceFen: yuan(600) })],
  });
  const tenders = [{ tender: 'cash', amountFen: yuan(300) }];
  cardId = (await must<{ id: string }>(desk.sellPackage(walker.id, card.id, { tenders }))).id;
  await use(walker);
  await clockOn(10);
  await desk.api.app.get(ShareTimeCards, { strict: false }).run();
  await clockOn(80);
  await desk.api.app.get(ShareTimeCards, { strict: false }).run();
  await desk.api.app.get(LapseGifts, { strict: false }).run();
}

/** All lines of a client, earliest first, from her phone. */
async function lines(who: Who): Promise<Line[]> {
  const months = ['2026-11', '2026-12', '2027-01', '2027-02', '2027-03'];
  const pages: Line[][] = [];
  for (const month of months) {
    const path = `/client/wallet/statement?month=${month}`;
    pages.push([...(await desk.get<Statement>(who, path)).lines].reverse());
  }
  return pages.flat();
}

const kindsOf = (some: readonly Line[]): string[] => some.map(({ kind }) => kind);
const left = (some: readonly Line[], of: string) =>
  some
    .flatMap((line) => line.packages)
    .filter((move) => move.packageId === of)
    .reduce(
      (sum, move) =>
        [...[sum[0] + move.sessions, sum[1] + move.reserved, sum[2] + move.leftFen]] as [
          number,
          number,
          number,
        ],
      [0, 0, 0] as [number, number, number],
    );

describe('a statement with packages', () => {
  it('tells everything that happened to one while it was the client’s, in its order', async () => {
    const told = await lines(buyer);
    expect(kindsOf(told)).toEqual([
      ...['package', 'session_reserve', 'session_release', 'session_reserve', 'session_use'],
      ...['session_reversal', 'session_release', 'session_use', 'package_freeze'],
      ...['package_unfreeze', 'package_extend', 'package_out'],
    ]);
    expect(left(told, packageId)).toEqual([0, 0, 0]);
    expect(told.every((line) => line.principalFen === 0 && line.balanceAfter === 0)).toBe(true);
  });

  it('gives what is left to whom it was handed on, and tells what ended by itself', async () => {
    const told = await lines(taker);
    expect(kindsOf(told)).toEqual(['package_in', 'session_use', 'session_lapse']);
    const { items, leftFen } = await desk.shown(packageId);
    expect(left(told, packageId)).toEqual([items[0]?.left, 0, leftFen]);
    expect(told[0]).toMatchObject({ packages: [{ packageId, sessions: 12 }] });
  });

  it('opens each line to what it was: the order, the package, the use', async () => {
    const [bought, ...rest] = await lines(buyer);
    expect(bought).toMatchObject({
      ...{ title: '购卡：补水十次卡', orderNo: expect.any(String), txId: expect.any(String) },
      packages: [{ packageId, sessions: 13, reserved: 0, leftFen: yuan(1500) }],
    });
    expect(rest.every((line) => line.packages[0]?.packageId === packageId)).toBe(true);
    const ids = rest.filter(({ kind }) => kind === 'session_use' || kind === 'session_reversal');
    expect(ids.map((line) => line.sessionUseId).slice(0, 2)).toEqual([useId, useId]);
    const frozen = rest.find(({ kind }) => kind === 'package_freeze');
    expect(frozen).toMatchObject({ title: '补水十次卡' });
    expect(frozen?.txId).toBeUndefined();
    expect(new Set([bought, ...rest].map((line) => line?.id)).size).toBe(rest.length + 1);
  });

  it('puts the days of a card by time into a line a month, beside its uses', async () => {
    const told = await lines(walker);
    expect(kindsOf(told)).toEqual(['package', 'session_use', 'time_card_days', 'time_card_days']);
    expect(left(told, cardId)).toEqual([0, 0, 0]);
    expect(told[1]).toMatchObject({
      sessionUseId: expect.any(String),
      packages: [{ packageId: cardId }],
    });
  });
});

describe('the check of all statements', () => {
  const check = () => desk.api.app.get(CheckStatements, { strict: false }).run();

  it('recounts every package from the raw rows, for each client who had it', async () => {
    const { items } = await desk.shown(packageId);
    expect(await check()).toMatchObject({
      ...{ clients: 3, wrong: [], packages: 2, sessions: items[0]?.left },
    });
  });

  it('names whoever’s lines say something else than the postings', async () => {
    const { database, unitOfWork } = desk.api;
    const row = await database.row<{ accountId: number; seq: number }>(
      `SELECT l.account_id AS accountId, l.seq FROM account_line l
         JOIN ledger_account a ON a.id = l.account_id JOIN package_item i ON i.id = a.owner_id
       WHERE i.package_id = ? AND a.code = 'SES_AVAIL' ORDER BY l.seq DESC LIMIT 1`,
      [packageId],
    );
    const shift = (by: number) =>
      unitOfWork.run((tx) =>
        tx.run('UPDATE account_line SET delta = delta + ? WHERE account_id = ? AND seq = ?', [
          ...[by, row?.accountId, row?.seq],
        ]),
      );
    await shift(-1);
    const { wrong } = await check();
    await shift(1);
    expect(wrong).toEqual([taker.id]);
    expect((await check()).wrong).toEqual([]);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CustomerRepository } from '../../../src/modules/customers/index.js';
import type { Answer } from '../../support/an-api.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { A_TREATMENT, type VisitTreatment } from '../../support/given/care.js';
import { TODAY, aService, book, byTwo, codeOf, type Visit } from '../../support/given/index.js';
import { meanwhile } from '../../support/meanwhile.js';
import { aDesk, taken, type BillView, type Desk } from '../checkout/a-desk.js';
import {
  aCardDeskAt,
  type CardDesk,
  type Holder,
  type SessionUse,
} from '../membership/a-card-desk.js';
import { aKey } from '../membership/a-counter.js';
import type { Findings } from './a-care-house.js';

/** Sells cards and bills; the service of its cards may be done once a week. */
let desk: Desk & CardDesk;
let spaced: string;
beforeAll(async () => {
  const till = await aDesk(await workerDatabaseUrl());
  desk = { ...till, ...(await aCardDeskAt(till)) };
  spaced = desk.salon.serviceId;
  const asks = { ingredientIds: [], patchTestDays: null, intervalDays: 7 };
  const rule = { method: 'PUT', token: desk.manager.token, body: asks } as const;
  expect((await desk.api.call(`/staff/care-knowledge/services/${spaced}`, rule)).status).toBe(204);
});
afterAll(() => desk.close());

let her: Holder;
beforeEach(async () => {
  her = await desk.aHolder();
});

const NEXT = '2026-11-30';
const byBoth = (send: (more: object) => Promise<Answer>): Promise<Answer> =>
  byTwo(desk, send, { username: desk.manager.username, reason: '医生看过，可以再做一次' });
/** Paid with money: her sessions are kept for another time. */
const lines = () => ({
  ...{ lines: [desk.line({ itemId: spaced })], keepSessions: [her.itemId] },
});
const walksIn = async (): Promise<BillView> =>
  taken(await desk.edit(await desk.open({ customerId: her.id }), lines()));
const cash = (bill: BillView) => [{ kind: 'cash', amountFen: bill.payFen }] as const;
const pays = (bill: BillView, more: object = {}): Promise<Answer> =>
  desk.pay(bill, cash(bill), more);
const uses = (more: object = {}): Promise<Answer> =>
  desk.post(desk.desk, `/staff/clients/${her.id}/session-uses`, {
    ...{ storeId: desk.store.id, serviceId: spaced, useSession: 'auto' },
    ...{ slipNo: aKey().slice(0, 20), ...more },
  });
/** Waits for her tap. */
const asked = async (bill: BillView): Promise<BillView> =>
  taken(await desk.act(bill, 'ask', { tenders: cash(bill) }));
const taps = ({ id, version }: BillView): Promise<Answer> =>
  desk.post(her, `/client/bills/${id}/confirm`, { version });
const books = (day: string, hour: string): Promise<Answer> =>
  book(desk.api, her.token, desk.salon.wish(desk.store.at(day, hour)));

function expectTooSoon(answer: Answer): void {
  expect([answer.status, codeOf(answer)]).toEqual([409, 'CARE_CONTRAINDICATED']);
  expect((answer.body as Findings).findings).toMatchObject([
    { kind: 'interval', serviceId: spaced, earliestOn: NEXT },
  ]);
}

describe('days between two treatments', () => {
  it('count for a walk-in after a walk-in, unless two people answer for it', async () => {
    taken(await pays(await walksIn()));
    const again = await walksIn();
    expectTooSoon(await pays(again));
    expect(await desk.bill(again.id)).toMatchObject({ state: 'open', tenders: [] });
    expect(taken(await byBoth((more) => pays(again, more))).state).toBe('paid');
  });

  it('count for a bill that waits for her tap', async () => {
    taken(await pays(await walksIn()));
    const bill = await walksIn();
    const asks = (more: object = {}) => desk.act(bill, 'ask', { tenders: cash(bill), ...more });
    expectTooSoon(await asks());
    const { version } = taken(await byBoth(asks));
    const tap = await desk.post(her, `/client/bills/${bill.id}/confirm`, { version });
    expect(taken(tap).state).toBe('paid');
  });

  it('count for a session that is used after another, unless two people answer for it', async () => {
    taken(await uses());
    expectTooSoon(await uses());
    taken(await byBoth(uses));
  });

  it.each([
    ['was paid without a visit', async () => void taken(await pays(await walksIn()))],
    ['was used at the desk', async () => void taken(await uses())],
  ])('count from what %s, for whatever comes next', async (_what, first) => {
    await first();
    expectTooSoon(await uses());
    expectTooSoon(await pays(await walksIn()));
    expectTooSoon(await books('2026-11-29', '11:00'));
  });

  it.each([
    ['are paid', () => [pays, pays] as const],
    ['are paid and used', () => [pays, () => uses()] as const],
    ['are paid and tapped', () => [pays, taps] as const],
  ])('count between two that %s at once: each waits for the other', async (_what, deeds) => {
    const bills = [await walksIn(), await walksIn()] as const;
    const [one, two] = deeds();
    const second = two === taps ? await asked(bills[1]) : bills[1];
    const files = desk.api.app.get(CustomerRepository, { strict: false });
    // Both have come as far as her file when it is let go.
    const answers = await meanwhile(
      desk.api,
      (tx) => files.lockActive(tx, her.id),
      () => [one(bills[0]), two(second)],
    );
    const codes = answers.map((answer) => codeOf(answer) ?? 'done').sort();
    expect(codes).toEqual(['CARE_CONTRAINDICATED', 'done']);
  });

  it('count between two visits that she moves at once', async () => {
    const { api, store } = desk;
    const files = api.app.get(CustomerRepository, { strict: false });
    const booked = async (day: string) => taken<Visit>(await books(day, '12:00'));
    const [one, two] = [await booked('2026-11-24'), await booked('2026-12-02')];
    const moves = ({ id }: Visit, day: string): Promise<Answer> =>
      desk.post(her, `/client/appointments/${id}/reschedule`, { start: store.at(day, '13:00') });
    const answers = await meanwhile(
      api,
      (tx) => files.lockActive(tx, her.id),
      () => [moves(one, '2026-11-25'), moves(two, '2026-12-01')],
    );
    const codes = answers.map((answer) => codeOf(answer) ?? 'moved').sort();
    expect(codes).toEqual(['CARE_CONTRAINDICATED', 'moved']);
  });

  it('count from a visit for what is done without one', async () => {
    taken(await books(TODAY, '11:00'));
    expectTooSoon(await uses());
    expectTooSoon(await pays(await walksIn()));
  });

  it('are over on the day that was named', async () => {
    taken(await uses());
    taken(await books(NEXT, '11:00'));
  });

  it.each([
    [
      'bill that was reversed',
      async () => {
        const bill = taken(await pays(await walksIn()));
        taken(await desk.act(bill, 'reverse', { reason: '开错了人' }, desk.manager));
      },
    ],
    [
      'use that was undone',
      async () => {
        const { id } = taken<SessionUse>(await uses());
        const path = `/staff/session-uses/${id}/reverse`;
        taken(await desk.post(desk.manager, path, { reason: '点错了人' }));
      },
    ],
  ])('do not count from a %s', async (_what, undone) => {
    await undone();
    taken(await uses());
  });

  it('count from what is billed beside a visit, which its own record does not deviate by', async () => {
    const booked = await aService(desk.api, desk.store);
    const { staffId } = desk.therapist;
    const start = desk.store.at(TODAY, '15:00');
    const wish = { storeId: desk.store.id, start, services: [{ serviceId: booked, staffId }] };
    const { id } = taken<Visit>(await book(desk.api, her.token, wish));
    const bill = taken(await desk.edit(await desk.open({ appointmentId: id }), lines()));
    taken(await pays(bill, { completeVisit: true }));
    expectTooSoon(await uses());
    const done = [booked, spaced].map((serviceId) => ({ serviceId, parameters: [] }));
    const record = { ...A_TREATMENT, done, reaction: 'none', reactionWords: '', products: [] };
    const plain = { ...record, advice: '', homeCare: '', staffNote: '' };
    const written = await desk.post(desk.manager, `/staff/appointments/${id}/treatment`, plain);
    expect(taken<VisitTreatment>(written).versions[0]?.contents.deviatesFrom).toEqual([]);
  });

  it('do not count twice for a visit whose bill takes a session', async () => {
    const { id } = taken<Visit>(await books(TODAY, '17:00'));
    const bill = taken(
      await desk.edit(await desk.open({ appointmentId: id }), {
        lines: [desk.line({ itemId: spaced })],
      }),
    );
    const code = await desk.code(her);
    taken(await desk.pay(bill, [], { completeVisit: true, code }));
    const done = [{ serviceId: spaced, parameters: [] }];
    const record = { ...A_TREATMENT, done, reaction: 'none', reactionWords: '', products: [] };
    const plain = { ...record, advice: '', homeCare: '', staffNote: '' };
    const written = await desk.post(desk.manager, `/staff/appointments/${id}/treatment`, plain);
    expect(taken<VisitTreatment>(written).versions[0]?.contents.deviatesFrom).toEqual([]);
  });
});

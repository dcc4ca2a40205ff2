import type { TestApi } from '../../../support/an-api.js';
import { TODAY, aStore } from '../../../support/given/index.js';
import { aDeskAt, taken, type BillView, type Desk } from '../../checkout/a-desk.js';
import { aClerk, yuan } from '../../membership/a-counter.js';
import { count, recorded, type Given, type Write } from './writes.js';

/** One for an API: its people sign in once. */
const desks = new WeakMap<TestApi, Promise<Desk>>();

const at =
  (given: (desk: Desk, api: TestApi) => Promise<Write>): Given =>
  async (api) => {
    const desk = desks.get(api) ?? aDeskAt(api);
    desks.set(api, desk);
    return given(await desk, api);
  };

const cash = (amountFen: number) => [{ kind: 'cash', amountFen }] as const;

/** An act of a bill, by whom, on one that is ready for it. */
const billAct = (
  act: string,
  recordedAs: string,
  given: (desk: Desk) => Promise<{ bill: BillView; body?: object; token?: string }>,
): readonly [string, Given] => [
  `POST /api/staff/bills/:billId/${act}`,
  at(async (desk, api) => {
    const { bill, body = {}, token = desk.manager.token } = await given(desk);
    const version = { version: bill.version };
    return {
      ...{ path: `/staff/bills/${bill.id}/${act}`, token },
      ...{ body: { ...version, ...body }, other: { ...version, ...body, version: 99 } },
      effects: () => recorded(api, `bill.${recordedAs}`, bill.id),
    };
  }),
];

const paid = async (desk: Desk): Promise<BillView> =>
  taken(await desk.pay(await desk.written(), cash(yuan(200))));

const asked = async (desk: Desk): Promise<{ bill: BillView; token: string }> => {
  const member = await desk.aMember();
  const bill = await desk.written({ customerId: member.id });
  const tenders = [{ kind: 'stored_value', amountFen: yuan(200) }];
  return { bill: taken(await desk.act(bill, 'ask', { tenders })), token: member.token };
};

/** A bill that she paid and says was wrong. */
const disputed = async (desk: Desk): Promise<BillView> => {
  const { bill, token } = await asked(desk);
  taken(await desk.post({ token }, `/client/bills/${bill.id}/confirm`, { version: bill.version }));
  taken(await desk.post({ token }, `/client/bills/${bill.id}/dispute`, { note: '没做' }));
  return desk.bill(bill.id);
};

/** Writes about bills and the till, at a desk of their own. */
export const CHECKOUT_WRITES: readonly (readonly [string, Given])[] = [
  [
    'POST /api/staff/bills',
    at(async (desk, api) => {
      const { id: customerId } = await desk.aMember();
      const body = { storeId: desk.store.id, customerId, note: '靠窗' };
      return {
        ...{ path: '/staff/bills', token: desk.desk.token },
        ...{ body, other: { ...body, note: '别的' } },
        effects: () => count(api, 'FROM bill WHERE customer_id = ?', [customerId]),
      };
    }),
  ],
  billAct('park', 'park', async (desk) => ({ bill: await desk.written() })),
  billAct('resume', 'resume', async (desk) => ({
    bill: taken(await desk.act(await desk.written(), 'park')),
  })),
  billAct('void', 'void', async (desk) => ({
    ...{ bill: await desk.written(), body: { reason: '点错了' } },
  })),
  billAct('ask', 'ask', async (desk) => ({
    bill: await desk.written({ customerId: (await desk.aMember()).id }),
    body: { tenders: cash(yuan(200)) },
  })),
  billAct('pay', 'pay', async (desk) => ({
    ...{ bill: await desk.written(), body: { tenders: cash(yuan(200)) } },
  })),
  billAct('reverse', 'reverse', async (desk) => ({
    ...{ bill: await paid(desk), body: { reason: '开错了' } },
  })),
  billAct('settle', 'settle', async (desk) => ({
    ...{ bill: await disputed(desk), body: { reason: '当面核对过' } },
  })),
  [
    'POST /api/staff/bills/:billId/copy',
    at(async (desk, api) => {
      const bill = await paid(desk);
      taken(await desk.act(bill, 'reverse', { reason: '开错了' }, desk.manager));
      return {
        ...{ path: `/staff/bills/${bill.id}/copy`, token: desk.desk.token },
        ...{ body: {}, other: { a: 1 } },
        effects: () => count(api, 'FROM bill WHERE copy_of = ?', [bill.id]),
      };
    }),
  ],
  [
    'POST /api/client/bills/:billId/confirm',
    at(async (desk, api) => {
      const { bill, token } = await asked(desk);
      return {
        ...{ path: `/client/bills/${bill.id}/confirm`, token },
        ...{ body: { version: bill.version }, other: { version: 99 } },
        effects: () => recorded(api, 'bill.pay', bill.id),
      };
    }),
  ],
  [
    'POST /api/client/bills/:billId/dispute',
    at(async (desk, api) => {
      const { bill, token } = await asked(desk);
      const tap = { version: bill.version };
      taken(await desk.post({ token }, `/client/bills/${bill.id}/confirm`, tap));
      return {
        ...{ path: `/client/bills/${bill.id}/dispute`, token },
        ...{ body: { note: '没做' }, other: { note: '不是我' } },
        effects: () => recorded(api, 'bill.dispute', bill.id),
      };
    }),
  ],
  [
    'POST /api/staff/clients/:id/debt-payments',
    at(async (desk, api) => {
      const { id } = await desk.aMember();
      const bill = await desk.written({ customerId: id });
      const debt = { kind: 'debt' as const, amountFen: yuan(200) };
      taken(await desk.pay(bill, [debt], {}, desk.manager));
      const body = { storeId: desk.store.id, kind: 'cash', amountFen: yuan(50) };
      return {
        ...{ path: `/staff/clients/${id}/debt-payments`, token: desk.desk.token },
        ...{ body, other: { ...body, amountFen: yuan(60) } },
        effects: () => count(api, 'FROM debt_payment WHERE customer_id = ?', [id]),
      };
    }),
  ],
  [
    'POST /api/staff/till-shifts',
    at(async (_, api) => {
      const { id: storeId } = await aStore(api);
      const clerk = await aClerk(api, 'desk', [storeId]);
      const body = { storeId, floatFen: yuan(500) };
      return {
        ...{ path: '/staff/till-shifts', token: clerk.token },
        ...{ body, other: { ...body, floatFen: 0 } },
        effects: () => count(api, 'FROM till_shift WHERE store_id = ?', [storeId]),
      };
    }),
  ],
  [
    'POST /api/staff/till-shifts/:shiftId/close',
    at(async (desk, api) => {
      const { id: storeId } = await aStore(api);
      const clerk = await aClerk(api, 'desk', [storeId]);
      const shift = await desk.post(clerk, '/staff/till-shifts', { storeId, floatFen: 0 });
      const { id } = taken<{ id: string }>(shift);
      return {
        ...{ path: `/staff/till-shifts/${id}/close`, token: clerk.token },
        ...{ body: { counts: [] }, other: { counts: [{ tender: 'cash', countedFen: 0 }] } },
        effects: () => recorded(api, 'till.closed', id),
      };
    }),
  ],
  [
    'POST /api/staff/daily-close',
    at(async (_, api) => {
      const { id: storeId } = await aStore(api);
      const clerk = await aClerk(api, 'manager', [storeId]);
      const body = { storeId, date: TODAY, counts: [] };
      return {
        ...{ path: '/staff/daily-close', token: clerk.token },
        ...{ body, other: { ...body, counts: [{ tender: 'cash', countedFen: 0 }] } },
        effects: () => count(api, 'FROM daily_close WHERE store_id = ?', [storeId]),
      };
    }),
  ],
];

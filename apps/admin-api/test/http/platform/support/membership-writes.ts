import { newId } from '../../../../src/platform/ids/index.js';
import type { TestApi } from '../../../support/an-api.js';
import { PASSWORD, aClient } from '../../../support/people.js';
import {
  SIGNATURE,
  aClerk,
  aCounterAt,
  startTopUp,
  yuan,
  type Counter,
  type Member,
  type Refund,
  type Spend,
} from '../../membership/a-counter.js';
import { count, recorded, type Given, type Write } from './writes.js';

/** One for an API: its people sign in once. */
const counters = new WeakMap<TestApi, Promise<Counter>>();

export function counterOf(api: TestApi): Promise<Counter> {
  const counter = counters.get(api) ?? aCounterAt(api);
  counters.set(api, counter);
  return counter;
}

const at =
  (given: (counter: Counter, api: TestApi) => Promise<Write>): Given =>
  async (api) =>
    given(await counterOf(api), api);

const codeOf = async (counter: Counter, client: { readonly token: string }): Promise<string> =>
  (await counter.get<{ code: string }>(client, '/client/member-code')).code;

const spentBy = async (counter: Counter, { id }: Member): Promise<string> =>
  ((await counter.charge(id, yuan(100))).body as Spend).id;

const WISH = { cause: 'own_reason', amountFen: yuan(1000), reason: '搬家了' };
const OTHER_WISH = { ...WISH, reason: '不想做了' };

/** A refund of cash that was asked for at the desk: nothing but the salon changes it. */
async function aRefund(counter: Counter): Promise<{ member: Member; id: string }> {
  const member = await counter.aMember();
  const body = { ...WISH, storeId: counter.store.id };
  const asked = await counter.post(counter.desk, `/staff/clients/${member.id}/refunds`, body);
  return { member, id: (asked.body as Refund).id };
}

const decided = (step: 'approve' | 'reject', action: string, body: object, other: object): Given =>
  at(async (counter, api) => {
    const { member, id } = await aRefund(counter);
    return {
      ...{ path: `/staff/stored-value-refunds/${id}/${step}`, token: counter.finance.token },
      ...{ body, other, effects: () => recorded(api, action, member.id) },
    };
  });

/** What the client does on her phone. */
const ON_PHONE: readonly (readonly [string, Given])[] = [
  [
    'POST /api/client/contracts/:contractId/sign',
    at(async (counter, api) => {
      const member = await counter.aMember();
      const { items } = await counter.get<{ items: { id: string }[] }>(member, '/client/contracts');
      const id = items[0]?.id ?? '';
      return {
        ...{ path: `/client/contracts/${id}/sign`, token: member.token },
        body: { signature: SIGNATURE },
        other: { signature: { ...SIGNATURE, strokes: [[1, 2, 3, 4]] } },
        effects: () => recorded(api, 'contract.signed', id),
      };
    }),
  ],
  [
    'POST /api/client/orders/:orderNo/pay',
    at(async (counter, api) => {
      const { token, id } = await aClient(api);
      const plan = await counter.aPlan();
      const { orderNo } = await startTopUp(counter, { token }, { planId: plan.id });
      return {
        ...{ path: `/client/orders/${orderNo}/pay`, token, body: {}, other: { a: 1 } },
        effects: () => count(api, 'FROM payment_order WHERE customer_id = ?', [id]),
      };
    }),
  ],
  [
    'POST /api/client/top-ups',
    at(async (counter, api) => {
      const { token, id } = await aClient(api);
      const [plan, other] = [await counter.aPlan(), await counter.aPlan()];
      return {
        ...{ path: '/client/top-ups', token, body: { planId: plan.id, signature: SIGNATURE } },
        other: { planId: other.id, signature: SIGNATURE },
        effects: () => count(api, 'FROM top_up WHERE customer_id = ?', [id]),
      };
    }),
  ],
  [
    'POST /api/client/wallet/refunds',
    at(async (counter, api) => {
      const { token, id } = await counter.aMember();
      return {
        ...{ path: '/client/wallet/refunds', token, body: WISH, other: OTHER_WISH },
        effects: () => recorded(api, 'refund.requested', id),
      };
    }),
  ],
  [
    'POST /api/client/wallet/refunds/:refundId/withdraw',
    at(async (counter, api) => {
      const { member, id } = await aRefund(counter);
      return {
        ...{ path: `/client/wallet/refunds/${id}/withdraw`, token: member.token },
        ...{ body: {}, other: { a: 1 } },
        effects: () => recorded(api, 'refund.withdrawn', member.id),
      };
    }),
  ],
  [
    'POST /api/client/wallet/spends/:spendId/dispute',
    at(async (counter, api) => {
      const member = await counter.aMember();
      const id = await spentBy(counter, member);
      return {
        ...{ path: `/client/wallet/spends/${id}/dispute`, token: member.token },
        ...{ body: { note: '我没有做这个项目' }, other: { note: '金额不对' } },
        effects: () => recorded(api, 'wallet.spend_disputed', member.id),
      };
    }),
  ],
];

/** What the desk does with a client's wallet. */
const AT_DESK: readonly (readonly [string, Given])[] = [
  [
    'POST /api/staff/clients/:id/freeze',
    at(async (counter, api) => {
      const [{ id }, storeId] = [await counter.aMember(), counter.store.id];
      return {
        ...{ path: `/staff/clients/${id}/freeze`, token: counter.desk.token },
        ...{ body: { storeId, reason: '手机丢了' }, other: { storeId, reason: '核实身份' } },
        effects: () => recorded(api, 'wallet.frozen', id),
      };
    }),
  ],
  [
    'POST /api/staff/clients/:id/unfreeze',
    at(async (counter, api) => {
      const [{ id }, storeId] = [await counter.aMember(), counter.store.id];
      const freeze = { storeId, reason: '手机丢了' };
      await counter.post(counter.desk, `/staff/clients/${id}/freeze`, freeze);
      return {
        ...{ path: `/staff/clients/${id}/unfreeze`, token: counter.desk.token },
        ...{ body: { storeId, reason: '手机找到了' }, other: { storeId, reason: '换了手机' } },
        effects: () => recorded(api, 'wallet.released', id),
      };
    }),
  ],
  [
    'POST /api/staff/clients/:id/refunds',
    at(async (counter, api) => {
      const [{ id }, storeId] = [await counter.aMember(), counter.store.id];
      return {
        ...{ path: `/staff/clients/${id}/refunds`, token: counter.desk.token },
        ...{ body: { ...WISH, storeId }, other: { ...OTHER_WISH, storeId } },
        effects: () => recorded(api, 'refund.requested', id),
      };
    }),
  ],
  [
    'POST /api/staff/clients/:id/spends', // by the client's code
    at(async (counter, api) => {
      const member = await counter.aMember();
      const code = await codeOf(counter, member);
      const body = { storeId: counter.store.id, amountFen: yuan(10), title: '面部护理', code };
      return {
        ...{ path: `/staff/clients/${member.id}/spends`, token: counter.desk.token },
        ...{ body, other: { ...body, amountFen: yuan(11) } },
        effects: () => count(api, 'FROM wallet_spend WHERE customer_id = ?', [member.id]),
        secrets: () => Promise.resolve([code]),
      };
    }),
  ],
  [
    'POST /api/staff/clients/:id/spends', // on a signed slip
    at(async (counter, api) => {
      const [{ id }, slipNo] = [await counter.aMember(), `S-${newId()}`];
      const body = { storeId: counter.store.id, amountFen: yuan(10), title: '面部护理', slipNo };
      return {
        ...{ path: `/staff/clients/${id}/spends`, token: counter.desk.token },
        ...{ body, other: { ...body, amountFen: yuan(11) } },
        effects: () => count(api, 'FROM wallet_spend WHERE customer_id = ?', [id]),
      };
    }),
  ],
  [
    'POST /api/staff/clients/:id/top-ups',
    at(async (counter, api) => {
      const [{ id }, plan] = [await aClient(api), await counter.aPlan()];
      const body = { storeId: counter.store.id, planId: plan.id, tender: 'cash' };
      return {
        ...{ path: `/staff/clients/${id}/top-ups`, token: counter.desk.token },
        ...{ body, other: { ...body, tender: 'bank_card', reference: 'POS-778' } },
        effects: () => count(api, 'FROM top_up WHERE customer_id = ?', [id]),
      };
    }),
  ],
  [
    'POST /api/staff/clients/:id/transfers',
    at(async (counter, api) => {
      const [giver, taker] = [await counter.aMember(), await aClient(api)];
      const code = await codeOf(counter, giver);
      const body = {
        ...{ storeId: counter.store.id, toClientId: taker.id, amountFen: yuan(600) },
        ...{ reason: '送给妹妹', code, password: PASSWORD },
      };
      return {
        ...{ path: `/staff/clients/${giver.id}/transfers`, token: counter.desk.token },
        ...{ body, other: { ...body, amountFen: yuan(500) } },
        effects: () => count(api, 'FROM wallet_transfer WHERE from_customer_id = ?', [giver.id]),
        secrets: () => Promise.resolve([code, PASSWORD]),
      };
    }),
  ],
  [
    'POST /api/staff/member-code',
    at(async (counter) => {
      const member = await counter.aMember();
      const code = await codeOf(counter, member);
      const other = await codeOf(counter, await counter.aMember());
      return {
        ...{ path: '/staff/member-code', token: counter.desk.token },
        ...{ body: { code }, other: { code: other } },
        // It only looks; what it saw must not be found.
        effects: () => Promise.resolve(1),
        secrets: () => Promise.resolve([code]),
      };
    }),
  ],
];

/** What a manager, the second person and the owner do. */
const IN_OFFICE: readonly (readonly [string, Given])[] = [
  [
    'POST /api/staff/contract-texts',
    at(async (counter, api) => {
      const owner = await aClerk(api, 'owner', [counter.store.id]);
      // The words in force once more: other tests read them.
      const { items } = await counter.get<{ items: { title: string; body: string }[] }>(
        owner,
        '/staff/contract-texts',
      );
      const { title, body } = items[0] ?? { title: '', body: '' };
      return {
        ...{ path: '/staff/contract-texts', token: owner.token },
        ...{ body: { title, body }, other: { title: `${title}（新）`, body } },
        effects: () => count(api, 'FROM contract_text WHERE created_by = ?', [owner.staffId]),
      };
    }),
  ],
  [
    'POST /api/staff/opening-balances',
    at(async (counter, api) => {
      const file = await counter.post(counter.desk, '/staff/clients', { name: `王${newId()}` });
      const { memberNo } = file.body as { memberNo: string };
      const protocolNo = `QC-${newId()}`;
      const body = {
        ...{ storeId: counter.store.id, protocolNo, validEverywhere: true, dryRun: false },
        rows: [{ memberNo, principalFen: yuan(800), paidOn: '2025-03-01' }],
      };
      return {
        ...{ path: '/staff/opening-balances', token: counter.manager.token },
        ...{ body, other: { ...body, validEverywhere: false } },
        effects: () => count(api, 'FROM opening_batch WHERE protocol_no = ?', [protocolNo]),
      };
    }),
  ],
  [
    'POST /api/staff/spends/:spendId/reverse',
    at(async (counter, api) => {
      const member = await counter.aMember();
      const id = await spentBy(counter, member);
      return {
        ...{ path: `/staff/spends/${id}/reverse`, token: counter.manager.token },
        ...{ body: { reason: '扣错人' }, other: { reason: '扣错金额' } },
        effects: () => recorded(api, 'wallet.spend_reversed', member.id),
      };
    }),
  ],
  [
    'POST /api/staff/stored-value-plans',
    at(async (counter, api) => {
      const name = `储值${newId()}`;
      const body = {
        ...{ name, priceFen: yuan(1000), bonusFen: yuan(200), spendOrder: 'bonus_first' },
        ...{ validEverywhere: true, onPhone: true, storeIds: [counter.store.id] },
        ...{ refundTerms: '余额随时可退。', ownReasonBasis: 'list_price' },
        ...{ state: 'on_sale', sort: 1 },
      };
      return {
        ...{ path: '/staff/stored-value-plans', token: counter.manager.token },
        ...{ body, other: { ...body, bonusFen: yuan(300) } },
        effects: () => count(api, 'FROM stored_value_plan WHERE name = ?', [name]),
      };
    }),
  ],
  [
    'POST /api/staff/stored-value-refunds/:refundId/approve',
    decided('approve', 'refund.approved', { note: '核对过了' }, { note: '又看了一遍' }),
  ],
  [
    'POST /api/staff/stored-value-refunds/:refundId/items/:seq/pay-out',
    at(async (counter, api) => {
      const { member, id } = await aRefund(counter);
      await counter.post(counter.finance, `/staff/stored-value-refunds/${id}/approve`);
      const body = { way: 'bank_transfer', reference: '工行 20261123-01' };
      return {
        path: `/staff/stored-value-refunds/${id}/items/1/pay-out`,
        token: counter.finance.token,
        ...{ body, other: { ...body, reference: '工行 20261123-02' } },
        effects: () => recorded(api, 'refund.paid_out', member.id),
      };
    }),
  ],
  [
    'POST /api/staff/stored-value-refunds/:refundId/reject',
    decided('reject', 'refund.rejected', { reason: '资料不全' }, { reason: '再想想' }),
  ],
  [
    'POST /api/staff/stored-value-refunds/:refundId/withdraw',
    at(async (counter, api) => {
      const { member, id } = await aRefund(counter);
      return {
        path: `/staff/stored-value-refunds/${id}/withdraw`,
        ...{ token: counter.desk.token, body: {}, other: { a: 1 } },
        effects: () => recorded(api, 'refund.withdrawn', member.id),
      };
    }),
  ],
  [
    'POST /api/staff/top-ups/:topUpId/reverse',
    at(async (counter, api) => {
      const { id, topUp } = await counter.aMember();
      return {
        ...{ path: `/staff/top-ups/${topUp.id}/reverse`, token: counter.manager.token },
        ...{ body: { reason: '选错了方案' }, other: { reason: '收错了' } },
        effects: () => recorded(api, 'wallet.top_up_reversed', id),
      };
    }),
  ],
];

/** Writes about stored value, at a counter of their own. */
export const MEMBERSHIP_WRITES = [...ON_PHONE, ...AT_DESK, ...IN_OFFICE];

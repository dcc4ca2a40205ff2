import type { components } from '@yance/shared-types';
import { newId } from '../../../../src/platform/ids/index.js';
import { until } from '../../../../src/platform/testing/until.js';
import type { TestApi } from '../../../support/an-api.js';
import { aClient, aStaffToken } from '../../../support/people.js';
import { SIGNATURE } from '../../membership/a-counter.js';
import type { Right } from './right-values.js';

type Schemas = components['schemas'];

const PAID_FEN = 100_000;
const SPENT_FEN = 10_000;

/** What a plan is agreed to be. */
const PLAN = {
  ...{ priceFen: PAID_FEN, bonusFen: 20_000, spendOrder: 'bonus_first', validEverywhere: true },
  ...{ onPhone: true, refundTerms: '余额随时可退。', ownReasonBasis: 'list_price', sort: 1 },
} as const;

interface Holder {
  readonly id: string;
  readonly token: string;
}

/** A salon's client with stored value of every state that a call can be about. */
export interface HeldValue {
  readonly planId: string;
  /** By what stands before the id in the path. */
  readonly ids: Readonly<Record<string, string>>;
}

/**
 * Sells stored value in a store: to this client, who used a part and asks for the rest back, and to another one, to
 * whom it is on its way.
 * @throws Error when the API does not take one of the steps
 */
export async function heldValue(api: TestApi, storeId: string, client: Holder): Promise<HeldValue> {
  const owner = await aStaffToken(api, ['owner'], [storeId]);
  const plan = { ...PLAN, name: '充1000送200', state: 'on_sale', storeIds: [storeId] };
  const { id: planId } = await sent<Schemas['StaffPlanDto']>(
    ...([api, owner, '/staff/stored-value-plans', plan] as const),
  );
  const bought = await aPaidTopUp(api, client, planId);
  const spend = await sent<Schemas['SpendDto']>(
    ...([api, owner, `/staff/clients/${client.id}/spends`] as const),
    { storeId, amountFen: SPENT_FEN, title: '面部护理', slipNo: newId() },
  );
  const refundId = await aRefund(api, client);
  const leaving = await aClient(api);
  const { orderNo } = await aPaidTopUp(api, leaving, planId);
  const approved = `/staff/stored-value-refunds/${await aRefund(api, leaving)}/approve`;
  await sent(api, owner, approved, {});
  return {
    planId,
    ids: {
      ...{ 'payment-orders': bought.orderNo, orders: bought.orderNo, contracts: bought.contractId },
      ...{ 'top-ups': bought.topUpId, spends: spend.id, refunds: refundId, items: '1' },
      ...{ 'stored-value-refunds': refundId, 'stored-value-plans': planId },
      ...{
        'visit-reminders': storeId,
        'membership-settings': storeId,
        transactions: await entryOf(api, spend.id),
      },
      'payment-refunds': await refundNoOf(api, orderNo),
    },
  };
}

/** The right values of the members that are about stored value, of these two files of one salon. */
export async function valuesOfWallets(
  api: TestApi,
  staff: string,
  { planId }: HeldValue,
  [giver, taker]: readonly [Holder, { readonly id: string; readonly memberNo: string }],
  storeId: string,
): Promise<Right> {
  const texts = await api.call('/staff/contract-texts', { token: staff });
  const [text] = (texts.body as Schemas['ContractTextListDto']).items;
  const shown = await api.call('/client/member-code', { token: giver.token });
  const { code } = shown.body as Schemas['MemberCodeDto'];
  const paid = { principalFen: 100, bonusFen: 10, originalPriceFen: 200, paidOn: '2025-03-01' };
  return {
    ...{ ...PLAN, storeIds: [storeId], planId, contractTextId: text?.id, toClientId: taker.id },
    ...{ amountFen: SPENT_FEN, listPriceFen: SPENT_FEN, cause: 'own_reason', month: '2026-11' },
    ...{ to: '2026-12-31', stuck: 'false', signature: SIGNATURE, tender: 'cash', way: 'cash' },
    ...{ reference: 'HD-0001', slipNo: 'S-0001', title: text?.title, body: text?.body },
    packageCapFen: 10_000_000,
    ...{ cardCapFen: 10_000_000, coolingOffDays: 7, originalWayDays: 180, dryRun: true },
    ...{ cashRefundMostFen: 50_000, reversalSameDayOnly: true, slipAllowed: true },
    ...{
      noShowUsesSession: false,
      signBeforePaying: false,
      protocolNo: 'QC-0001',
      confirmed: true,
    },
    rows: [{ memberNo: taker.memberNo, ...paid }],
    outcome: 'returned',
    'GET /api/staff/payment-orders state': 'paid',
    'GET /api/staff/payment-refunds state': 'success',
    'GET /api/staff/stored-value-refunds state': 'requested',
    'POST /api/staff/stored-value-plans state': 'on_sale',
    'PATCH /api/staff/stored-value-plans/{planId} state': 'on_sale',
    // Of what was read last; other calls may have changed it by then.
    'POST /api/client/top-ups offerHash': undefined,
    'POST /api/staff/clients/{id}/top-ups planVersion': undefined,
    'POST /api/staff/member-code code': code,
    'POST /api/staff/clients/{id}/transfers code': code,
  };
}

/** A request that has to be taken. */
async function sent<T>(api: TestApi, token: string, path: string, body: object): Promise<T> {
  const headers = { 'idempotency-key': newId() };
  const answer = await api.call(path, { token, body, headers });
  if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
  return answer.body as T;
}

async function aPaidTopUp(
  api: TestApi,
  { token }: Holder,
  planId: string,
): Promise<Schemas['StartedTopUpDto']> {
  const begun = await sent<Schemas['StartedTopUpDto']>(api, token, '/client/top-ups', {
    ...{ planId, signature: SIGNATURE },
  });
  const prepayId = begun.pay.package.replace('prepay_id=', '');
  await api.control('cashier', { prepayId, outcome: 'success' });
  await until('the top-up is credited', async () => {
    const sql = 'SELECT state FROM top_up WHERE id = ?';
    return (await api.database.row<{ state: string }>(sql, [begun.topUpId]))?.state === 'paid';
  });
  return begun;
}

/** Asks for all that goes back for a reason of one's own. */
async function aRefund(api: TestApi, { token }: Holder): Promise<string> {
  const { body } = await api.call('/client/wallet/refund-quote', { token });
  const cause = 'own_reason';
  const amountFen = (body as Schemas['RefundQuoteDto']).bases.find(
    (basis) => basis.cause === cause,
  )?.amountFen;
  const wish = { cause, amountFen, reason: '搬家了' };
  return (await sent<{ id: string }>(api, token, '/client/wallet/refunds', wish)).id;
}

async function entryOf(api: TestApi, spendId: string): Promise<string> {
  const sql = 'SELECT entry_no AS no FROM ledger_tx WHERE biz_key = ?';
  return (await api.database.row<{ no: string }>(sql, [spendId]))?.no ?? '';
}

async function refundNoOf(api: TestApi, orderNo: string): Promise<string> {
  const sql = 'SELECT refund_no AS no FROM payment_refund WHERE order_no = ?';
  return (await api.database.row<{ no: string }>(sql, [orderNo]))?.no ?? '';
}

import type { components } from '@yance/shared-types';
import { newId } from '../../../../src/platform/ids/index.js';
import type { TestApi } from '../../../support/an-api.js';
import { PASSWORD, aStaffToken, anAccount } from '../../../support/people.js';
import type { Right } from './right-values.js';

type Bill = components['schemas']['BillDto'];

/** Who and what a bill is about. */
interface Served {
  readonly storeId: string;
  readonly serviceId: string;
  readonly staffId: string;
  readonly customerId: string;
}

/** Bills and a shift that a call can be about. */
export interface GivenBills {
  /** By what stands before the id in the path, or by a call and that. */
  readonly ids: Readonly<Record<string, string>>;
  readonly values: Right;
}

const linesOf = ({ serviceId, staffId }: Served) => [
  {
    ...{ kind: 'service', itemId: serviceId, quantity: 1, note: '短发' },
    staff: [{ staffId, sharePermille: 1000 }],
    discount: { kind: 'manual', amountFen: 100, reason: '等候较久' },
  },
];

/** Opens a bill at the desk and one that waits for the client. @throws Error when the API does not take a step */
export async function givenBills(api: TestApi, served: Served): Promise<GivenBills> {
  const { storeId, customerId } = served;
  const token = await aStaffToken(api, ['owner'], [storeId]);
  const send = async <T>(path: string, body: object, method: 'POST' | 'PATCH' = 'POST') => {
    const headers = { 'idempotency-key': newId() };
    const answer = await api.call(path, { method, token, body, headers });
    if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
    return answer.body as T;
  };
  const open = await send<Bill>('/staff/bills', { storeId });
  const waiting = await send<Bill>('/staff/bills', { storeId, customerId });
  const path = `/staff/bills/${waiting.id}`;
  const lines = linesOf(served);
  const written = await send<Bill>(path, { version: waiting.version, lines }, 'PATCH');
  // Her package may cover all of it.
  const tenders = written.payFen > 0 ? [{ kind: 'cash', amountFen: written.payFen }] : [];
  const asked = await send<Bill>(`${path}/ask`, { version: written.version, tenders });
  const shift = await send<{ id: string }>('/staff/till-shifts', { storeId, floatFen: 0 });
  const { username } = await anAccount(api, ['manager'], [storeId]);
  const ofClient = ['GET /api/client/bills/{billId}', 'POST /api/client/bills/{billId}/confirm'];
  return {
    ids: {
      ...{ bills: open.id, 'till-shifts': shift.id },
      ...Object.fromEntries(ofClient.map((call) => [`${call} bills`, waiting.id])),
      'POST /api/client/bills/{billId}/dispute bills': waiting.id,
    },
    values: {
      ...valuesOfBills(lines, { username, password: PASSWORD }),
      'POST /api/client/bills/{billId}/confirm version': asked.version,
      'POST /api/staff/bills customerId': customerId,
    },
  };
}

/** The right values of the members that are about bills and the till. */
function valuesOfBills(lines: object[], approver: object): Right {
  const paycode = { kind: 'paycode', channel: 'wechat', reference: 'WX-20261123' };
  // All that a tender may have, on a bill that was changed meanwhile: it is looked at and not taken.
  const tenders = [{ ...paycode, amountFen: 100, givenFen: 100, points: 100, note: '扫码' }];
  const debt = 'POST /api/staff/clients/{id}/debt-payments';
  return {
    ...{ lines, approver, completeVisit: false, floatFen: 50_000 },
    'POST /api/staff/bills/{billId}/ask tenders': tenders,
    'POST /api/staff/bills/{billId}/pay tenders': tenders,
    ...{ counts: [{ tender: 'cash', countedFen: 0, reason: '零钱' }] },
    ...{ deskDiscountPermille: 100, managerDiscountPermille: 300 },
    ...{ ownerDiscountPermille: 1000, complimentaryMonthFen: 200_000 },
    ...{ mostCoupons: 3, keepCoupons: [], keepSessions: [] },
    'GET /api/staff/bills state': 'open',
    'POST /api/staff/bills/{billId}/ask version': 999,
    'POST /api/staff/bills/{billId}/pay version': 999,
    ...Object.fromEntries(
      Object.entries(paycode).map(([member, value]) => [`${debt} ${member}`, value]),
    ),
    'POST /api/staff/clients/{id}/debt-payments amountFen': 100,
  };
}

import { json, type Outcome } from '../http/outcome.js';
import type { BillDesk } from './bills/bill-desk.js';
import { certificateList } from './certificates.js';
import type { PayEndpoint } from './endpoint.js';
import type { KeyRing } from './keys/key-ring.js';
import type { OrderDesk } from './orders/order-desk.js';
import type { Prepay } from './orders/prepay.js';
import type { RefundDesk } from './refunds/refund-desk.js';
import type { PaySettings } from './settings.js';

const NO_CONTENT: Outcome = { status: 204, contentType: '', body: '' };
const ORDERS = '/v3/pay/transactions';
const REFUNDS = '/v3/refund/domestic/refunds';

export interface PayDesks {
  readonly prepay: Prepay;
  readonly orders: OrderDesk;
  readonly refunds: RefundDesk;
  readonly bills: BillDesk;
  readonly keys: KeyRing;
  settings(): PaySettings;
}

/** Every interface of WeChat Pay that is simulated. */
export function payEndpoints(desks: PayDesks): PayEndpoint[] {
  const { prepay, orders, refunds, bills } = desks;
  return [
    post(`${ORDERS}/jsapi`, ({ body }) => prepay.answer(body)),
    get(`${ORDERS}/out-trade-no/{out_trade_no}`, ({ params, query }) =>
      orders.byOutTradeNo(params['out_trade_no'] ?? '', query['mchid']),
    ),
    get(`${ORDERS}/id/{transaction_id}`, ({ params, query }) =>
      orders.byTransactionId(params['transaction_id'] ?? '', query['mchid']),
    ),
    {
      method: 'POST',
      path: `${ORDERS}/out-trade-no/{out_trade_no}/close`,
      answer: ({ params, body }) => {
        orders.close(params['out_trade_no'] ?? '', body);
        return NO_CONTENT;
      },
    },
    post(REFUNDS, ({ body }) => refunds.create(body)),
    get(`${REFUNDS}/{out_refund_no}`, ({ params }) => refunds.query(params['out_refund_no'] ?? '')),
    post(`${REFUNDS}/{refund_id}/apply-abnormal-refund`, ({ params, body, serial }) =>
      refunds.applyAbnormal(params['refund_id'] ?? '', body, serial),
    ),
    get('/v3/bill/tradebill', ({ query }) => bills.tradeBill(query)),
    get('/v3/bill/fundflowbill', ({ query }) => bills.fundFlowBill(query)),
    {
      method: 'GET',
      path: '/v3/billdownload/file',
      unsigned: true,
      answer: ({ query }) => bills.file(query['token']),
    },
    get('/v3/certificates', () => certificateList(desks.keys, desks.settings().certificates)),
  ];
}

type Answer = (call: Parameters<PayEndpoint['answer']>[0]) => object;

function get(path: string, answer: Answer): PayEndpoint {
  return { method: 'GET', path, answer: (call) => json(200, answer(call)) };
}

function post(path: string, answer: Answer): PayEndpoint {
  return { method: 'POST', path, answer: (call) => json(200, answer(call)) };
}

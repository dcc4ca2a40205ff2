import type { FastifyInstance } from 'fastify';

import { yuan } from '../pay/bills/bill-text.js';
import type { PayOrder } from '../pay/orders/pay-orders.js';
import type { PaySide } from '../pay/pay-side.js';
import { queryOf } from '../http/raw-body.js';
import { html, type Html } from './html.js';
import { sendPage } from './page.js';

const STYLE = `
:root { color: #2a2523; background: #faf7f4; font: 16px/1.6 'PingFang SC', 'Noto Sans CJK SC', system-ui, sans-serif; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 420px; padding: 40px 20px; text-align: center; }
h1 { font-size: 17px; font-weight: 500; margin: 0; }
.amount { font-size: 40px; font-weight: 600; margin: 8px 0 24px; font-variant-numeric: tabular-nums; }
dl { background: #fff; border-radius: 12px; margin: 0 0 24px; padding: 12px 16px; text-align: left; }
dl div { display: grid; grid-template-columns: 76px 1fr; padding: 4px 0; }
dt { color: #736965; }
dd { margin: 0; overflow-wrap: anywhere; }
button { display: block; width: 100%; min-height: 48px; margin: 0 0 12px; border: 1px solid #d9cfc9; border-radius: 12px; background: #fff; color: inherit; font: inherit; cursor: pointer; }
button.main { background: #8f4a52; border-color: #8f4a52; color: #fff; }
button:disabled { opacity: .5; cursor: default; }
button:focus-visible { outline: 3px solid #c58b92; outline-offset: 2px; }
#said { min-height: 26px; margin: 8px 0 0; }
.lead { color: #736965; font-size: 13px; }
`;

/** Tells the choice to the sandbox, then to whoever opened the page. */
const SCRIPT = `
const asked = new URLSearchParams(location.search);
const prepayId = asked.get('prepayId');
const said = document.getElementById('said');
const buttons = [...document.querySelectorAll('button')];
for (const button of buttons) button.addEventListener('click', () => choose(button.value));
async function choose(outcome) {
  for (const button of buttons) button.disabled = true;
  said.textContent = '请稍候…';
  let answer;
  try {
    answer = await fetch('/_sandbox/cashier', { method: 'POST', body: JSON.stringify({ prepayId, outcome }) });
  } catch {
    for (const button of buttons) button.disabled = false;
    said.textContent = '连接不上微信沙箱，请再试一次。';
    return;
  }
  const body = await answer.json();
  const errMsg = answer.ok ? body.errMsg : 'requestPayment:fail ' + body.errors[0].message;
  said.textContent = answer.ok ? { success: '支付成功', cancel: '已取消支付', fail: '支付失败' }[outcome] : body.errors[0].message;
  tell({ type: 'wechat-sandbox-cashier', prepayId, outcome, errMsg });
}
function tell(result) {
  if (window.opener) { window.opener.postMessage(result, '*'); window.close(); }
  else if (window.parent !== window) window.parent.postMessage(result, '*');
}
`;

/** GET /cashier?prepayId=: what WeChat shows on the phone when wx.requestPayment is called. */
export function cashierPageRoutes(app: FastifyInstance, pay: PaySide): void {
  app.get('/cashier', (request, reply) => {
    const { prepayId = '' } = queryOf(request);
    const order = pay.orders.withPrepayId(prepayId);
    const obstacle = pay.cashier.obstacle(prepayId);
    const main = order === undefined ? html`` : bill(order, pay.keys.merchant.mchid);
    return sendPage(reply, {
      title: '微信支付 · 沙箱',
      style: STYLE,
      script: SCRIPT,
      body: html`<main>
        ${main} ${obstacle === undefined ? choices() : html`<p role="alert">${obstacle}</p>`}
        <p id="said" role="status"></p>
        <p class="lead">这里是演示用的收银台，不会扣任何人的钱。</p>
      </main>`,
    });
  });
}

function bill(order: PayOrder, mchid: string): Html {
  return html`<h1>颜册演示商户</h1>
    <p class="amount">¥ ${yuan(order.totalFen)}</p>
    <dl>
      <div>
        <dt>商品</dt>
        <dd>${order.description}</dd>
      </div>
      <div>
        <dt>订单号</dt>
        <dd>${order.outTradeNo}</dd>
      </div>
      <div>
        <dt>商户号</dt>
        <dd>${mchid}</dd>
      </div>
    </dl>`;
}

function choices(): Html {
  return html`<button class="main" value="success">支付成功</button>
    <button value="cancel">取消</button>
    <button value="fail">失败</button>`;
}

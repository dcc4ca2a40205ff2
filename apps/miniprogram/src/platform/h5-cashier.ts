import { formatYuan } from '@yance/shared-types';
import { isRecord } from '@/lib/failure';
import './h5-cashier.scss';

/** What the simulated cashier is asked to collect. */
export interface Bill {
  description: string;
  amountFen: number;
}

export type CashierOutcome = 'success' | 'cancel' | 'fail';

/** Reads what the sandbox tells of an order; undefined when it can no longer be paid. */
export function billIn(body: unknown): Bill | undefined {
  if (!isRecord(body) || body['payable'] !== true) return undefined;
  const { description, amountFen } = body;
  return typeof description === 'string' && typeof amountFen === 'number'
    ? { description, amountFen }
    : undefined;
}

const CHOICES: readonly (readonly [CashierOutcome, string, string])[] = [
  ['success', '支付成功', 'button--primary'],
  ['fail', '支付失败', 'button--plain'],
  ['cancel', '取消', 'button--quiet'],
];

/** Draws the preview's cashier above everything; the person says what shall happen. */
export function askAtCashier(bill: Bill): Promise<CashierOutcome> {
  return new Promise((resolve) => {
    const layer = part('div', 'cashier');
    layer.setAttribute('role', 'dialog');
    layer.setAttribute('aria-label', '微信支付');
    const panel = part('div', 'cashier__panel');
    panel.append(
      part('div', 'cashier__title', '微信支付 · 演示'),
      part('div', 'cashier__what', bill.description),
      part('div', 'cashier__amount figures', `¥${formatYuan(bill.amountFen)}`),
      ...CHOICES.map(([outcome, words, kind]) => {
        const button = part('button', `button cashier__choice ${kind}`, words);
        button.id = `cashier-${outcome}`;
        button.addEventListener('click', () => {
          layer.remove();
          resolve(outcome);
        });
        return button;
      }),
      part('div', 'cashier__note', '这是预览用的收银台，不会扣任何人的钱。'),
    );
    layer.append(panel);
    document.body.append(layer);
  });
}

function part(tag: string, className: string, words = ''): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = words;
  return element;
}

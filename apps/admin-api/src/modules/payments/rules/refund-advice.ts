import type { PaymentRefund } from '../payment-order.js';
import { PAID_BY_HAND } from './order-facts.js';

/** What a refusal of WeChat asks of whoever runs the salon. */
const REFUSALS: Readonly<Record<string, string>> = {
  NOT_ENOUGH:
    '商户账户的可用余额不够，请到微信商户平台充值，充值后系统会用同一个退款单号自动再退。',
  USER_ACCOUNT_ABNORMAL:
    '顾客的微信账户异常，系统会用同一个退款单号继续重试。请顾客恢复微信账户；在这之前请不要另外转账，以免退两次。',
  FREQUENCY_LIMITED: '同一笔订单退得太密，系统稍后会自动再退。',
  RULE_LIMIT: '微信限制了这次退款，请到微信商户平台查看原因；系统会继续重试。',
};

/** What somebody should do about a refund now, in Chinese; null when nothing is to be done. */
export function refundAdvice({ state, lastAnswer }: PaymentRefund): string | null {
  switch (state) {
    case 'requested':
      return '等待另一位同事审批。';
    case 'abnormal':
      return '顾客原来的付款银行卡已注销或不能收款。请到微信商户平台「退款异常处理」改退到顾客的其他银行卡；或与顾客确认后银行转账，再到「储值退款」的这一笔登记付款。两种办法只用一种。';
    case 'closed':
      if (lastAnswer === PAID_BY_HAND)
        return '已经线下付给顾客，微信这一笔不再退，请不要再到微信商户平台处理它。';
      return '微信关闭了这笔退款，钱没有退出去。核实原因后可以重新申请，或走银行转账。';
    case 'approved':
      return lastAnswer === null ? null : adviceOnSending(lastAnswer);
    case 'processing':
    case 'success':
    case 'rejected':
      return null;
  }
}

function adviceOnSending(lastAnswer: string): string {
  if (lastAnswer.startsWith('unknown_')) {
    return '微信还没有答复，系统会用同一个退款单号继续确认，不会重复退款；请不要另外转账。';
  }
  return (
    REFUSALS[lastAnswer] ??
    `微信没有接受这笔退款（${lastAnswer}），系统会继续重试，请联系技术支持。`
  );
}

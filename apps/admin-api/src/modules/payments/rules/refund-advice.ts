import type { PaymentRefund } from '../payment-order.js';
import { NOT_APPLIED, SENDING, isRefused, isUnknown } from './refund-answers.js';

const OUT =
  '等不及的，请点「改为线下付款」，由另一位同事同意后再转账；在这之前请不要另外转账，以免退两次。';
const OUT_NOW = '再试也不会成功，请点「改为线下付款」，由另一位同事同意后再转账。';

/** What a refusal of WeChat asks of whoever runs the salon. */
const REFUSALS: Readonly<Record<string, string>> = {
  NOT_ENOUGH: `商户账户的可用余额不够，请到微信商户平台充值，充值后系统会用同一个退款单号自动再退。${OUT}`,
  USER_ACCOUNT_ABNORMAL: `顾客的微信账户异常，微信退不进去；顾客恢复账户后，系统会用同一个退款单号自动再退。${OUT}`,
  ACCOUNT_ERROR: `顾客的微信账户异常，微信退不进去；顾客恢复账户后，系统会用同一个退款单号自动再退。${OUT}`,
  RULE_LIMIT: `微信限制了这次退款，请到微信商户平台查看原因；系统会继续重试。${OUT}`,
  INVALID_REQUEST: `微信不接受这笔退款，多半是付款已超过一年，或这笔订单不能再退。${OUT_NOW}`,
  TRADE_ERROR: `微信不接受这笔退款，这笔订单现在不能退。${OUT_NOW}`,
  RESOURCE_NOT_EXISTS: `微信那边找不到这笔付款，请先到微信商户平台核对。${OUT_NOW}`,
  MCH_NOT_EXISTS: `商户号已经不能用了，请联系技术支持检查支付设置。${OUT}`,
  NO_AUTH: `商户号没有退款的权限，请到微信商户平台开通；系统会继续重试。${OUT}`,
};

/**
 * What somebody should do about a refund now, in Chinese; null when nothing is to be done.
 * @param nextTry when it is sent again, as it is read on the store's clock
 */
export function refundAdvice(refund: PaymentRefund, nextTry: string | null): string | null {
  switch (refund.state) {
    case 'requested':
      return '等待另一位同事审批。';
    case 'abnormal':
      return '顾客原来的付款银行卡已注销或不能收款。请到微信商户平台「退款异常处理」改退到顾客的其他银行卡；或与顾客确认后银行转账，再到「储值退款」的这一笔登记付款。两种办法只用一种。';
    case 'by_hand':
      return '已改为线下付款，微信不会再退这一笔。请与顾客确认收款账户后转账，再到「储值退款」的这一笔登记付款。';
    case 'closed':
      if (refund.paidByHandAt !== null)
        return '已经线下付给顾客，微信这一笔不再退，请不要再到微信商户平台处理它。';
      return '微信关闭了这笔退款，钱没有退出去。核实原因后可以重新申请，或走银行转账。';
    case 'approved':
      return refund.lastAnswer === null ? null : onSending(refund, refund.lastAnswer, nextTry);
    case 'processing':
    case 'success':
    case 'rejected':
      return null;
  }
}

function onSending(refund: PaymentRefund, answer: string, nextTry: string | null): string {
  const again = nextTry === null ? '系统稍后会' : `系统会在 ${nextTry} `;
  if (answer === 'unknown_limited' || answer === 'unknown_busy')
    return `微信正忙，${again}用同一个退款单号再发一次，不会重复退款；请不要另外转账。`;
  if (answer === SENDING) return '正在等微信答复；请不要另外转账。';
  if (isUnknown(answer))
    return `微信还没有答复，${again}用同一个退款单号继续确认，不会重复退款；请不要另外转账。`;
  if (answer === NOT_APPLIED)
    return '微信已告知退款结果，但入账时出错，系统会自动重试；请联系技术支持。';
  if (refund.byHandAskedName !== null && isRefused(refund))
    return `${refund.byHandAskedName}申请改为线下付款（${refund.byHandReason ?? ''}），等另一位同事同意；同意之前请不要转账。`;
  return (
    REFUSALS[answer] ?? `微信没有接受这笔退款（${answer}），系统会继续重试，请联系技术支持。${OUT}`
  );
}

import { PayOutcomeUnknown, PayRefused } from '../../../platform/wechat/index.js';
import type { PaymentRefund } from '../payment-order.js';

/** The last answer of a refund that is being sent: nobody knows yet what became of it. */
export const SENDING = 'sending';
/** WeChat has done it and we could not write it down. */
export const NOT_APPLIED = 'not_applied';
const UNKNOWN = 'unknown_';

/** What became of one try, as it is kept. */
export function answerOf(error: unknown): string {
  if (error instanceof PayRefused) return error.code;
  return error instanceof PayOutcomeUnknown ? `${UNKNOWN}${error.fault}` : NOT_APPLIED;
}

/** Whether WeChat may or may not have taken it: it was not heard. */
export const isUnknown = (answer: string): boolean => answer.startsWith(UNKNOWN);

/** Whether WeChat has said no to the last try: then, and only then, none is on its way there. */
export function isRefused({ state, lastAnswer }: PaymentRefund): boolean {
  if (state !== 'approved' || lastAnswer === null) return false;
  return lastAnswer !== SENDING && lastAnswer !== NOT_APPLIED && !isUnknown(lastAnswer);
}

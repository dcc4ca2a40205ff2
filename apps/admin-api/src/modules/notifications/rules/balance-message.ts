import { formatYuan } from '@yance/shared-types';
import { DateTime } from 'luxon';
import { thing } from './appointment-message.js';

/** What each kind of change is called, in the words of the phone's statement; WeChat takes at most five characters. */
const TYPE = {
  credited: '充值到账',
  credit_reversed: '充值冲正',
  spent: '储值扣款',
  spend_reversed: '扣款退回',
  refunded: '退款到账',
  given: '转赠送出',
  received: '收到转赠',
} as const;

export type BalanceChangeKind = keyof typeof TYPE;

/** What happened to a wallet. Amounts in fen. */
export interface BalanceChange {
  readonly kind: BalanceChangeKind;
  readonly title: string;
  /** Above zero, whichever way it went. */
  readonly amountFen: number;
  /** Principal and bonus together, as they are now. */
  readonly balanceFen: number;
  readonly at: Date;
  readonly timeZone: string;
}

/** The fields of 余额变动提醒; all of them must be there and none empty (WeChat, 47003). */
export function balanceMessage(change: BalanceChange): Readonly<Record<string, string>> {
  return {
    thing1: thing(change.title),
    phrase2: TYPE[change.kind],
    amount3: amount(change.amountFen),
    amount4: amount(change.balanceFen),
    time5: DateTime.fromJSDate(change.at, { zone: change.timeZone }).toFormat('yyyy年M月d日 HH:mm'),
  };
}

/** WeChat takes digits only: no comma between thousands. */
const amount = (fen: number): string => `¥${formatYuan(fen).replaceAll(',', '')}`;

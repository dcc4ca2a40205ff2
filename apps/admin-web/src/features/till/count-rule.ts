import type { FormRule } from 'antd';
import { readYuan } from '../../shared/format/money';

/** What was counted: nothing counts as zero only when it is written; below zero where more went out than came in. */
export const AMOUNT_OR_ZERO_RULE: FormRule[] = [
  {
    validator: (_, text: string | undefined) =>
      readYuan((text ?? '').trim().replace(/^-/, '')) === undefined
        ? Promise.reject(new Error('请填写清点的金额，没有就填 0'))
        : Promise.resolve(),
  },
];

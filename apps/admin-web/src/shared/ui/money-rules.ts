import type { Rule } from 'antd/es/form';
import { readYuan } from '../format/money';

/** An amount above nothing, typed in yuan. */
export const AMOUNT_RULE: Rule[] = [
  {
    required: true,
    validator: (_, text: string | undefined) =>
      (readYuan(text ?? '') ?? 0) > 0
        ? Promise.resolve()
        : Promise.reject(new Error('请填写金额，例如 300 或 99.50')),
  },
];

/** An amount that may be nothing, typed in yuan; empty counts as nothing unless it is required. */
export const amountRule = (isRequired: boolean): Rule[] => [
  {
    required: isRequired,
    validator: (_, text: string | undefined) =>
      (!isRequired && !text?.trim()) || readYuan(text ?? '') !== undefined
        ? Promise.resolve()
        : Promise.reject(new Error('请填写金额，例如 300 或 99.50')),
  },
];

/** Why something is done, kept with it. */
export const REASON_RULE: Rule[] = [
  { required: true, whitespace: true, message: '请写明原因' },
  { min: 2, message: '请至少写两个字' },
];

/** The number of a slip, a receipt or a protocol. */
export const referenceRule = (isRequired: boolean): Rule[] => [
  ...(isRequired ? [{ required: true, message: '请填写单号' }] : []),
  { pattern: /^[0-9A-Za-z][0-9A-Za-z_\-/.]{0,39}$/, message: '单号只能用字母、数字和短横线' },
];

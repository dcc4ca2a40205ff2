import type { Rule } from 'antd/es/form';

/** What a name must be before the API is asked. */
export const NAME_RULE: Rule[] = [{ required: true, whitespace: true, message: '请填写姓名' }];

/** A mainland mobile number, with or without +86 and spaces; empty is allowed. */
export const PHONE_RULE: Rule[] = [
  { pattern: /^(\+?86)?[\s-]*1[3-9](?:[\s-]*\d){9}\s*$/, message: '请填写 11 位手机号' },
];

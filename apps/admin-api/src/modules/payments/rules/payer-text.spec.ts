import { expect, it } from '@jest/globals';
import { payerText } from './payer-text.js';

it.each([
  ['储值 充1000送200', '储值 充1000送200'],
  ['补水💧护理\u200B\n', '补水护理'],
  ['💇‍♀️', '到店消费'],
  ['长'.repeat(200), '长'.repeat(127)],
])('keeps of %j what WeChat takes', (text, kept) => {
  expect(payerText(text)).toBe(kept);
});

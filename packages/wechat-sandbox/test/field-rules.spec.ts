import { expect, it } from '@jest/globals';

import { acceptsValue } from '../src/platform/field-rules.js';
import type { TemplateField } from '../src/index.js';

type Key = TemplateField['key'];

it.each<[Key, string]>([
  ['thing1', '补水 SPA（60分钟）'],
  ['thing12', '一二三四五六七八九十一二三四五六七八九十'],
  ['number1', '12.5'],
  ['letter1', 'VIP'],
  ['symbol1', '！？'],
  ['character_string1', 'A-20260305_01'],
  ['time1', '15:01'],
  ['time1', '9:05:30'],
  ['time1', '2019年10月1日 15:01'],
  ['time1', '2019-10-01 15:01'],
  ['time1', '10月1日 15:01~16:30'],
  ['time1', '2019年10月1日 15:01 ~ 2019年10月2日 9:00'],
  ['date1', '2019年10月1日'],
  ['date1', '2019年10月'],
  ['date1', '2019.10.01'],
  ['date1', '10/01'],
  ['date1', '2019年10月1日 15:01~16:00'],
  ['date1', '2019-10-01~2019-10-07'],
  ['amount1', '¥1680.50'],
  ['amount1', '￥100元'],
  ['phone_number1', '+86-0766-66888866'],
  ['car_number1', '粤A8Z888挂'],
  ['name1', '欧阳小美'],
  ['name1', 'Mary-Ann Evans'],
  ['phrase3', '已确认'],
  ['phrase3', '货物配送中'],
])('%s takes %j', (key, value) => {
  expect(acceptsValue(key, value)).toBe(true);
});

it.each<[Key, string]>([
  ['thing1', ''],
  ['thing1', '   '],
  ['thing1', '一行\n两行'],
  ['thing1', '一二三四五六七八九十一二三四五六七八九十多'],
  ['number1', '12元'],
  ['number1', '1'.repeat(33)],
  ['letter1', 'VIP1'],
  ['symbol1', '!!!!!!'],
  ['symbol1', 'a!'],
  ['character_string1', '编号1'],
  ['character_string1', 'x'.repeat(33)],
  ['time1', '2019年10月1日'],
  ['time1', '24:00'],
  ['time1', '下午 3:00'],
  ['time1', '2026-03-05T14:30:00+08:00'],
  ['date1', '2019-13-01'],
  ['date1', '2019-10/01'],
  ['date1', '明天'],
  ['amount1', '¥12345678901'],
  ['amount1', '一百元'],
  ['phone_number1', '1'.repeat(18)],
  ['car_number1', '粤A8Z888888'],
  ['name1', '一二三四五六七八九十多'],
  ['name1', '小美2'],
  ['phrase3', '已经确认预约'],
  ['phrase3', '已确认!'],
  ['phrase3', 'OK'],
])('%s does not take %j', (key, value) => {
  expect(acceptsValue(key, value)).toBe(false);
});

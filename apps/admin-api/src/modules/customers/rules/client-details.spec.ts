import { describe, expect, it } from '@jest/globals';
import { CONTACT_DETAILS, maskedContact } from './client-details.js';

describe('how a client is reached, masked', () => {
  it.each([
    ['email', 'xiaomei.zhang@qq.com', 'x***@qq.com'],
    ['email', 'a@b.cn', 'a***@b.cn'],
    ['wechatName', 'zxm1990', 'z***'],
    ['wechatName', '🌸小美', '🌸***'],
    ['address', '徐汇区衡山路 12 号 301 室', '徐汇区***'],
    ['address', '徐汇区', '徐***'],
    ['address', '沪', '***'],
  ] as const)('of %s %s shows %s', (detail, text, shown) => {
    expect(maskedContact(detail, text)).toBe(shown);
  });

  it('shows nothing where nothing is known', () => {
    expect(CONTACT_DETAILS.map((detail) => maskedContact(detail, ''))).toEqual(['', '', '']);
  });
});

import type { CouponTemplate } from '../../shared/api/contract';
import { readDays, type AutomationFields } from './automation-form';

/** WeChat takes no more in one field. */
const FIELD_LENGTH = 20;

const fitted = (text: string): string => {
  const letters = [...text.trim()];
  return letters.length <= FIELD_LENGTH
    ? letters.join('')
    : `${letters.slice(0, FIELD_LENGTH - 1).join('')}…`;
};

/** What a client reads, line by line, and as a text message; what is not known yet is said in brackets. */
export function previewOf(
  { words, daysAfter }: Pick<AutomationFields, 'words' | 'daysAfter'>,
  template: Pick<CouponTemplate, 'name' | 'words'> | undefined,
): { lines: { name: string; value: string }[]; text: string } {
  const days = readDays(daysAfter);
  const until = days === undefined ? '（有效期）' : days === 0 ? '生日当天' : `生日后第 ${days} 天`;
  const name = template?.name ?? '（优惠券）';
  const said = words.trim() || '（祝福语）';
  return {
    lines: [
      { name: '卡券名称', value: fitted(name) },
      { name: '优惠内容', value: fitted(template?.words ?? '（优惠内容）') },
      { name: '到期时间', value: until },
      { name: '温馨提示', value: fitted(said) },
    ],
    text: `【门店签名】${said}「${name}」已放进您的卡包，有效期至${until}。不想再收到，请在小程序里关闭或告诉门店。`,
  };
}

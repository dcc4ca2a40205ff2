import type { Bill, DailyClose, Tender } from '../../shared/api/contract';
import type { Tone } from '../../shared/ui/amount';

export const TENDER_WORDS: Readonly<Record<Tender['kind'], string>> = {
  cash: '现金',
  bank_card: '银行卡',
  paycode: '微信/支付宝',
  voucher: '团购券',
  stored_value: '储值',
  points: '积分抵扣',
  debt: '挂账',
};

export const CHANNEL_WORDS: Readonly<Record<string, string>> = {
  wechat: '微信',
  alipay: '支付宝',
  meituan: '美团',
  douyin: '抖音',
};

export const STATE_WORDS: Readonly<Record<Bill['state'], string>> = {
  open: '开单中',
  parked: '已挂单',
  awaiting: '等顾客确认',
  paid: '已收款',
  reversed: '已冲正',
  void: '已作废',
};

export const STATE_TONES: Readonly<Record<Bill['state'], Tone>> = {
  open: 'brand',
  parked: 'amber',
  awaiting: 'amber',
  paid: 'leaf',
  reversed: 'quiet',
  void: 'quiet',
};

export const WAY_WORDS: Readonly<Record<'member_code' | 'tap' | 'slip', string>> = {
  member_code: '顾客出示会员码',
  tap: '顾客在手机上确认',
  slip: '顾客签字单',
};

/** A tender with its platform: `支付宝`, `抖音券`. */
export function tenderName({ kind, channel }: { kind: string; channel?: string | null }): string {
  const platform = CHANNEL_WORDS[channel ?? ''];
  if (kind === 'voucher' && platform) return `${platform}券`;
  return platform ?? TENDER_WORDS[kind as Tender['kind']];
}

export const countedName = (tender: DailyClose['expected'][number]['tender']): string =>
  TENDER_WORDS[tender];

/** What a package plan sells: each item one service, one item good for several, or a card by time. */
export const PACKAGE_KINDS = ['fixed', 'pick', 'time'] as const;
export type PackageKind = (typeof PACKAGE_KINDS)[number];

export const PACKAGE_KIND_WORDS: Readonly<Record<PackageKind, string>> = {
  fixed: '固定项目',
  pick: '任选项目',
  time: '时间卡',
};

export const PACKAGE_STATES = [
  'pending',
  'active',
  'closed',
  'reversed',
  'refunded',
  'converted',
] as const;
export type PackageState = (typeof PACKAGE_STATES)[number];

export const PACKAGE_STATE_WORDS: Readonly<Record<PackageState, string>> = {
  pending: '待支付',
  active: '使用中',
  closed: '已关闭',
  reversed: '已冲正',
  refunded: '已退卡',
  converted: '已换购',
};

/** How a package was paid. */
export const PACKAGE_TENDERS = [
  'wechat',
  'cash',
  'bank_card',
  'paycode',
  'stored_value',
  'mixed',
] as const;
export type PackageTender = (typeof PACKAGE_TENDERS)[number];

export const PACKAGE_TENDER_WORDS: Readonly<Record<PackageTender, string>> = {
  wechat: '微信支付',
  cash: '现金',
  bank_card: '银行卡',
  paycode: '收款码',
  stored_value: '储值',
  mixed: '多种方式',
};

/** How the client agreed to a use; `pending` waits for her tap on the phone. */
export const SESSION_CONSENTS = ['pending', 'tap', 'member_code', 'slip'] as const;
export type SessionConsent = (typeof SESSION_CONSENTS)[number];

export const SESSION_CONSENT_WORDS: Readonly<Record<SessionConsent, string>> = {
  pending: '待确认',
  tap: '手机确认',
  member_code: '会员码',
  slip: '签字单',
};

/** What happened to a package. */
export const PACKAGE_CHANGE_KINDS = [
  'sale',
  'freeze',
  'unfreeze',
  'extend',
  'transfer',
  'convert',
  'lapse',
  'refund',
  'reversal',
] as const;
export type PackageChangeKind = (typeof PACKAGE_CHANGE_KINDS)[number];

export const PACKAGE_CHANGE_WORDS: Readonly<Record<PackageChangeKind, string>> = {
  sale: '购买',
  freeze: '冻结',
  unfreeze: '解冻',
  extend: '延期',
  transfer: '转让',
  convert: '换购',
  lapse: '赠送次数到期',
  refund: '退卡',
  reversal: '冲正',
};

/** What a movement does to sessions: '+10 次', '-1 次', '占用 1 次'; nothing where it does nothing to them. */
export function sessionMoveWords(
  moves: readonly { readonly sessions: number; readonly reserved: number }[],
): string | undefined {
  const sum = (of: 'sessions' | 'reserved') => moves.reduce((all, move) => all + move[of], 0);
  const [sessions, reserved] = [sum('sessions'), sum('reserved')];
  if (sessions !== 0) return `${sessions > 0 ? '+' : ''}${sessions} 次`;
  if (reserved === 0) return undefined;
  return `${reserved > 0 ? '占用' : '退回'} ${Math.abs(reserved)} 次`;
}

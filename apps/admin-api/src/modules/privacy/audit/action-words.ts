/** Deeds as people of the salon call them; what a module adds and does not stand here is told by its noun. */
const ACTIONS: Readonly<Record<string, string>> = {
  'audit.read': '查看操作记录',
  'client.called': '电话联系顾客',
  'client.joined': '顾客登录后并入档案',
  'client.merged': '合并档案',
  'client.merge_undone': '撤销合并',
  'clients.import_done': '顾客导入完成',
  'clients.import_started': '导入顾客',
  'clients.import_undo_started': '撤销顾客导入',
  'clients.import_undone': '顾客导入已撤销',
  'clients.export_requested': '申请导出顾客资料',
  'clients.export_approved': '同意导出',
  'clients.export_rejected': '拒绝导出',
  'clients.export_downloaded': '下载导出文件',
  'contract.signed': '签署协议',
  'contract_text.published': '发布协议文本',
  'coupon.revoked': '作废优惠券',
  'coupons.given': '批量发券',
  'day.closed': '日结',
  'debt.repaid': '收回欠款',
  'health.read': '查看健康信息',
  'health.changed': '修改健康信息',
  'job.retried': '重试系统任务',
  'marketing.chosen': '修改营销同意',
  'package.reversed': '撤销售卡',
  'package.session_reversed': '撤销划次',
  'package.session_used': '划次',
  'package.sold': '售卡',
  'password.changed': '修改密码',
  'payment-refund.warning-settled': '处理退款提醒',
  'phone.removed': '删除电话',
  'phone.revealed': '查看完整电话',
  'refund.paid_out': '付出退款',
  'refund.requested': '申请退款',
  'settings.changed': '修改规则',
  'tier.set': '调整会员等级',
  'till.closed': '交班',
  'till.opened': '开班',
  'till.rules_changed': '修改收银规则',
  'treatment.read': '查看护理记录',
  'wallet.opening_imported': '导入期初储值',
  'wallet.spend_disputed': '顾客对扣款有疑问',
  'wallet.spend_reversed': '撤销扣款',
  'wallet.spent': '储值扣款',
  'wallet.top_up_reversed': '撤销充值',
  'wallet.topped_up': '储值充值',
  'wallet.transferred': '储值转赠',
};

const NOUNS: Readonly<Record<string, string>> = {
  automation: '自动营销',
  bill: '账单',
  care: '护理规则',
  client: '顾客档案',
  clients: '顾客资料',
  consent: '同意书',
  coupon: '优惠券',
  'coupon-template': '优惠券模板',
  health: '健康信息',
  import: '资料导入',
  note: '顾客备注',
  package: '次卡疗程卡',
  'package-plan': '次卡方案',
  'payment-refund': '支付退款',
  plan: '方案',
  points: '积分',
  'price-rule': '价格规则',
  product: '产品',
  refund: '储值退款',
  reward: '积分礼品',
  tag: '标签',
  tier: '会员等级',
  totp: '两步验证',
  treatment: '护理记录',
  wallet: '储值',
};

/** `账单操作` where only the noun is known. */
export function actionWord(action: string): string {
  const word = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
  if (word !== undefined) return word;
  const noun = action.split('.')[0]?.replaceAll('_', '-') ?? '';
  return `${(Object.hasOwn(NOUNS, noun) ? NOUNS[noun] : undefined) ?? '其他'}操作`;
}

/** The deeds that can be asked for by name. */
export const NAMED_ACTIONS = Object.entries(ACTIONS).map(([action, name]) => ({ action, name }));

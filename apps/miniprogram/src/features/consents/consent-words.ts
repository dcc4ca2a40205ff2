import type { ConsentAct, ConsentStanding } from '@/api/types';

type Kind = ConsentStanding['text']['kind'];

export const CONSENT_NAMES: Readonly<Record<Kind, string>> = {
  health: '健康信息',
  photos: '护理照片',
  privacy: '个人信息告知',
  notice: '风险告知书',
};

/** What it means to take a consent back, in words that hide nothing and threaten nothing. */
export const WITHDRAW_WORDS: Readonly<Record<Kind, string>> = {
  health:
    '撤回后，您的健康档案立即关闭，任何员工都看不到，也不再用来判断项目是否适合您。个别项目可能要到店当面说明后才能做。预约、储值和次卡都不受影响，随时可以重新同意。',
  photos: '撤回后，您的护理照片立即隐藏，不再展示给任何员工。其他服务不受影响，随时可以重新同意。',
  privacy:
    '撤回后，我们只按法律要求保存账目和协议，不再把您的资料用于其他用途。需要删除资料的，请联系门店办理。',
  notice: '',
};

const WAYS: Readonly<Record<Exclude<ConsentAct['way'], 'merge'>, string>> = {
  phone: '手机上',
  screen: '门店屏幕上',
  paper: '纸质',
};

/** 'given' on paper → 纸质签署 */
export function actWords({ act, way }: ConsentAct): string {
  // Of two files that were joined, one had said no: that stands until she is asked again.
  if (way === 'merge') return '合并档案时保持撤回';
  return act === 'withdrawn'
    ? `${way === 'phone' ? '手机上' : '门店代为'}撤回`
    : `${WAYS[way]}签署`;
}

/** Where the client stands, in a word. */
export function standWord({ stands, outdated, text }: ConsentStanding): string {
  if (text.kind === 'notice') return stands ? '已签' : outdated ? '内容有更新，待签' : '待签';
  if (!stands) return '未同意';
  return outdated ? '已同意，内容有更新' : '已同意';
}

import type { ConsentAct, ConsentStanding } from '../api/contract';
import type { Tone } from '../ui/amount';

export const CONSENT_NAMES: Readonly<Record<ConsentStanding['text']['kind'], string>> = {
  health: '健康信息',
  photos: '护理照片',
  privacy: '个人信息告知',
  notice: '风险告知书',
};

const WAYS: Readonly<Record<Exclude<ConsentAct['way'], 'merge'>, string>> = {
  phone: '手机上',
  screen: '门店屏幕上',
  paper: '纸质',
};

/** How something was given or withdrawn: 纸质签署. */
export const actWords = ({ act, way }: Pick<ConsentAct, 'act' | 'way'>): string => {
  if (way === 'merge') return '合并档案时保持撤回，需重新征得同意';
  return act === 'withdrawn'
    ? `${way === 'phone' ? '手机上' : '门店代为'}撤回`
    : `${WAYS[way]}签署`;
};

/** Where a client stands with a text, as a coloured word. */
export function standTag({
  stands,
  outdated,
  text,
}: Pick<ConsentStanding, 'stands' | 'outdated'> & {
  readonly text: Pick<ConsentStanding['text'], 'kind'>;
}): { readonly tone: Tone; readonly word: string } {
  if (text.kind === 'notice')
    return stands
      ? { tone: 'leaf', word: '已签' }
      : { tone: 'amber', word: outdated ? '内容有更新，待签' : '待签' };
  if (!stands) return { tone: 'quiet', word: '未同意' };
  return outdated
    ? { tone: 'amber', word: '已同意，内容有更新' }
    : { tone: 'leaf', word: '已同意' };
}

import type { ClientExport } from '../../shared/api/contract';
import { FILE_FIELD_WORDS } from '../../shared/format/file-words';
import { STAGE_WORDS, sourceWord } from '../../shared/format/words';
import { moneyLabel } from '../../shared/format/money';
import type { Tone } from '../../shared/ui/amount';

export type ExportColumn = ClientExport['columns'][number];
type Filter = ClientExport['filter'];

export const STATE_WORDS: Readonly<Record<ClientExport['state'], readonly [string, Tone]>> = {
  requested: ['等待同意', 'amber'],
  withdrawn: ['已撤回', 'quiet'],
  declined: ['未导出', 'quiet'],
  building: ['正在生成', 'brand'],
  ready: ['可以下载', 'leaf'],
  closed: ['已过期', 'quiet'],
};

/** In the order in which they stand in the file. */
export const COLUMN_WORDS: Readonly<Record<ExportColumn, string>> = {
  ...{ member_no: '会员号', own_no: '本店编号', name: '姓名', gender: '性别', birthday: '生日' },
  ...{ phone: '手机号', source: '来源', home_store: '归属门店', consultant: '专属顾问' },
  ...{ tags: '标签', tier: '会员等级', stage: '阶段', first_visit: '首次到店' },
  ...{ last_visit: '最近到店', visits: '到店次数', spend_year: '近一年消费' },
  ...{ balance: '储值余额', opened_on: '建档日期' },
};

export const MONEY_COLUMNS: readonly ExportColumn[] = ['spend_year', 'balance'];

/** What narrows a list, in words; names of tiers, stores, consultants and tags as far as they are known here. */
export function filterWords(filter: Filter, names: ReadonlyMap<string, string>): string {
  const { stage, tierId, storeId, source, birthMonth, lastVisitFrom, lastVisitUntil } = filter;
  const { consultantId, tagIds } = filter;
  const words = [
    stage && STAGE_WORDS[stage],
    tierId && (names.get(tierId) ?? '某个等级'),
    storeId && (names.get(storeId) ?? '某家门店'),
    source && `来源${sourceWord(source)}`,
    consultantId && `专属顾问${names.get(consultantId) ?? '某位同事'}`,
    ...(tagIds ?? []).map((id) => (names.has(id) ? `标签${names.get(id)}` : '某个标签')),
    birthMonth && `${birthMonth} 月生日`,
    filter.belowPercent && `档案不到 ${filter.belowPercent}%`,
    filter.missing && `没有${FILE_FIELD_WORDS[filter.missing]}`,
    lastVisitFrom && `${lastVisitFrom} 之后来过`,
    lastVisitUntil && `${lastVisitUntil} 之后没来`,
    filter.minBalanceFen !== undefined && `余额不少于 ${moneyLabel(filter.minBalanceFen)}`,
  ].filter((word) => typeof word === 'string' && word !== '');
  return words.length === 0 ? '全部顾客' : words.join('、');
}

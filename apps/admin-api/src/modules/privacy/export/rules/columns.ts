import type { Permission } from '../../../../platform/auth/index.js';

/** What a list of clients may tell of each. Nothing of health is ever among it. */
export const EXPORT_COLUMNS = [
  ...(['member_no', 'own_no', 'name', 'gender', 'birthday', 'phone', 'source'] as const),
  ...(['home_store', 'consultant', 'tags', 'tier', 'stage', 'first_visit', 'last_visit'] as const),
  ...(['visits', 'spend_year', 'balance', 'opened_on'] as const),
] as const;
export type ExportColumn = (typeof EXPORT_COLUMNS)[number];

export const COLUMN_NAMES: Readonly<Record<ExportColumn, string>> = {
  ...{ member_no: '会员号', own_no: '本店编号', name: '姓名', gender: '性别', birthday: '生日' },
  ...{ phone: '手机号', source: '来源', home_store: '归属门店', consultant: '专属顾问' },
  ...{ tags: '标签', tier: '会员等级', stage: '阶段', first_visit: '首次到店' },
  ...{ last_visit: '最近到店', visits: '到店次数', spend_year: '近一年消费（元）' },
  ...{ balance: '储值余额（元）', opened_on: '建档日期' },
};

const OF_MONEY: readonly ExportColumn[] = ['spend_year', 'balance'];

/** What a list is to tell, and by what its clients are found. */
export interface ListContent {
  readonly kind: 'clients' | 'de_identified';
  readonly columns: readonly ExportColumn[];
  readonly filter: { readonly minBalanceFen?: number };
  /** Given, phones are whole. */
  readonly phonesReason?: string;
}

/** What somebody needs beside the right to ask for a list: nobody takes along what she may not see one by one. */
export function needsOf({ kind, columns, filter, phonesReason }: ListContent): Permission[] {
  const isOfMoney =
    kind === 'de_identified' ||
    filter.minBalanceFen !== undefined ||
    columns.some((column) => OF_MONEY.includes(column));
  return [
    ...(isOfMoney ? (['wallet.read'] as const) : []),
    ...(phonesReason === undefined ? [] : (['clients.reveal-phone'] as const)),
  ];
}

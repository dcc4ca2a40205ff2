import type { FileField, FilePolicy } from '../api/contract';

/** What a file may be asked to say, as people of the salon call it, in the order in which it is asked. */
export const FILE_FIELD_WORDS: Readonly<Record<FileField, string>> = {
  phone: '手机号',
  gender: '性别',
  birthday: '生日',
  homeStoreId: '常去门店',
  consultantId: '专属顾问',
  referrerId: '介绍人',
  occupation: '职业',
  wechatName: '微信名',
  email: '邮箱',
  address: '居住区域',
  preferredStaffIds: '指定人员',
  usualServiceIds: '常做项目',
  pressure: '手法力度',
  talk: '聊天',
  scents: '香味',
  brands: '产品品牌',
  tags: '标签',
  occasions: '纪念日',
};

export const CREATION_WORDS: Readonly<Record<FilePolicy['atCreation'][number], string>> = {
  phone: '手机号',
  gender: '性别',
  birthday: '生日',
  source: '来源',
};

/** `生日、职业`; no more than three, the rest are counted. */
export function missingWords(missing: readonly FileField[]): string {
  const named = missing.slice(0, 3).map((field) => FILE_FIELD_WORDS[field]);
  const rest = missing.length - named.length;
  return named.join('、') + (rest > 0 ? ` 等 ${missing.length} 项` : '');
}

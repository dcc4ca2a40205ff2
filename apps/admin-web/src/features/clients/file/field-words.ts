import type { FileChange } from '../../../shared/api/contract';

const FIELD_WORDS: Readonly<Record<FileChange['field'], string>> = {
  name: '姓名',
  gender: '性别',
  birthday: '生日',
  source: '来源',
  homeStoreId: '常去门店',
  ownNo: '本店编号',
  consultantId: '专属顾问',
  referrer: '介绍人',
  occupation: '职业',
  email: '邮箱',
  address: '居住区域',
  wechatName: '微信名',
  brands: '产品品牌',
  scents: '香味',
  pressure: '手法力度',
  talk: '聊天',
  preferredStaffIds: '指定人员',
  usualServiceIds: '常做项目',
  tags: '标签',
  phone: '电话',
  contactChecked: '核对联系方式',
  occasions: '纪念日',
  links: '家人和朋友',
};

/** What a field of a file is called. */
export const fieldWord = (field: FileChange['field']): string => FIELD_WORDS[field];

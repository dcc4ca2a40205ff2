import type { CustomerSource, Gender } from '../../../customers/index.js';
import type { ClientStage } from '../../../client-view/index.js';

export const GENDER_WORDS: Readonly<Record<Gender, string>> = {
  ...{ female: '女', male: '男', unknown: '未知' },
};

export const SOURCE_WORDS: Readonly<Record<CustomerSource, string>> = {
  ...{ mini_program: '小程序', walk_in: '自行到店', phone: '电话咨询', referral: '朋友介绍' },
  ...{ dianping: '大众点评', douyin: '抖音', xiaohongshu: '小红书', import: '旧资料导入' },
  other: '其他',
};

export const STAGE_WORDS: Readonly<Record<ClientStage, string>> = {
  ...{ prospect: '潜在', new: '新客', active: '活跃', sleeping: '沉睡', lost: '流失' },
};

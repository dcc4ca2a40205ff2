import type { TagGroup } from '../../modules/customers/index.js';

/** A group of tags as a manager would set it up. */
export interface TagGroupContent extends Pick<TagGroup, 'name' | 'color' | 'oneOf' | 'purpose'> {
  readonly tags: readonly string[];
}

/** The salon's own words for its clients. */
export const TAG_GROUPS: readonly TagGroupContent[] = [
  {
    ...{ name: '护理需求', color: 'leaf', oneOf: false, purpose: 'need' },
    tags: ['补水保湿', '美白', '抗衰', '敏感肌', '祛痘', '烫染', '头皮养护', '身体放松'],
  },
  {
    ...{ name: '肤质', color: 'amber', oneOf: true, purpose: 'free' },
    tags: ['干性', '油性', '混合性', '中性'],
  },
  {
    ...{ name: '来往', color: 'brand', oneOf: false, purpose: 'free' },
    tags: ['街坊邻居', '附近上班', '企业客户', '老带新', '转介绍达人'],
  },
  {
    ...{ name: '到店习惯', color: 'ink', oneOf: false, purpose: 'free' },
    tags: ['周末才有空', '工作日中午', '要停车位', '常带孩子'],
  },
];

export const OCCUPATIONS: readonly string[] = [
  ...['小学老师', '银行柜员', '设计师', '全职妈妈', '护士', '律师', '咖啡店主', '会计'],
  ...['程序员', '外企行政', '自由插画师', '舞蹈老师', '房产经纪', '大学在读'],
];

export const AREAS: readonly string[] = [
  ...['武康路一带', '衡山路一带', '徐家汇', '静安寺', '滨江大道', '陆家嘴', '田子坊', '龙华'],
];

export const SCENTS: readonly string[] = [
  ...['木质调', '喜欢茉莉', '不要玫瑰', '不要香味', '柑橘类', '淡一点的'],
];

/** Days that clients have told of; some count theirs by the lunar calendar. */
export const OCCASIONS: readonly {
  readonly label: string;
  readonly calendar: 'solar' | 'lunar';
}[] = [
  { label: '结婚纪念日', calendar: 'solar' },
  { label: '女儿生日', calendar: 'solar' },
  { label: '儿子生日', calendar: 'solar' },
  { label: '妈妈生日', calendar: 'lunar' },
];

export const BRANDS: readonly string[] = [
  '在家用药妆品牌',
  '喜欢国货',
  '只用无酒精的',
  '习惯用自己的洗发水',
];

/** What those who treat tell each other. */
export const CARE_NOTES: readonly string[] = [
  '右肩旧伤，不要用力按压。',
  '面部血管明显，热蒸控制在五分钟内。',
  '对精油味道敏感，先试香再用。',
  '颈椎不好，躺下时垫高一点。',
  '上次做完两颊泛红，敷镇静面膜后缓解。',
];

/** What those who lead tell each other. */
export const MANAGER_NOTES: readonly string[] = [
  '对上次等候时间有意见，已当面道歉，下次优先安排。',
  '公司团建负责人，有意向谈企业卡。',
];

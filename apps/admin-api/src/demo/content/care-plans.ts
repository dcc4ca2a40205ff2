/** What a plan of the house says about a service, by the service's name. */
export interface PlanContent {
  readonly goal: string;
  readonly problems: string;
  readonly homeCare: string;
  readonly minDays: number;
  readonly maxDays: number;
}

export const CARE_PLANS: Readonly<Record<string, PlanContent>> = {
  基础清洁补水护理: {
    goal: '两个月把干燥起皮调理好',
    problems: '换季干燥，洗脸后紧绷，法令纹处起皮。',
    homeCare: '早晚补水精华，晚上厚涂面霜，出门防晒。',
    ...{ minDays: 14, maxDays: 28 },
  },
  小气泡深层清洁: {
    goal: '三个月收细鼻翼毛孔',
    problems: 'T 区出油，鼻翼黑头多，额头有闭口。',
    homeCare: '隔天一次温和清洁面膜，不用手挤。',
    ...{ minDays: 21, maxDays: 35 },
  },
  玻尿酸深层补水护理: {
    goal: '三个月提亮肤色、淡化细纹',
    problems: '两颊暗沉，眼下细纹，长期待在空调房。',
    homeCare: '早晚各一次补水精华，一周敷两次面膜。',
    ...{ minDays: 14, maxDays: 28 },
  },
  敏感肌舒缓修护: {
    goal: '让泛红少发作，皮肤耐受变好',
    problems: '两颊容易泛红发热，换护肤品会刺痛。',
    homeCare: '只用温和洁面和修护面霜，泛红时冷敷十分钟。',
    ...{ minDays: 10, maxDays: 21 },
  },
  射频紧致提拉: {
    goal: '三个月改善下颌线松弛',
    problems: '下颌线模糊，法令纹加深。',
    homeCare: '早晚紧致精华，向上按摩五分钟，出门防晒。',
    ...{ minDays: 28, maxDays: 42 },
  },
};

/** How clients liked a visit of their plan, one after the other. */
export const RATINGS = [
  { score: 5, words: '做完第二天同事都说气色好。' },
  { score: 4, words: '手法很舒服，时间稍微长了一点。' },
  { score: 5, words: '' },
] as const;

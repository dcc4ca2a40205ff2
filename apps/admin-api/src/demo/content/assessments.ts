import type { AssessmentContents, FormulaContents } from '../../modules/care/index.js';

type Findings = AssessmentContents['findings'];

/** How somebody was, three times, some weeks apart: what was found goes back and scores go up, mostly. */
export interface AssessedClient {
  readonly kind: 'face' | 'scalp' | 'hair';
  readonly choices: AssessmentContents['choices'];
  readonly times: readonly {
    readonly findings: Findings;
    readonly readings: Readonly<Record<string, number>>;
    readonly scores: Readonly<Record<string, number>>;
    readonly words: string;
    readonly advice: string;
  }[];
}

const seen = (zone: string, problem: string, severity: number): Findings[number] => ({
  ...{ zone, problem, severity },
});

export const ASSESSED: readonly AssessedClient[] = [
  {
    kind: 'face',
    choices: [
      { key: 'type', option: 'combination' },
      { key: 'tone', option: 'dull' },
      { key: 'sensitivity', option: 'sensitive' },
    ],
    times: [
      {
        findings: [
          ...[seen('cheek_left', 'redness', 3), seen('cheek_right', 'redness', 3)],
          ...[seen('nose', 'blackheads', 2), seen('forehead', 'oil', 2)],
        ],
        readings: { moisture: 28.5, sebum: 142, elasticity: 61 },
        scores: { moisture: 38, oil: 44, clarity: 50, calm: 32, firmness: 62, smoothness: 48 },
        words: '屏障受损，先修护，暂不做酸类和射频。',
        advice: '只用温和洁面，早晚厚涂修护霜，出门一定防晒。',
      },
      {
        findings: [
          ...[seen('cheek_left', 'redness', 2), seen('cheek_right', 'redness', 2)],
          seen('nose', 'blackheads', 2),
        ],
        readings: { moisture: 36, sebum: 118, elasticity: 63 },
        scores: { moisture: 52, oil: 56, clarity: 55, calm: 51, firmness: 63, smoothness: 55 },
        words: '泛红减轻，可以开始补水导入。',
        advice: '修护霜继续用，加一支玻尿酸精华。',
      },
      {
        findings: [seen('cheek_left', 'redness', 1), seen('nose', 'blackheads', 1)],
        readings: { moisture: 44.5, sebum: 96, elasticity: 66 },
        scores: { moisture: 68, oil: 67, clarity: 64, calm: 72, firmness: 65, smoothness: 66 },
        words: '屏障恢复，下个月可评估光子。',
        advice: '维持现在的步骤，每周两次面膜。',
      },
    ],
  },
  {
    kind: 'scalp',
    choices: [
      { key: 'type', option: 'oily' },
      { key: 'tone', option: 'red' },
      { key: 'sensitivity', option: 'slight' },
    ],
    times: [
      {
        findings: [
          ...[seen('crown', 'oil', 3), seen('crown', 'buildup', 3), seen('hairline', 'flakes', 2)],
          seen('back', 'itch', 2),
        ],
        readings: { density: 148, sebum: 210, moisture: 22 },
        scores: { clean: 36, oil: 30, calm: 48, density: 58 },
        words: '毛囊口堵塞明显，先清洁再控油。',
        advice: '洗头水温不要太高，晚上洗，吹干再睡。',
      },
      {
        findings: [
          seen('crown', 'oil', 2),
          seen('crown', 'buildup', 2),
          seen('hairline', 'flakes', 1),
        ],
        readings: { density: 150, sebum: 168, moisture: 26 },
        scores: { clean: 58, oil: 49, calm: 60, density: 60 },
        words: '堵塞改善，继续控油。',
        advice: '控油洗发水隔天用一次。',
      },
      {
        findings: [seen('crown', 'oil', 1)],
        readings: { density: 156, sebum: 121, moisture: 31 },
        scores: { clean: 76, oil: 68, calm: 74, density: 64 },
        words: '可以转入养护阶段。',
        advice: '头皮精华每晚一次，三分钟按摩。',
      },
    ],
  },
  {
    kind: 'hair',
    choices: [
      { key: 'type', option: 'fine' },
      { key: 'history', option: 'coloured' },
    ],
    times: [
      {
        findings: [seen('ends', 'split', 3), seen('ends', 'dryness', 3), seen('roots', 'grey', 1)],
        readings: { diameter: 58, stretch: 18 },
        scores: { strength: 40, shine: 36, smoothness: 38, elasticity: 42 },
        words: '发尾受损重，染前先修护两次。',
        advice: '发膜每周一次，少用高温吹风。',
      },
      {
        findings: [seen('ends', 'split', 2), seen('ends', 'dryness', 2), seen('roots', 'grey', 1)],
        readings: { diameter: 59, stretch: 23 },
        scores: { strength: 52, shine: 50, smoothness: 54, elasticity: 53 },
        words: '可以补染发根，发尾不动。',
        advice: '染后四十八小时再洗头。',
      },
      {
        findings: [seen('ends', 'dryness', 1), seen('roots', 'grey', 2)],
        readings: { diameter: 59.5, stretch: 27 },
        scores: { strength: 61, shine: 66, smoothness: 65, elasticity: 62 },
        words: '状态稳定，两个月后再补发根。',
        advice: '半干时抹护发精油在发尾。',
      },
    ],
  },
];

/** Mixed for one client, the oldest first. */
export const FORMULAS: readonly FormulaContents[] = [
  {
    parts: [{ brand: '青禾', shade: '6/0 自然棕', grams: 40 }],
    ...{ ratio: '1:1', developerPercent: 6, minutes: 35, zones: ['roots'] },
    remark: '白发区先上，多停五分钟。',
  },
  {
    parts: [
      { brand: '青禾', shade: '6/0 自然棕', grams: 30 },
      { brand: '青禾', shade: '7/1 冷棕', grams: 15 },
    ],
    ...{ ratio: '1:1.5', developerPercent: 6, minutes: 40, zones: ['roots', 'lengths'] },
    remark: '比上次略冷，她很喜欢。',
  },
];

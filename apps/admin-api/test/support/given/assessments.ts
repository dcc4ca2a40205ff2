/** How a face is, by the form that a salon starts with. */
export const AN_ASSESSMENT = {
  kind: 'face',
  formVersion: 1,
  contents: {
    choices: [{ key: 'type', option: 'combination' }],
    findings: [{ zone: 'cheek_left', problem: 'redness', severity: 2 }],
    readings: [{ key: 'moisture', value: 38.5 }],
    scores: [
      { key: 'moisture', value: 46 },
      { key: 'calm', value: 58 },
    ],
    words: '两颊屏障偏弱，先稳后补',
    advice: '两周内只用温和洁面',
  },
} as const;

/** What hair was coloured with. */
export const A_FORMULA = {
  parts: [{ brand: '青禾', shade: '7/1 冷棕', grams: 40 }],
  ...{ ratio: '1:1.5', developerPercent: 6, minutes: 35, zones: ['roots'] },
  remark: '发根先上，白发区多停五分钟',
} as const;

export const ASSESSMENT_FORM = {
  kind: 'hair',
  name: '头发评估',
  choices: [
    {
      ...{ key: 'type', name: '发质' },
      options: [
        { key: 'fine', name: '细软' },
        { key: 'coarse', name: '粗硬' },
      ],
    },
  ],
  problems: [{ key: 'split', name: '分叉' }],
  readings: [{ key: 'diameter', name: '发径', unit: 'µm', device: '发丝测径仪' }],
  scores: [{ key: 'shine', name: '光泽' }],
} as const;

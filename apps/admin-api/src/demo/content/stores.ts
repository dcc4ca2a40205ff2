import type { BrandDraft, StoreDraft } from '../../modules/stores/index.js';
import type { DeviceContent, PlaceContent, StoreKey } from './content-types.js';

export const BRAND: BrandDraft = {
  name: '隅里 YULI',
  slogan: '在街角，好好照顾自己',
  story:
    '2017 年，隅里从安福路弄堂里的两张护理床开始。我们把面部、身体、头皮与头发放在同一间店里，' +
    '由固定的人记住您的皮肤、发质和喜好。不推销、不催单，价目写在墙上，每一次护理都有记录。',
};

const everyDay = (
  weekday: readonly [number, number],
  weekend: readonly [number, number],
): StoreDraft['hours'] =>
  [1, 2, 3, 4, 5, 6, 7].map((day) => {
    const [opensMinute, closesMinute] = day >= 6 ? weekend : weekday;
    return { weekday: day, opensMinute, closesMinute };
  });

const SETTINGS: StoreDraft['settings'] = {
  slotStepMinutes: 15,
  leadMinutes: 60,
  horizonDays: 30,
  maxWaitMinutes: 15,
  maxOpenVisits: 10,
  phoneRequired: false,
  freeCancelHours: 4,
};

/** Addresses and numbers are made up; 5555 is not given to anyone. */
export const STORES: Readonly<Record<StoreKey, Omit<StoreDraft, 'closures'>>> = {
  wukang: {
    name: '隅里 · 武康店',
    shortName: '武康店',
    address: '上海市徐汇区安福路 318 弄 6 号 1-2 层',
    phone: '021-55550318',
    latitude: 31.214_286,
    longitude: 121.443_705,
    timeZone: 'Asia/Shanghai',
    settings: SETTINGS,
    hours: everyDay([600, 1320], [570, 1320]),
  },
  binjiang: {
    name: '隅里 · 滨江店',
    shortName: '滨江店',
    address: '上海市浦东新区滨江大道 3088 号 B1 层 06 室',
    phone: '021-55553088',
    latitude: 31.229_013,
    longitude: 121.503_468,
    timeZone: 'Asia/Shanghai',
    settings: SETTINGS,
    hours: everyDay([600, 1320], [600, 1320]),
  },
};

export const PLACES: Readonly<Record<StoreKey, readonly PlaceContent[]>> = {
  wukang: [
    { kind: 'bed', roomKind: 'facial', name: '晨曦间 1 号床' },
    { kind: 'bed', roomKind: 'facial', name: '晨曦间 2 号床' },
    { kind: 'room', roomKind: 'facial', name: '静苑' },
    { kind: 'room', roomKind: 'body', name: '暖山' },
    { kind: 'room', roomKind: 'body', name: '听雨' },
    { kind: 'bed', roomKind: 'scalp', name: '头疗 1 号位' },
    { kind: 'bed', roomKind: 'scalp', name: '头疗 2 号位' },
    { kind: 'room', roomKind: 'hair', name: '造型位 1' },
    { kind: 'room', roomKind: 'hair', name: '造型位 2' },
    { kind: 'room', roomKind: 'hair', name: '造型位 3' },
    { kind: 'room', roomKind: 'hair', name: '造型位 4' },
    { kind: 'bed', roomKind: 'wash', name: '洗头床 1' },
    { kind: 'bed', roomKind: 'wash', name: '洗头床 2' },
    { kind: 'room', roomKind: 'nail', name: '美甲位 1' },
    { kind: 'room', roomKind: 'nail', name: '美甲位 2' },
    { kind: 'bed', roomKind: 'lash', name: '美睫床' },
  ],
  binjiang: [
    { kind: 'bed', roomKind: 'facial', name: '江月间 1 号床' },
    { kind: 'bed', roomKind: 'facial', name: '江月间 2 号床' },
    { kind: 'room', roomKind: 'body', name: '潮汐' },
    { kind: 'bed', roomKind: 'scalp', name: '头疗位' },
    { kind: 'room', roomKind: 'hair', name: '造型位 1' },
    { kind: 'room', roomKind: 'hair', name: '造型位 2' },
    { kind: 'room', roomKind: 'hair', name: '造型位 3' },
    { kind: 'bed', roomKind: 'wash', name: '洗头床 1' },
    { kind: 'bed', roomKind: 'wash', name: '洗头床 2' },
    { kind: 'room', roomKind: 'nail', name: '美甲位' },
    { kind: 'bed', roomKind: 'lash', name: '美睫床' },
  ],
};

export const DEVICES: Readonly<Record<StoreKey, readonly DeviceContent[]>> = {
  wukang: [
    { deviceKind: 'hydra_jet', name: '小气泡仪 A' },
    { deviceKind: 'rf', name: '射频仪' },
    { deviceKind: 'ipl', name: '光子仪' },
    { deviceKind: 'steam', name: '热蒸仪' },
    { deviceKind: 'perm', name: '数码热烫机' },
    { deviceKind: 'scalp_scope', name: '头皮检测仪' },
  ],
  binjiang: [
    { deviceKind: 'hydra_jet', name: '小气泡仪 B' },
    { deviceKind: 'rf', name: '射频仪' },
    { deviceKind: 'steam', name: '热蒸仪' },
    { deviceKind: 'perm', name: '数码热烫机' },
    { deviceKind: 'scalp_scope', name: '头皮检测仪' },
  ],
};

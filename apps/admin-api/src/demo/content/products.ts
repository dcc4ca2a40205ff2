import type { StoreKey } from './content-types.js';

/** A product that the salon sells to take home. Prices in yuan. */
export interface ProductContent {
  readonly name: string;
  readonly brand: string;
  readonly unit: string;
  readonly description: string;
  readonly yuan: number;
  readonly memberYuan?: number;
  readonly barcode?: string;
  /** Left out: sold in both stores. */
  readonly onlyIn?: StoreKey;
  /** No longer sold; bills of the past name it. */
  readonly isGone?: boolean;
}

export interface ShelfContent {
  readonly category: string;
  readonly products: readonly ProductContent[];
}

/** What stands on the shelf behind the desk. */
export const SHELVES: readonly ShelfContent[] = [
  {
    category: '面部居家',
    products: [
      {
        ...{ name: '氨基酸洁面乳', brand: '沐颜', unit: '120ml/支', yuan: 128, memberYuan: 118 },
        description: '泡沫细，洗后不紧绷，早晚都能用；敏感期只在晚上用一次。',
        barcode: '6970012340018',
      },
      {
        ...{ name: '舒缓修护面膜', brand: '沐颜', unit: '5片/盒', yuan: 168, memberYuan: 148 },
        description: '护理后三天内每晚一片，镇静泛红；含积雪草和泛醇，不含香精。',
        barcode: '6970012340025',
      },
      {
        ...{ name: 'B5 玻尿酸精华', brand: '沐颜', unit: '30ml/瓶', yuan: 298, memberYuan: 268 },
        description: '三种分子量的玻尿酸，补水后锁得住；在乳液之前用，每次三滴。',
        barcode: '6970012340032',
      },
      {
        ...{ name: '屏障修护面霜', brand: '沐颜', unit: '50g/瓶', yuan: 358, memberYuan: 328 },
        description: '神经酰胺加角鲨烷，换季干痒、刷酸之后用；油皮只在两颊薄涂。',
        barcode: '6970012340049',
      },
      {
        ...{
          name: '清透防晒乳 SPF50+',
          brand: '日和',
          unit: '50ml/支',
          yuan: 188,
          memberYuan: 168,
        },
        description: '光电项目之后每天都要用；出门前十五分钟，两指节的量。',
        barcode: '6970023450016',
      },
      {
        ...{ name: '眼部紧致精华', brand: '沐颜', unit: '15ml/支', yuan: 328 },
        description: '咖啡因和多肽，晨起浮肿时冷藏后用；无名指轻轻点按到吸收。',
        barcode: '6970012340056',
      },
    ],
  },
  {
    category: '头皮头发',
    products: [
      {
        ...{ name: '控油蓬松洗发水', brand: '青禾', unit: '300ml/瓶', yuan: 138, memberYuan: 128 },
        description: '头皮油、发根塌的人用；先起泡再上头，停留一分钟。',
        barcode: '6970034560013',
      },
      {
        ...{ name: '锁色洗发水', brand: '青禾', unit: '300ml/瓶', yuan: 148, memberYuan: 138 },
        description: '染后四十八小时再洗；弱酸性，褪色慢，配同系列护发素。',
        barcode: '6970034560020',
      },
      {
        ...{ name: '修护发膜', brand: '青禾', unit: '200g/罐', yuan: 198, memberYuan: 178 },
        description: '烫染受损每周一次，发中到发尾，热毛巾包十分钟。',
        barcode: '6970034560037',
      },
      {
        ...{ name: '头皮舒缓精华', brand: '青禾', unit: '60ml/瓶', yuan: 268, memberYuan: 248 },
        description: '洗后分区滴在头皮，指腹打圈三分钟；敏感泛红时每天用。',
        barcode: '6970034560044',
      },
      {
        ...{ name: '免洗护发精油', brand: '青禾', unit: '80ml/瓶', yuan: 158 },
        description: '半干时两泵，抹在发尾；夏天一泵就够。',
        barcode: '6970034560051',
      },
    ],
  },
  {
    category: '身体护理',
    products: [
      {
        ...{ name: '肩颈按摩精油', brand: '山茶记', unit: '100ml/瓶', yuan: 218, memberYuan: 198 },
        description: '山茶油做底，薰衣草和甜马郁兰；睡前肩颈各十下，孕期不用。',
        barcode: '6970045670010',
      },
      {
        ...{ name: '身体磨砂膏', brand: '山茶记', unit: '250g/罐', yuan: 168, memberYuan: 148 },
        description: '海盐颗粒，沐浴时打圈，每周一次；有伤口的地方避开。',
        barcode: '6970045670027',
      },
      {
        ...{ name: '护手霜礼盒', brand: '山茶记', unit: '3支/盒', yuan: 99, memberYuan: 89 },
        description: '茉莉、白茶、橙花各一支，每支四十克。',
        barcode: '6970045670034',
      },
    ],
  },
  {
    category: '美甲美睫',
    products: [
      {
        ...{ name: '指缘营养油', brand: '拾甲', unit: '10ml/支', yuan: 58 },
        description: '做完指甲每晚涂一圈，指缘不起倒刺。',
        barcode: '6970056780017',
        onlyIn: 'binjiang',
      },
      {
        ...{ name: '睫毛清洁慕斯', brand: '拾甲', unit: '50ml/瓶', yuan: 88, memberYuan: 78 },
        description: '嫁接之后隔天用，不含油，不影响胶的牢度；附清洁刷。',
        barcode: '6970056780024',
        onlyIn: 'binjiang',
      },
      {
        ...{ name: '便携卸甲包', brand: '拾甲', unit: '20片/盒', yuan: 39 },
        description: '每指一片，包十分钟轻轻推下；已停售，建议回店卸甲。',
        isGone: true,
      },
    ],
  },
];

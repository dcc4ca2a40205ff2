// Who the synthetic clients are: all that is known of the n-th follows from n, so that whoever asks needs no list.

/** Surnames with their pinyin, the common ones first: 王 is one in fourteen. */
const SURNAMES = words(
  `王wang 李li 张zhang 刘liu 陈chen 杨yang 黄huang 赵zhao 周zhou 吴wu 徐xu 孙sun 朱zhu 马ma 胡hu 郭guo 林lin
   何he 高gao 梁liang 郑zheng 罗luo 宋song 谢xie 唐tang 韩han 冯feng 于yu 董dong 萧xiao 程cheng 曹cao 袁yuan 邓deng
   许xu 傅fu 沈shen 曾zeng 彭peng 吕lv 苏su 卢lu 蒋jiang 蔡cai 贾jia 丁ding 魏wei 薛xue 叶ye 阎yan 余yu 潘pan 杜du
   戴dai 夏xia 钟zhong 汪wang 田tian 任ren 姜jiang 范fan 方fang 石shi 姚yao 谭tan 廖liao 邹zou 熊xiong 金jin 陆lu`,
);
/** What given names are made of. */
const GIVEN = words(
  `芳fang 丽li 敏min 静jing 娜na 艳yan 娟juan 霞xia 婷ting 雪xue 梅mei 玲ling 慧hui 红hong 燕yan 英ying 琳lin 洁jie
   晓xiao 欣xin 怡yi 佳jia 雨yu 梦meng 思si 雅ya 文wen 倩qian 莹ying 颖ying 璐lu 蕾lei 悦yue 萱xuan 妍yan 涵han 琪qi
   诗shi 语yu 晨chen 瑶yao 月yue 兰lan 美mei 秀xiu 春chun 云yun 华hua 桂gui 珍zhen 淑shu 惠hui 萍ping 爱ai 青qing 莉li
   丹dan 冰bing 媛yuan 露lu 薇wei 菲fei 岚lan 宁ning 凡fan 若ruo 依yi 可ke 子zi 紫zi 安an 然ran 嘉jia 乐le 心xin 瑾jin
   婉wan 清qing 曼man 彤tong 琼qiong 岩yan 明ming 伟wei 强qiang 磊lei 军jun 洋yang 勇yong 杰jie 涛tao 超chao 平ping`,
);

/** @typedef {{ character: string, pinyin: string }} Word */

/** @param {string} text  @returns {readonly Word[]} */
function words(text) {
  return text
    .trim()
    .split(/\s+/)
    .map((word) => ({ character: word.slice(0, 1), pinyin: word.slice(1) }));
}

/** A fraction in [0, 1) that follows from a number and what it is for. @param {number} n  @param {number} what */
export function drawn(n, what) {
  let mixed = Math.imul(n ^ (what * 0x9e3779b1), 0x85ebca6b) >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35) >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x27d4eb2f) >>> 0;
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
}

/** The front of a list more often than its end. @param {readonly Word[]} list  @param {number} fraction */
const oneOf = (list, fraction) => list[Math.floor(fraction ** 1.8 * list.length)];

/** The characters of the n-th client's name. @param {number} n  @returns {readonly Word[]} */
export function nameParts(n) {
  const surname = oneOf(SURNAMES, drawn(n, 1));
  const first = oneOf(GIVEN, drawn(n, 2));
  return drawn(n, 3) < 0.25 ? [surname, first] : [surname, first, oneOf(GIVEN, drawn(n, 4))];
}

/** @param {number} n */
export const nameOf = (n) =>
  nameParts(n)
    .map(({ character }) => character)
    .join('');

/** A mobile number, each client another. @param {number} n */
export const phoneOf = (n) =>
  `13${String((n * 7_919 + 100_000_007) % 1_000_000_007).padStart(9, '0')}`;

/** @param {number} n */
export const memberNoOf = (n) => `YC${String(n + 1).padStart(6, '0')}`;

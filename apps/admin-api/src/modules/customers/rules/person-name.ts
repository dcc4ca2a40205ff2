import { sheetText } from './sheet-text.js';

/** What a file is called before its owner has said her name. */
export const UNNAMED = '微信顾客';

/** Longest name kept, in characters. */
const NAME_LENGTH = 30;

/** A name as it is kept: one form of each character, no control characters, single spaces. */
export function cleanName(text: string): string {
  return text.normalize('NFKC').replace(/\p{C}/gu, '').replace(/\s+/gu, ' ').trim();
}

/** Whether a text has a mobile number in it, however it is spaced. Names lie in the clear; phones never do. */
const holdsPhone = (text: string): boolean =>
  /(?<!\d)1[3-9]\d{9}(?!\d)/.test(text.normalize('NFKC').replace(/[\s-]/gu, ''));

/**
 * Why a text is nobody's name, as it is said to who wrote it; undefined for one that may be. No name begins like a
 * formula, and none is what a spreadsheet leaves where it could not count.
 */
export function nameFault(text: string): string | undefined {
  const name = cleanName(text);
  if (name === '') return '请填写姓名';
  if ([...name].length > NAME_LENGTH) return `姓名最多 ${NAME_LENGTH} 个字`;
  if (holdsPhone(name)) return '姓名里不要写手机号，请填在电话一栏';
  if (sheetText(name) === 'error') return '这是表格里的出错提示，请填写姓名';
  return /^[=+@]/.test(name) || text.startsWith('\t')
    ? '姓名不能以 =、+、@ 或制表符开头'
    : undefined;
}

/** `张小美` -> `张*美`, `张三` -> `张*`: enough to know one's own family, too little to learn a stranger. */
export function maskName(name: string): string {
  const characters = [...name];
  const first = characters[0] ?? '';
  if (characters.length <= 2) return `${first}*`;
  return first + '*'.repeat(characters.length - 2) + (characters.at(-1) ?? '');
}

/** `5678` -> `*******5678`. Only the last four digits are kept in the clear, so only they can be shown. */
export function maskPhone(last4: string): string {
  return `*******${last4}`;
}

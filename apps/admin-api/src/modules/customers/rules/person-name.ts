/** What a file is called before its owner has said her name. */
export const UNNAMED = '微信顾客';

/** Longest name kept, in characters. */
export const NAME_LENGTH = 30;

/** A name as it is kept: one form of each character, no control characters, single spaces. */
export function cleanName(text: string): string {
  return text.normalize('NFKC').replace(/\p{C}/gu, '').replace(/\s+/gu, ' ').trim();
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

/** Words that take away what the law gives (法释〔2025〕4号 art. 9). */
const VOID_TERMS = /概不退|不予退|不退不换|一律不退|恕不退|不可转让|不得转让|最终解释权/;

/** What is told to whoever writes such words. */
export const VOID_TERMS_MESSAGE =
  '含有法律规定无效的条款，请改写（如“概不退款”“不可转让”“最终解释权”）';

/** Whether a text takes away what the law gives; blanks between the characters hide nothing. */
export function hasVoidTerms(text: string): boolean {
  return VOID_TERMS.test(text.replaceAll(/\s/g, ''));
}

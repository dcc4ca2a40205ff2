/** Words that hold a sign of leaving something out and mean none. */
const ONLY_SOUNDS = /特别|分别|个别|区别|不错|不过|不断/gu;
const LEFT_OUT = /不|别|勿|忌|避免|避开|停用|停止|暂停|禁止|禁用|远离/u;

/**
 * The parts of an advice in somebody's own words that tell her to use something. What she is told to leave out speaks
 * against nothing; a list (、) stays with the word before it.
 */
export function advisedIn(text: string): string[] {
  return text
    .split(/[，。；！？,;!?\n\r]+/u)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !LEFT_OUT.test(part.replace(ONLY_SOUNDS, '')));
}

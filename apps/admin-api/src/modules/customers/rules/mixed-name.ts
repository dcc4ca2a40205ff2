import { initialOf, readingsOf } from './search-terms.js';

const HAN = /\p{Script=Han}/u;
const SYLLABLE =
  /^(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ian|iao|ing|ong|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|ve|a|e|i|o|u|v)/;

/** Initials of letters that were typed: of whole syllables where there are any, else each letter is one. */
function initialsOf(letters: string, whole: boolean): string {
  let [rest, initials] = [letters, ''];
  while (rest !== '') {
    const taken = (whole ? SYLLABLE.exec(rest)?.[0] : undefined) ?? rest.slice(0, 1);
    initials += taken.slice(0, 1);
    rest = rest.slice(taken.length);
  }
  return initials;
}

/** What initials may begin with of somebody whose name was typed in characters, pinyin and initials: 张xm, zhangxm. */
export function mixedStarts(text: string): string[] {
  const runs = text.match(/\p{Script=Han}|[a-z]+/gu) ?? [];
  if (runs.join('') !== text) return [];
  const ways = [true, false].map((whole) =>
    runs.map((run) => (HAN.test(run) ? initialOf(run) : initialsOf(run, whole))).join(''),
  );
  // One letter would be a tenth of all names, and is looked for as an initial anyway.
  return [...new Set(ways)].filter((initials) => initials.length > 1 && initials !== text);
}

/** The Chinese characters among what was typed, which a name that is meant holds in this order. */
export const charactersIn = (text: string): string =>
  [...text].filter((character) => HAN.test(character)).join('');

/** Whether typed text goes through characters one by one: as it is written, or as any reading of it begins. */
function goesThrough(characters: readonly string[], text: string): boolean {
  if (text === '') return true;
  const [character, ...others] = characters;
  if (character === undefined) return false;
  const [typed = ''] = text;
  if (HAN.test(typed)) return typed === character && goesThrough(others, text.slice(typed.length));
  return readingsOf(character).some((reading) => {
    for (let length = reading.length; length > 0; length -= 1) {
      if (!text.startsWith(reading.slice(0, length))) continue;
      if (goesThrough(others, text.slice(length))) return true;
    }
    return false;
  });
}

/** Whether a name, or the end of one, is meant by characters, pinyin and initials in one. */
export function meansName(name: string, text: string): boolean {
  const characters = [...name.normalize('NFKC').toLowerCase()];
  return characters.some((_, start) => goesThrough(characters.slice(start), text));
}

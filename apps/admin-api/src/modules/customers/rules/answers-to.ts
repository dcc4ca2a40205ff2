import { meansName } from './mixed-name.js';
import { hasTerm, spellingOf } from './search-terms.js';
import { soundsLike } from './sounds.js';

const LATIN = /[a-z]/;

/** Whether a name is meant by the start of it, or of an end of it: in characters, pinyin, initials, mixed or as it sounds. */
export function answersTo(name: string, start: string): boolean {
  if (hasTerm(name, ['name', 'pinyin', 'initials'], start) || meansName(name, start)) return true;
  const spelling = LATIN.test(start) ? start : spellingOf(start);
  if (spelling === '') return false;
  return [spelling, ...soundsLike(spelling)].some((sound) => hasTerm(name, ['pinyin'], sound));
}

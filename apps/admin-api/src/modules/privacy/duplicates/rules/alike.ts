import {
  UNNAMED,
  searchText,
  soundsLike,
  spellingOf,
  type Birthday,
} from '../../../customers/index.js';

/** A file as far as it is held against others. */
export interface Resembling {
  readonly id: string;
  readonly name: string;
  readonly birthday: Birthday | null;
}

/** Why two files may be one person's. */
export interface Reasons {
  /** The same phone, and names that do not tell them apart: a family shares one under different names. */
  readonly samePhone: boolean;
  /** Names that sound alike and the same birthday. */
  readonly sameBirthday: boolean;
  /** The same name and phones with the same last four digits: one of them may be mistyped. */
  readonly sameTail: boolean;
}

/** Names that are the same, sound the same, or differ in sounds that many people do not tell apart. */
export function namesAlike(one: string, other: string): boolean {
  if (searchText(one) === searchText(other)) return true;
  const [spelled, heard] = [spellingOf(searchText(one)), spellingOf(searchText(other))];
  if (spelled === '' || heard === '') return false;
  return spelled === heard || soundsLike(spelled).includes(heard);
}

/** The same day of the same calendar; a year that one of them does not have tells nothing. */
export function birthdaysAlike(one: Birthday | null, other: Birthday | null): boolean {
  if (one === null || other === null) return false;
  const isDay =
    one.calendar === other.calendar &&
    one.month === other.month &&
    one.day === other.day &&
    one.leapMonth === other.leapMonth;
  return isDay && (one.year === null || other.year === null || one.year === other.year);
}

const nameless = (name: string): boolean => name === UNNAMED;

/** @param shared what the keys of the database found to be the same @returns undefined where it is no reason */
export function reasonsOf(
  one: Resembling,
  other: Resembling,
  shared: { readonly phone: boolean; readonly tail: boolean },
): Reasons | undefined {
  const isAlike = namesAlike(one.name, other.name);
  const isNamed = !nameless(one.name) && !nameless(other.name);
  const reasons = {
    samePhone: shared.phone && (isAlike || !isNamed),
    sameBirthday: isNamed && isAlike && birthdaysAlike(one.birthday, other.birthday),
    sameTail: shared.tail && isNamed && searchText(one.name) === searchText(other.name),
  };
  return Object.values(reasons).includes(true) ? reasons : undefined;
}

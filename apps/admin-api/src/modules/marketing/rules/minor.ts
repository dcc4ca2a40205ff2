/** Whoever is younger needs a guardian's consent to any use of her data (个人信息保护法 31). */
const OF_AGE = 14;

/**
 * Whether she is a child on her birthday of `year`. Without a year of birth nobody knows, and the file is that of a
 * client who has signed for herself.
 */
export const isMinor = (birthYear: number | null, year: number): boolean =>
  birthYear !== null && year - birthYear < OF_AGE;

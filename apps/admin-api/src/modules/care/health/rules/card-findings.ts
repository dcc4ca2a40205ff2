import type { CareFinding } from './judge.js';

/** A card and what it is good for. */
interface Card {
  readonly name: string;
  readonly serviceIds: readonly string[];
}

/** Findings about services of cards that are sold, soft all of them, each with the names of the cards that it is about. */
export const findingsOfCards = (
  found: readonly CareFinding[],
  cards: readonly Card[],
): CareFinding[] =>
  found.map((finding) => {
    const { serviceId, words, plainWords } = finding;
    const its = cards.filter((card) => serviceId && card.serviceIds.includes(serviceId));
    const about = its.length === 0 ? '' : `卡项${its.map(({ name }) => `「${name}」`).join('')}：`;
    return {
      ...{ ...finding, severity: 'soft' },
      ...{ words: about + words, plainWords: about + plainWords },
    };
  });

/** What is found of a bill together with its cards. What was found of its other lines is not said again of a card. */
export const besideCards = (
  found: readonly CareFinding[],
  ofCards: readonly CareFinding[],
): CareFinding[] => {
  const known = new Set(found.map(aboutWhat));
  return [...found, ...ofCards.filter((one) => !known.has(aboutWhat(one)))];
};

/** Of what nobody can name an item it is said once, whatever it was asked for. */
const aboutWhat = ({ code, kind, serviceId, productId }: CareFinding): string =>
  serviceId === undefined && productId === undefined ? kind : code;

export const REACTIONS = ['none', 'mild', 'marked'] as const;
/** How her skin or scalp took a treatment. */
export type Reaction = (typeof REACTIONS)[number];

export const REACTION_WORDS: Readonly<Record<Reaction, string>> = {
  none: '没有不适',
  mild: '轻微反应',
  marked: '明显反应',
};

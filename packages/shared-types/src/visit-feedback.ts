/**
 * What a client can say with one tap while she is served: all is well, lighter, stronger, warmer, cooler, somebody is
 * to come; or words of her own.
 */
export const FEEDBACK_WISHES = [
  'fine',
  'lighter',
  'stronger',
  'warmer',
  'cooler',
  'come',
  'words',
] as const;
export type FeedbackWish = (typeof FEEDBACK_WISHES)[number];

/** Longest words of hers, in characters. */
export const FEEDBACK_LENGTH = 200;

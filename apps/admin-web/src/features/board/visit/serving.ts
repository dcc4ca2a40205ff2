/** The positions of those who serve clients. */
export const SERVING: ReadonlySet<string> = new Set([
  'therapist',
  'stylist',
  'colourist',
  'assistant',
  'consultant',
]);

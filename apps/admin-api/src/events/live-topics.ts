/**
 * What may leave the house on a staff stream: topics with one of these first words. The word is also the name of
 * the server-sent event. Everything else stays inside.
 */
export const LIVE_TOPIC_WORDS: readonly string[] = [
  'appointment',
  'payment',
  'refund',
  'value',
  'session',
];

import { Transform } from 'class-transformer';

/** Control characters but line break and tab, halves of characters, zero-width and direction marks: nobody types them, and they can hide or turn text. */
const UNSEEN = /(?![\n\t])[\p{Cc}\p{Cs}\u200B\u202A-\u202E\u2066-\u2069\uFEFF]/gu;

/** Free text as it was meant: without what cannot be seen. Anything but text is left to the validators. */
export const CleanText = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? value.replace(UNSEEN, '') : value,
  );

/** A text with something in it that can be read: not only spaces, and marks that nobody sees. */
export const READABLE = /[^\s\p{C}]/u;

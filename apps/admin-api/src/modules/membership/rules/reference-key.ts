/** A number on paper as it is kept: whoever types it in small letters means the same paper. */
export const referenceKey = (reference: string): string => reference.toUpperCase();

/** A mainland mobile number, eleven digits. */
export const isMobile = (text: string): boolean => /^1[3-9]\d{9}$/.test(text);

/** Digits only, at most eleven: what a pasted '138 0013 8000' means. */
export const digitsOf = (text: string): string =>
  text
    .replace(/^\s*(\+?86)(?=[\s-]*1)/, '')
    .replace(/\D/g, '')
    .slice(0, 11);

/** The six digits of the message. */
export const isSmsCode = (text: string): boolean => /^\d{6}$/.test(text);

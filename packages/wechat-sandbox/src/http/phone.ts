/** A mainland mobile number, with or without +86. */
export const MAINLAND_PHONE = /^(?:\+86)?1[3-9]\d{9}$/;

/** The eleven digits of a mainland number. */
export function elevenDigits(phone: string): string {
  return phone.replace(/^\+86/, '');
}

/** Mainland mobile numbers: 11 digits, first 1, second 3 to 9. */
const MOBILE = /^1[3-9]\d{9}$/;
const COUNTRY_CODE = /^(?:\+|00)?86(?=1[3-9]\d{9}$)/;
const SEPARATORS = /[\s\-－‐-―()（）.·]/g;

/**
 * A mainland mobile number as eleven digits, from what people type: +86 or 0086 in front, spaces, dashes,
 * full-width digits. Undefined when it is none.
 */
export function normalizePhone(text: string): string | undefined {
  const plain = text.normalize('NFKC').replace(SEPARATORS, '').replace(COUNTRY_CODE, '');
  return MOBILE.test(plain) ? plain : undefined;
}

/** `138****1234`. Takes eleven digits; anything shorter is hidden whole. */
export function maskPhone(phone: string): string {
  return phone.length === 11 ? `${phone.slice(0, 3)}****${phone.slice(7)}` : '****';
}

import { normalizePhone } from '../../../../platform/crypto/index.js';

/** Digits of a mobile number. */
const DIGITS = 11;
const SCIENTIFIC = /^(\d)(?:\.(\d+))?E\+?(\d{1,2})$/i;

/** Why a text is no phone. */
export type PhoneFlaw = 'lost_digits' | 'no_phone' | 'several';

/**
 * A phone from a cell. Spreadsheets write long numbers as 1.38E+10 and keep the digits only where all of them are
 * written; then it is read, else nobody knows the number any more.
 */
export function readPhoneCell(
  text: string,
): { readonly phone: string } | { readonly flaw: PhoneFlaw } {
  const bare = text.normalize('NFKC').trim();
  const [, first, decimals = '', power] = SCIENTIFIC.exec(bare) ?? [];
  if (first !== undefined)
    return Number(power) === DIGITS - 1 && decimals.length === DIGITS - 1
      ? phoneOf(first + decimals)
      : { flaw: Number(power) === DIGITS - 1 ? 'lost_digits' : 'no_phone' };
  // A whole number that was kept with decimals.
  const whole = bare.replace(/^(\d{11})\.0+$/, '$1');
  const parts = whole.split(/[,;、，；/|\n]+/).filter((part) => part.trim() !== '');
  if (parts.length > 1 && parts.every((part) => normalizePhone(part) !== undefined))
    return { flaw: 'several' };
  return phoneOf(whole);
}

function phoneOf(text: string): { readonly phone: string } | { readonly flaw: PhoneFlaw } {
  const phone = normalizePhone(text);
  return phone === undefined ? { flaw: 'no_phone' } : { phone };
}

import { normalizePhone } from '../../../platform/crypto/index.js';
import { refuseField } from '../../../platform/errors/index.js';
import { cleanName, nameFault } from './person-name.js';

/** @throws Refusal INVALID_INPUT naming `name` */
export function readName(text: string): string {
  const fault = nameFault(text);
  return fault === undefined ? cleanName(text) : refuseField('name', fault);
}

/**
 * A mobile number of mainland China in its one stored form, whatever spaces or +86 it was typed with.
 * @throws Refusal INVALID_INPUT naming `phone`
 */
export function readPhone(text: string): string {
  return normalizePhone(text) ?? refuseField('phone', '请填写 11 位手机号');
}

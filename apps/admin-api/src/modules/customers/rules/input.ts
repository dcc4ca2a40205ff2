import { normalizePhone } from '../../../platform/crypto/index.js';
import { refuseField } from '../../../platform/errors/index.js';
import { NAME_LENGTH, cleanName } from './person-name.js';

/** @throws Refusal INVALID_INPUT naming `name` */
export function readName(text: string): string {
  const name = cleanName(text);
  if (name === '') return refuseField('name', '请填写姓名');
  if ([...name].length > NAME_LENGTH) return refuseField('name', `姓名最多 ${NAME_LENGTH} 个字`);
  return name;
}

/**
 * A mobile number of mainland China in its one stored form, whatever spaces or +86 it was typed with.
 * @throws Refusal INVALID_INPUT naming `phone`
 */
export function readPhone(text: string): string {
  return normalizePhone(text) ?? refuseField('phone', '请填写 11 位手机号');
}

import type { Reader } from '../../../platform/database/index.js';
import { Refusal } from '../../../platform/errors/index.js';
import {
  missingAtCreation,
  type CreationDraft,
  type CreationField,
} from '../rules/completeness.js';
import { filePolicy } from './file-policy.js';

const MESSAGES: Readonly<Record<CreationField, string>> = {
  phone: '请填写手机号',
  gender: '请选择性别',
  birthday: '请填写生日',
  source: '请选择来源',
};

/** Holds a file that is opened at the desk against the policy. @throws Refusal INVALID_INPUT naming what is missing */
export async function demandAtCreation(reader: Reader, draft: CreationDraft): Promise<void> {
  const missing = missingAtCreation(await filePolicy(reader), draft);
  if (missing.length === 0) return;
  const fields = missing.map((field) => ({ field, message: MESSAGES[field] }));
  throw new Refusal('INVALID_INPUT', { fields });
}

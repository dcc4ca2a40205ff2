import type { FormInstance } from 'antd';
import { ApiProblem } from '../api/problem';

/**
 * Puts the API's complaints beside the fields they are about.
 * @returns  whether every complaint found its field; otherwise the sentence has to be shown elsewhere
 */
export function showFieldErrors<T>(form: FormInstance<T>, error: unknown): boolean {
  if (!(error instanceof ApiProblem) || error.fields.length === 0) return false;
  const known = new Set(Object.keys(form.getFieldsValue(true) as object));
  const byField = new Map<string, string[]>();
  for (const { field, message } of error.fields)
    byField.set(field, [...(byField.get(field) ?? []), message]);
  type Fields = Parameters<typeof form.setFields>[0];
  form.setFields([...byField].map(([name, errors]) => ({ name, errors })) as unknown as Fields);
  return [...byField.keys()].every((field) => known.has(field));
}

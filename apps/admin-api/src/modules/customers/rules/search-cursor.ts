import { refuseField } from '../../../platform/errors/index.js';

/** Where a page of a search ended: the step it was in, the key it had reached there, and the last file shown. */
export interface SearchCursor {
  readonly step: number;
  readonly key: string;
  readonly id: string;
}

export function writeCursor(cursor: SearchCursor): string {
  return Buffer.from(JSON.stringify([cursor.step, cursor.key, cursor.id])).toString('base64url');
}

/** @throws Refusal INVALID_INPUT naming `cursor` */
export function readCursor(text: string): SearchCursor {
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return refuseField('cursor', '翻页位置无效，请重新查询');
  }
  const [step, key, id] = Array.isArray(parts) ? (parts as unknown[]) : [];
  const ok =
    Number.isInteger(step) &&
    typeof key === 'string' &&
    typeof id === 'string' &&
    Number(step) >= 0;
  return ok ? { step: Number(step), key, id } : refuseField('cursor', '翻页位置无效，请重新查询');
}

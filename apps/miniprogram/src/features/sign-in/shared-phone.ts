import type { ErrorCode } from '@yance/shared-types';
import { ApiProblem, isRecord } from '@/lib/failure';

/** One of several files that carry the phone. */
export interface SharedFile {
  id: string;
  nameMasked: string;
}

export interface SharedPhone {
  /** Stands for the proven number, so that it need not be proven twice. */
  proof: string;
  /** Empty when every file with this phone belongs to another account. */
  candidates: SharedFile[];
}

const ASKING: readonly ErrorCode[] = ['PHONE_SHARED', 'PHONE_TIED'];

/** The choice that a refusal asks for; a phone tied to another WeChat account leaves only a file of one's own. */
export function sharedPhoneIn(failure: unknown): SharedPhone | undefined {
  if (!(failure instanceof ApiProblem) || !ASKING.some((code) => failure.is(code))) {
    return undefined;
  }
  const { proof, candidates = [] } = failure.extras;
  if (typeof proof !== 'string' || !Array.isArray(candidates)) return undefined;
  const files = candidates.filter(
    (one): one is SharedFile =>
      isRecord(one) && typeof one['id'] === 'string' && typeof one['nameMasked'] === 'string',
  );
  return { proof, candidates: files };
}

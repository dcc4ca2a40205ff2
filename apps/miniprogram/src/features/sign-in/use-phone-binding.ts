import { useState } from 'react';
import { bindPhone, type PhoneProof } from '@/api/phone';
import { ApiProblem, isRecord } from '@/lib/failure';

/** One of several files that carry the phone. */
export interface SharedFile {
  id: string;
  nameMasked: string;
}

export interface SharedPhone {
  proof: string;
  candidates: SharedFile[];
}

/** Binds a phone; where it stands on several files, keeps the question whose it is. */
export function usePhoneBinding(onBound: () => void) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const [shared, setShared] = useState<SharedPhone>();

  async function bind(proof: PhoneProof) {
    setBusy(true);
    setProblem(undefined);
    try {
      await bindPhone(proof);
      onBound();
    } catch (failure) {
      const files = sharedPhoneIn(failure);
      if (files) setShared(files);
      else setProblem(failure);
    } finally {
      setBusy(false);
    }
  }
  return { bind, busy, problem, setProblem, shared };
}

/** The choice that a PHONE_SHARED answer asks for. */
export function sharedPhoneIn(failure: unknown): SharedPhone | undefined {
  if (!(failure instanceof ApiProblem) || failure.code !== 'PHONE_SHARED') return undefined;
  const { proof, candidates } = failure.extras;
  if (typeof proof !== 'string' || !Array.isArray(candidates)) return undefined;
  const files = candidates.filter(
    (one): one is SharedFile =>
      isRecord(one) && typeof one['id'] === 'string' && typeof one['nameMasked'] === 'string',
  );
  return { proof, candidates: files };
}

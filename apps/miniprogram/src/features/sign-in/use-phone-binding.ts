import { useState } from 'react';
import { bindPhone, type PhoneProof } from '@/api/phone';
import { ApiProblem } from '@/lib/failure';
import { sharedPhoneIn, type SharedPhone } from './shared-phone';

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
      if (files) {
        setShared(files);
        return;
      }
      setProblem(failure);
      // The choice can no longer be made: back to proving the phone.
      if (failure instanceof ApiProblem && failure.is('PHONE_PROOF_EXPIRED')) setShared(undefined);
    } finally {
      setBusy(false);
    }
  }
  return { bind, busy, problem, setProblem, shared };
}

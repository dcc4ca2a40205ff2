import { View } from '@tarojs/components';
import { useReducer, useState } from 'react';
import { useGiveConsent } from '@/api/consents';
import { forget } from '@/api/remote';
import type { ConsentStanding } from '@/api/types';
import { Button } from '@/components/button';
import { SignatureField } from '@/features/wallet/signature-field';
import { ApiProblem, sentenceOf } from '@/lib/failure';
import { SignatureInk } from '@/lib/signature-ink';
import { GuardianFields, GuardianOpen, NOBODY, isGuardian } from './guardian-fields';

/** Signs a consent or a notice; for a child her guardian does. Nothing is ticked beforehand. */
export function ConsentSign({ item: { text, guardianNeeded } }: { item: ConsentStanding }) {
  const write = useGiveConsent(text.id);
  const [ink] = useState(() => new SignatureInk());
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  const [guardian, setGuardian] = useState(guardianNeeded ? NOBODY : undefined);
  const [problem, setProblem] = useState<unknown>();
  const lost = write.state.phase === 'unknown';
  const busy = write.state.phase === 'sending';
  async function sign() {
    setProblem(undefined);
    const who = guardian && { guardian: { ...guardian, name: guardian.name.trim() } };
    try {
      const body = { textId: text.id, signature: ink.value(), ...who };
      await (write.retry() ?? write.submit(body));
      forget('/client/consents');
    } catch (failure) {
      setProblem(failure);
      const code = failure instanceof ApiProblem ? failure.code : '';
      if (code === 'GUARDIAN_REQUIRED') setGuardian(NOBODY);
      if (code === 'CONSENT_GIVEN' || code === 'CONSENT_TEXT_CHANGED') forget('/client/consents');
    }
  }
  const isFilled = !guardian || isGuardian(guardian);
  return (
    <View className="card stack">
      {guardian ? (
        <GuardianFields guardian={guardian} below={text.guardianBelow} onChange={setGuardian} />
      ) : (
        <GuardianOpen onOpen={() => setGuardian(NOBODY)} />
      )}
      <View className="section">{guardian ? '监护人签名' : '看过以上内容，同意的请签名'}</View>
      <SignatureField ink={ink} disabled={busy || lost} onChange={redraw} />
      {problem !== undefined && (
        <View className="alert" role="alert">
          {sentenceOf(problem)}
        </View>
      )}
      <Button
        id="consent-sign"
        disabled={(!ink.isSigned || !isFilled) && !lost}
        busy={busy}
        onTap={() => void sign()}
      >
        {lost ? '再问一次' : '同意并签名'}
      </Button>
    </View>
  );
}

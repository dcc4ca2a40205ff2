import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { askedOf, faultOfAnswers, type AnswerFault } from '@yance/shared-types';
import { useMemo, useReducer, useState } from 'react';
import { questionnairesChanged, useAnswer } from '@/api/questionnaires';
import type { GuardianDraft, MyQuestionnaire } from '@/api/types';
import { Button } from '@/components/button';
import {
  GuardianFields,
  GuardianOpen,
  NOBODY,
  isGuardian,
} from '@/features/consents/guardian-fields';
import { SignatureField } from '@/features/wallet/signature-field';
import { ApiProblem, sentenceOf } from '@/lib/failure';
import { SignatureInk } from '@/lib/signature-ink';
import { platform } from '@/platform';
import { QuestionField } from './question-field';
import { KeptReply, answersFrom, type Typed } from './typed-answers';
import './questionnaires.scss';

/** What else the phone does not have to ask: the form changed, or she may not answer it as it stands. */
const READ_AGAIN = ['QUESTIONNAIRE_CHANGED', 'QUESTIONNAIRE_NOT_FOUND', 'HEALTH_CONSENT_MISSING'];

/** The questions one below the other, and at the end her signature where the salon asks for it. */
export function QuestionnaireReply({ form, onSent }: { form: MyQuestionnaire; onSent(): void }) {
  const { questionnaireId, version, questions, signed, guardianBelow } = form;
  const write = useAnswer(questionnaireId);
  const kept = useMemo(
    () => new KeptReply(platform.storage, questionnaireId, version),
    [questionnaireId, version],
  );
  const [typed, setTyped] = useState(() => kept.read());
  const [ink] = useState(() => new SignatureInk());
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  const [guardian, setGuardian] = useState<GuardianDraft | undefined>(
    form.guardianNeeded ? NOBODY : undefined,
  );
  const [fault, setFault] = useState<AnswerFault>();
  const [problem, setProblem] = useState<unknown>();
  const lost = write.state.phase === 'unknown';
  const busy = write.state.phase === 'sending';
  const answers = answersFrom(questions, typed);

  function change(key: string, next: Typed) {
    const all = { ...typed, [key]: next };
    setTyped(all);
    kept.write(all);
    if (fault?.key === key) setFault(undefined);
  }

  async function send() {
    const found = lost ? undefined : faultOfAnswers(questions, answers);
    setFault(found);
    setProblem(undefined);
    if (found) {
      void Taro.pageScrollTo({ selector: `#question-${found.key}`, offsetTop: -16 });
      return;
    }
    const who = guardian && { guardian: { ...guardian, name: guardian.name.trim() } };
    const sign = signed ? { signature: ink.value() } : {};
    try {
      await (write.retry() ?? write.submit({ version, answers: wire(answers), ...sign, ...who }));
      kept.clear();
      onSent();
    } catch (failure) {
      setProblem(failure);
      const code = failure instanceof ApiProblem ? failure.code : '';
      if (code === 'GUARDIAN_REQUIRED') setGuardian(NOBODY);
      if (READ_AGAIN.includes(code)) questionnairesChanged();
    }
  }

  const isReady = (!signed || ink.isSigned) && (!guardian || isGuardian(guardian));
  return (
    <View className="stack" id="questionnaire-reply">
      {askedOf(questions, answers).map((question, place) => (
        <QuestionField
          key={question.key}
          place={place + 1}
          question={question}
          typed={typed[question.key] ?? {}}
          problem={fault?.key === question.key ? fault.message : undefined}
          onChange={(next) => change(question.key, next)}
        />
      ))}
      <View className="card stack">
        {guardian ? (
          <GuardianFields guardian={guardian} below={guardianBelow} onChange={setGuardian} />
        ) : (
          <GuardianOpen onOpen={() => setGuardian(NOBODY)} />
        )}
        {signed && (
          <>
            <View className="section">{guardian ? '监护人签名' : '以上内容属实，请签名'}</View>
            <SignatureField ink={ink} disabled={busy || lost} onChange={redraw} />
          </>
        )}
        {problem !== undefined && (
          <View className="alert" role="alert">
            {sentenceOf(problem)}
          </View>
        )}
        <Button
          id="questionnaire-send"
          disabled={!isReady && !lost}
          busy={busy}
          onTap={() => void send()}
        >
          {lost ? '再问一次' : signed ? '签名并提交' : '提交'}
        </Button>
        <View className="note">没填完也没关系，已填的会在这部手机上留一天，可以接着填。</View>
      </View>
    </View>
  );
}

/** The lists of the wire can be written to. */
const wire = (answers: ReturnType<typeof answersFrom>) =>
  answers.map(({ options, ...one }) => (options ? { ...one, options: [...options] } : one));

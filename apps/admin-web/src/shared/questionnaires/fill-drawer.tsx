import { answersOfAsked, faultOfAnswers, type Answer, type AnswerFault } from '@yance/shared-types';
import { App, Button, Drawer, Form, Switch } from 'antd';
import { useState } from 'react';
import type { QuestionnaireToFill, Signature } from '../api/contract';
import { sentenceOf } from '../api/problem';
import { ConsentFirst } from '../consents/consent-first';
import {
  FIRST_RELATION,
  GuardianItems,
  guardianOf,
  type GuardianFields,
} from '../consents/guardian-items';
import { NOTHING_DRAWN, SignaturePad, isSigned } from '../consents/signature-pad';
import { Notice } from '../ui/amount';
import { Loaded } from '../ui/states';
import { useNarrow } from '../ui/use-width';
import { useReply, useToFill } from './api';
import styles from './questionnaires.module.css';
import { Questions } from './questions';

/** The device is handed to the client: she fills a questionnaire in on the salon's screen. */
export function FillDrawer({
  clientId,
  questionnaireId,
  title,
  onClose,
}: {
  clientId: string;
  questionnaireId: string;
  title: string;
  onClose: () => void;
}) {
  const narrow = useNarrow();
  const form = useToFill(clientId, questionnaireId);
  return (
    <Drawer open onClose={onClose} size={narrow ? '100%' : 560} title={title} destroyOnHidden>
      <div data-testid="questionnaire-fill">
        <Loaded query={form} rows={10}>
          {(data) =>
            data.health && data.consent !== 'given' ? (
              <ConsentFirst clientId={clientId} consent={data.consent} />
            ) : (
              <Reply key={data.version} clientId={clientId} form={data} onDone={onClose} />
            )
          }
        </Loaded>
      </div>
    </Drawer>
  );
}

function Reply({
  clientId,
  form,
  onDone,
}: {
  clientId: string;
  form: QuestionnaireToFill;
  onDone: () => void;
}) {
  const { message } = App.useApp();
  const { questionnaireId, version, questions, signed } = form;
  const [guardianForm] = Form.useForm<GuardianFields>();
  const [answers, setAnswers] = useState<Answer[]>([]);
  const [fault, setFault] = useState<AnswerFault>();
  const [drawn, setDrawn] = useState<Signature>(NOTHING_DRAWN);
  const [withGuardian, setWithGuardian] = useState(form.guardianNeeded);
  const { write, error, isPending } = useReply(clientId, questionnaireId);
  const change = (next: Answer[]) => {
    setAnswers(next);
    setFault(undefined);
  };
  const save = (fields: GuardianFields) => {
    const said = answersOfAsked(questions, answers);
    const found = faultOfAnswers(questions, said);
    setFault(found);
    if (found) return;
    const sent = said.map(({ options, ...one }) =>
      options ? { ...one, options: [...options] } : one,
    );
    write(
      {
        ...{ version, answers: sent },
        ...(signed && { signature: drawn }),
        ...(withGuardian && { guardian: guardianOf(fields) }),
      },
      {
        done: () => {
          void message.success('已提交');
          onDone();
        },
      },
    );
  };
  return (
    <>
      {form.intro !== '' && <p className={styles.intro}>{form.intro}</p>}
      <Questions questions={questions} answers={answers} fault={fault} onChange={change} />
      <Form<GuardianFields>
        form={guardianForm}
        layout="vertical"
        validateTrigger="onBlur"
        initialValues={FIRST_RELATION}
        onFinish={save}
        className={styles.end}
      >
        <Form.Item label="由监护人填写（未成年人）">
          <Switch
            checked={withGuardian}
            disabled={form.guardianNeeded}
            onChange={setWithGuardian}
            data-testid="questionnaire-guardian"
          />
        </Form.Item>
        {withGuardian && <GuardianItems below={form.guardianBelow} />}
        {signed && <SignaturePad value={drawn} onChange={setDrawn} />}
        {fault && <Notice tone="alarm">{`${fault.message}`}</Notice>}
        {error !== null && <Notice tone="alarm">{sentenceOf(error)}</Notice>}
        <Button
          type="primary"
          block
          loading={isPending}
          disabled={signed && !isSigned(drawn)}
          onClick={() => guardianForm.submit()}
          data-testid="questionnaire-save"
        >
          {signed ? '内容属实，签名并提交' : '提交'}
        </Button>
      </Form>
    </>
  );
}

import { App, Button, Form } from 'antd';
import { useState } from 'react';
import type { VisitTreatment } from '../../../shared/api/contract';
import { ApiProblem } from '../../../shared/api/problem';
import { useAutosave } from '../../../shared/api/use-autosave';
import { dateLabel } from '../../../shared/format/time';
import { DraftNote } from '../../../shared/ui/draft-note';
import { GuardedDrawer, differs, useLeave, useUnsaved } from '../../../shared/ui/guarded-drawer';
import { Empty, Loaded } from '../../../shared/ui/states';
import { useNarrow } from '../../../shared/ui/use-width';
import { draftsOf, useCorrectTreatment, useTreatment, useWriteTreatment } from '../api/treatment';
import styles from '../care.module.css';
import { draftOf, fieldsOf, fieldsOfTemplates, type RecordFields } from './record-fields';
import { RecordForm } from './record-form';
import { wordsFor, workOnly } from './record-words';
import { RecordView } from './record-view';
import { Refused } from './refused';
import { CorrectionReason } from './correction-reason';

/** What was done at a visit: read, written, or corrected. */
export default function RecordDrawer({
  visitId,
  onClose,
}: {
  visitId: string;
  onClose: () => void;
}) {
  const treatment = useTreatment(visitId);
  const narrow = useNarrow();
  const day = treatment.data && dateLabel(treatment.data.visitedOn);
  return (
    <GuardedDrawer
      open
      onClose={onClose}
      size={narrow ? '100%' : 620}
      title={day ? `护理记录 · ${day}` : '护理记录'}
      styles={{ body: { paddingBottom: 0 } }}
    >
      <div data-testid="record-drawer">
        <Loaded query={treatment} rows={10}>
          {(data) => <Record key={visitId} visitId={visitId} treatment={data} onClose={onClose} />}
        </Loaded>
      </div>
    </GuardedDrawer>
  );
}

interface Props {
  visitId: string;
  treatment: VisitTreatment;
  onClose: () => void;
}

function Record(props: Props) {
  const { recordId, versions, writable, consent } = props.treatment;
  const [isCorrecting, setCorrecting] = useState(false);
  if (recordId === null)
    return writable ? (
      <NewRecord {...props} />
    ) : (
      <Empty title="这次护理还没有记录" hint="由做这次护理的美容师或店长来写。" />
    );
  if (isCorrecting)
    return <Correction {...props} recordId={recordId} onDone={() => setCorrecting(false)} />;
  return (
    <>
      <RecordView versions={versions} consent={consent} />
      {writable && (
        <div className={styles.foot}>
          <Button onClick={() => setCorrecting(true)} data-testid="record-correct">
            更正
          </Button>
        </div>
      )}
    </>
  );
}

const isDeviation = (error: unknown): boolean =>
  error instanceof ApiProblem && error.code === 'TREATMENT_DEVIATES';

function NewRecord({ visitId, treatment, onClose }: Props) {
  const { message } = App.useApp();
  const [form] = Form.useForm<RecordFields>();
  const { draft } = treatment;
  const [initial] = useState(() =>
    draft ? fieldsOf(draft.contents) : fieldsOfTemplates(treatment),
  );
  const words = wordsFor(treatment);
  const keep = (fields: RecordFields) => autosave.typed(workOnly(draftOf(fields), words));
  const autosave = useAutosave(draftsOf(visitId), draft?.revision ?? 0);
  const { write, error, isPending } = useWriteTreatment(visitId);
  const send = (fields: RecordFields) => {
    autosave.stop();
    write(draftOf(fields), {
      done: () => {
        void message.success('护理记录已写好');
        onClose();
      },
      // Nothing typed is lost: it goes on as a draft.
      refused: () => keep(fields),
    });
  };
  return (
    <>
      <RecordForm
        form={form}
        initial={initial}
        words={words}
        visitedOn={treatment.visitedOn}
        deviates={isDeviation(error)}
        onTyped={keep}
        onSend={send}
      />
      <Refused error={error} />
      <div className={`${styles.foot} ${styles.stuck}`}>
        <DraftNote
          state={autosave.state}
          onRetry={autosave.saveNow}
          className={styles.saved}
          testId="record-draft"
        />
        <Button
          type="primary"
          loading={isPending}
          onClick={() => form.submit()}
          data-testid="record-write"
        >
          写好了
        </Button>
      </div>
    </>
  );
}

function Correction({
  treatment,
  recordId,
  onDone,
}: Props & { recordId: string; onDone: () => void }) {
  const { message } = App.useApp();
  const [form] = Form.useForm<RecordFields>();
  const [now] = treatment.versions;
  const words = wordsFor(treatment);
  const { write, error, isPending } = useCorrectTreatment(recordId);
  const [initial] = useState(() => (now ? fieldsOf(now.contents) : null));
  const leave = useLeave();
  useUnsaved(() =>
    differs({ ...initial, ...(form.getFieldsValue(true) as RecordFields) }, initial),
  );
  if (!now || !initial) return null;
  const send = (fields: RecordFields) => {
    const reason = (fields.reason ?? '').trim();
    write(
      { ...draftOf(fields), version: now.version, reason },
      {
        done: () => {
          void message.success('已更正，原来的内容仍可查看');
          onDone();
        },
      },
    );
  };
  return (
    <>
      <RecordForm
        form={form}
        initial={initial}
        words={words}
        visitedOn={treatment.visitedOn}
        deviates={isDeviation(error)}
        onTyped={() => undefined}
        onSend={send}
      >
        <CorrectionReason isFree={words.isFree} />
      </RecordForm>
      <Refused error={error} />
      <div className={`${styles.foot} ${styles.stuck}`}>
        <Button onClick={() => leave(onDone)}>不更正了</Button>
        <Button
          type="primary"
          loading={isPending}
          onClick={() => form.submit()}
          data-testid="record-correct-save"
        >
          保存更正
        </Button>
      </div>
    </>
  );
}

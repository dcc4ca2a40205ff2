import { App, Button, Drawer, Form, Input } from 'antd';
import { useState } from 'react';
import type { VisitTreatment } from '../../../shared/api/contract';
import { sentenceOf } from '../../../shared/api/problem';
import { dateLabel } from '../../../shared/format/time';
import { Notice } from '../../../shared/ui/amount';
import { Empty, Loaded } from '../../../shared/ui/states';
import { useNarrow } from '../../../shared/ui/use-width';
import { useCorrectTreatment, useTreatment, useWriteTreatment } from '../api/treatment';
import styles from '../care.module.css';
import { draftOf, fieldsOf, fieldsOfTemplates, type RecordFields } from './record-fields';
import { RecordForm } from './record-form';
import { RecordView } from './record-view';
import { useAutosave, type DraftState } from './use-autosave';

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
    <Drawer
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
    </Drawer>
  );
}

interface Props {
  visitId: string;
  treatment: VisitTreatment;
  onClose: () => void;
}

function Record(props: Props) {
  const { recordId, versions, writable } = props.treatment;
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
      <RecordView versions={versions} />
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

const DRAFT_WORDS: Readonly<Record<Exclude<DraftState['kind'], 'failed'>, string>> = {
  untouched: '写的内容会自动保存',
  typing: '正在写',
  saving: '正在保存草稿',
  saved: '草稿已保存',
};

function NewRecord({ visitId, treatment, onClose }: Props) {
  const { message } = App.useApp();
  const [form] = Form.useForm<RecordFields>();
  const { draft } = treatment;
  const [initial] = useState(() =>
    draft ? fieldsOf(draft.contents) : fieldsOfTemplates(treatment),
  );
  const autosave = useAutosave(visitId, draft?.revision ?? 0);
  const { write, error, isPending } = useWriteTreatment(visitId);
  const send = (fields: RecordFields) => {
    autosave.stop();
    write(draftOf(fields), {
      done: () => {
        void message.success('护理记录已写好');
        onClose();
      },
      // Nothing typed is lost: it goes on as a draft.
      refused: () => autosave.typed(draftOf(fields)),
    });
  };
  return (
    <>
      <RecordForm
        form={form}
        initial={initial}
        visitedOn={treatment.visitedOn}
        onTyped={(fields) => autosave.typed(draftOf(fields))}
        onSend={send}
      />
      {error && <Notice tone="alarm">{sentenceOf(error)}</Notice>}
      <div className={`${styles.foot} ${styles.stuck}`}>
        <DraftNote state={autosave.state} onRetry={autosave.saveNow} />
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

function DraftNote({ state, onRetry }: { state: DraftState; onRetry: () => void }) {
  return (
    <span
      className={`note ${styles.saved}`}
      role="status"
      data-testid="record-draft"
      data-state={state.kind}
    >
      {state.kind === 'failed' ? (
        <>
          草稿没有保存：{state.why}
          <Button type="link" size="small" onClick={onRetry}>
            再存一次
          </Button>
        </>
      ) : (
        DRAFT_WORDS[state.kind]
      )}
    </span>
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
  const { write, error, isPending } = useCorrectTreatment(recordId);
  if (!now) return null;
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
        initial={fieldsOf(now.contents)}
        visitedOn={treatment.visitedOn}
        onTyped={() => undefined}
        onSend={send}
      >
        <Form.Item
          name="reason"
          label="更正的原因"
          rules={[{ required: true, whitespace: true, message: '请写更正的原因' }]}
        >
          <Input.TextArea maxLength={200} autoSize={{ minRows: 2 }} data-testid="record-reason" />
        </Form.Item>
      </RecordForm>
      {error && <Notice tone="alarm">{sentenceOf(error)}</Notice>}
      <div className={`${styles.foot} ${styles.stuck}`}>
        <Button onClick={onDone}>不更正了</Button>
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

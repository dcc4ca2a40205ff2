import { ASSESSMENT_KINDS, ASSESSMENT_NAMES, type AssessmentKind } from '@yance/shared-types';
import { App, Button, Checkbox, Input, Segmented } from 'antd';
import { useState } from 'react';
import type {
  Assessment,
  AssessmentContents,
  AssessmentForm,
  ClientAssessments,
} from '../../../shared/api/contract';
import { sentenceOf } from '../../../shared/api/problem';
import { useAutosave } from '../../../shared/api/use-autosave';
import { dateLabel, momentLabel } from '../../../shared/format/time';
import { useToday } from '../../../shared/requests/list-stores';
import { useDesk } from '../../../shared/session/desk';
import { Notice } from '../../../shared/ui/amount';
import { DayField } from '../../../shared/ui/day-field';
import { DraftNote } from '../../../shared/ui/draft-note';
import { Empty } from '../../../shared/ui/states';
import { GuardedDrawer, differs, useLeave, useUnsaved } from '../../../shared/ui/guarded-drawer';
import { useNarrow } from '../../../shared/ui/use-width';
import { ConsentFirst } from '../../../shared/consents/consent-first';
import { draftsOf, useCorrectAssessment, useWriteAssessment } from './api/assessments';
import { AssessmentFields } from './assessment-fields';
import { carriedOver } from './carry-over';
import styles from './assessments.module.css';
import { currentForm, formOf } from './score-series';

const NOTHING: AssessmentContents = {
  ...{ choices: [], findings: [], readings: [], scores: [], words: '', advice: '' },
};

interface Props {
  clientId: string;
  data: ClientAssessments;
  /** What a new one begins with. */
  first: AssessmentKind;
  /** Null: a new one. */
  assessment: Assessment | null;
  appointmentId: string | null;
  onClose: () => void;
  onSaved: (kind: AssessmentKind) => void;
}

/** An assessment: made, looked at, or corrected. */
export function AssessmentDrawer(props: Props) {
  const { clientId, data, first, assessment, onClose } = props;
  const narrow = useNarrow();
  const [kind, setKind] = useState(first);
  const form = currentForm(data, kind);
  return (
    <GuardedDrawer
      open
      onClose={onClose}
      size={narrow ? '100%' : 640}
      title={
        assessment
          ? `${ASSESSMENT_NAMES[assessment.kind]} · ${dateLabel(assessment.on)}`
          : '做一次评估'
      }
    >
      <div className={styles.form} data-testid="assessment-drawer">
        {assessment ? (
          <Known {...props} assessment={assessment} />
        ) : data.consent !== 'given' ? (
          <ConsentFirst clientId={clientId} consent={data.consent} />
        ) : (
          <>
            <Segmented<AssessmentKind>
              block
              value={kind}
              onChange={setKind}
              options={ASSESSMENT_KINDS.map((one) => ({
                value: one,
                label: ASSESSMENT_NAMES[one],
              }))}
              data-testid="assessment-kind"
            />
            {form ? (
              <New key={kind} {...props} form={form} />
            ) : (
              <Empty title="还没有评估表" hint="请店长先在设置里建好。" />
            )}
          </>
        )}
      </div>
    </GuardedDrawer>
  );
}

function New({
  clientId,
  data,
  appointmentId,
  form,
  onClose,
  onSaved,
}: Props & { form: AssessmentForm }) {
  const { message } = App.useApp();
  const { store } = useDesk();
  const today = useToday(store.id);
  // One draft per kind, also of the version before: it goes on from there, with what the form still asks.
  const draft = data.drafts.find((one) => one.kind === form.kind);
  const [contents, setContents] = useState<AssessmentContents>(() =>
    draft ? carriedOver(form, draft.contents) : NOTHING,
  );
  const [on, setOn] = useState(today);
  const [released, setReleased] = useState(true);
  const [drafts] = useState(() => draftsOf(clientId, form));
  const autosave = useAutosave(drafts, draft?.revision ?? 0);
  const { write, error, isPending } = useWriteAssessment(clientId);
  const change = (next: AssessmentContents) => {
    setContents(next);
    autosave.typed(next);
  };
  const save = () => {
    autosave.stop();
    const { kind, version: formVersion } = form;
    write(
      { kind, formVersion, on, appointmentId, released, contents },
      {
        done: () => {
          void message.success('评估已写好');
          onSaved(kind);
          onClose();
        },
        // Nothing that was filled in is lost: it goes on as a draft.
        refused: () => autosave.typed(contents),
      },
    );
  };
  return (
    <>
      <div className={styles.field}>
        <span>评估日期</span>
        <DayField
          value={on}
          label="评估日期"
          required
          latest={today}
          onChange={(day) => day && setOn(day)}
        />
      </div>
      {draft && draft.formVersion !== form.version && (
        <Notice tone="amber" testId="assessment-form-changed">
          评估表在您上次填写后有改动，仍在表上的内容已保留，其余请按新表补填。
        </Notice>
      )}
      <AssessmentFields form={form} contents={contents} onChange={change} />
      <Released value={released} onChange={setReleased} />
      {error && <Notice tone="alarm">{sentenceOf(error)}</Notice>}
      <div className={styles.foot}>
        <DraftNote
          state={autosave.state}
          onRetry={autosave.saveNow}
          className={styles.grow}
          testId="assessment-draft"
        />
        <Button
          type="primary"
          size="large"
          loading={isPending}
          onClick={save}
          data-testid="assessment-save"
        >
          写好了
        </Button>
      </div>
    </>
  );
}

function Released({ value, onChange }: { value: boolean; onChange: (value: boolean) => void }) {
  return (
    <Checkbox
      checked={value}
      onChange={({ target }) => onChange(target.checked)}
      data-testid="assessment-released"
    >
      顾客可以在手机上看到评分、部位和建议
    </Checkbox>
  );
}

function Known({ clientId, data, assessment, onClose }: Props & { assessment: Assessment }) {
  const { may } = useDesk();
  const { message } = App.useApp();
  const [now, ...older] = assessment.versions;
  const [wish, setWish] = useState<AssessmentContents | null>(null);
  const [released, setReleased] = useState(assessment.released);
  const [reason, setReason] = useState('');
  const { write, error, isPending } = useCorrectAssessment(clientId, assessment.id);
  const form = now && formOf(data, assessment.kind, now.formVersion);
  const leave = useLeave();
  useUnsaved(() => wish !== null && (reason !== '' || differs(wish, now?.contents)));
  if (!now || !form) return null;
  const save = () =>
    write(
      {
        ...{ formVersion: now.formVersion, contents: wish ?? now.contents, released, reason },
        version: now.version,
      },
      {
        done: () => {
          void message.success('已更正，原来的内容仍可查看');
          onClose();
        },
      },
    );
  return (
    <>
      <AssessmentFields
        form={form}
        contents={wish ?? now.contents}
        onChange={wish ? setWish : undefined}
      />
      {wish && (
        <>
          <Released value={released} onChange={setReleased} />
          <Input
            value={reason}
            onChange={({ target }) => setReason(target.value)}
            maxLength={200}
            placeholder="更正的原因"
            aria-label="更正的原因"
            data-testid="assessment-reason"
          />
          {error && <Notice tone="alarm">{sentenceOf(error)}</Notice>}
        </>
      )}
      {may('health.write') && data.consent === 'given' && (
        <div className={styles.foot}>
          {wish ? (
            <>
              <Button onClick={() => leave(() => setWish(null))}>不更正了</Button>
              <Button
                type="primary"
                loading={isPending}
                disabled={reason.trim() === ''}
                onClick={save}
                data-testid="assessment-correct-save"
              >
                保存更正
              </Button>
            </>
          ) : (
            <Button onClick={() => setWish(now.contents)} data-testid="assessment-correct">
              更正
            </Button>
          )}
        </div>
      )}
      <section className={styles.part}>
        {[now, ...older].map(({ version, byName, at, reason: why }) => (
          <p key={version} className="note">
            {momentLabel(at)} · {byName}
            {why === '' ? ' · 写下' : ` · 更正：${why}`}
          </p>
        ))}
      </section>
      {older.map(({ version, contents }) => (
        <details key={version}>
          <summary>第 {version} 版原来的内容</summary>
          <AssessmentFields form={form} contents={contents} />
        </details>
      ))}
    </>
  );
}

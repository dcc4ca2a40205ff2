import {
  QUESTION_KINDS,
  QUESTION_KIND_NAMES,
  type Answer,
  type Question,
} from '@yance/shared-types';
import { App, Button, Drawer, Segmented } from 'antd';
import { useState } from 'react';
import type { QuestionnaireForm } from '../../shared/api/contract';
import { ApiProblem, sentenceOf } from '../../shared/api/problem';
import { Questions } from '../../shared/questionnaires/questions';
import { Notice } from '../../shared/ui/amount';
import { Loaded } from '../../shared/ui/states';
import { useNarrow } from '../../shared/ui/use-width';
import { useHouseQuestionnaire, useKeepDraft, usePublishDraft, type DraftWish } from './api';
import { blankForm, blankQuestion, moved, placeWords, settled } from './form-draft';
import { QuestionCard } from './question-card';
import styles from './questionnaires.module.css';
import { SettingsFields } from './settings-fields';

/** A questionnaire as it shall be: kept as a draft as often as one likes, and asked of nobody before it is published. */
export function EditorDrawer({ id, onClose }: { id: string | null; onClose: () => void }) {
  if (id === null)
    return <Editor first={{ id, revision: 0, form: blankForm() }} onClose={onClose} />;
  return <Known id={id} onClose={onClose} />;
}

function Known({ id, onClose }: { id: string; onClose: () => void }) {
  const found = useHouseQuestionnaire(id);
  const narrow = useNarrow();
  const { data } = found;
  const form = data?.draft?.form ?? data?.versions[0]?.form;
  if (data && form)
    return <Editor first={{ id, revision: data.revision, form }} onClose={onClose} />;
  return (
    <Drawer open onClose={onClose} size={narrow ? '100%' : 720} title="问卷">
      <Loaded query={found} rows={10}>
        {() => null}
      </Loaded>
    </Drawer>
  );
}

function Editor({ first, onClose }: { first: DraftWish; onClose: () => void }) {
  const { message } = App.useApp();
  const narrow = useNarrow();
  // What it was opened with: reading again after a save must not take away what is typed meanwhile.
  const [wish, setWish] = useState(first);
  const [view, setView] = useState<'edit' | 'preview'>('edit');
  const keeping = useKeepDraft();
  const publishing = usePublishDraft();
  const { form } = wish;
  const change = (part: Partial<QuestionnaireForm>) =>
    setWish((before) => ({ ...before, form: { ...before.form, ...part } }));
  const keep = (then: (kept: DraftWish) => void) =>
    keeping.write(wish, {
      done: (kept) => {
        const next = { ...kept, form };
        setWish(next);
        then(next);
      },
    });
  const publish = () =>
    keep(({ id, revision }) => {
      if (id === null) return;
      publishing.write(
        { id, revision },
        {
          done: ({ version }) => {
            void message.success(`已发布第 ${version} 版，以前的回答不变`);
            onClose();
          },
        },
      );
    });
  const error = keeping.error ?? publishing.error;
  const isPending = keeping.isPending || publishing.isPending;
  return (
    <Drawer
      open
      onClose={onClose}
      size={narrow ? '100%' : 720}
      title={form.title || '新问卷'}
      footer={
        <div className={styles.foot}>
          <Button
            loading={keeping.isPending}
            disabled={isPending}
            onClick={() => keep(() => void message.success('草稿已保存'))}
            data-testid="questionnaire-keep"
          >
            存草稿
          </Button>
          <Button
            type="primary"
            loading={isPending}
            onClick={publish}
            data-testid="questionnaire-publish"
          >
            发布
          </Button>
        </div>
      }
    >
      <div className={styles.cards} data-testid="questionnaire-editor">
        <Segmented
          block
          value={view}
          onChange={setView}
          options={[
            { value: 'edit', label: '编辑' },
            { value: 'preview', label: '预览' },
          ]}
        />
        {view === 'preview' ? (
          <Preview form={form} />
        ) : (
          <>
            <Notice tone="quiet">发布后成为新的一版；已经填过的回答，仍按当时那一版显示。</Notice>
            <SettingsFields form={form} onChange={change} />
            <QuestionList
              questions={form.questions}
              onChange={(questions) => change({ questions: wire(questions) })}
            />
          </>
        )}
        {error && <Notice tone="alarm">{`${faultPlace(error)}${sentenceOfFault(error)}`}</Notice>}
      </div>
    </Drawer>
  );
}

function QuestionList({
  questions,
  onChange,
}: {
  questions: readonly Question[];
  onChange: (questions: Question[]) => void;
}) {
  return (
    <>
      {questions.map((question, place) => (
        <QuestionCard
          key={question.key}
          questions={questions}
          place={place}
          onChange={(next) => onChange(settled(questions.with(place, next)))}
          onMove={(by) => onChange(moved(questions, place, by))}
          onRemove={() => onChange(settled(questions.filter(({ key }) => key !== question.key)))}
        />
      ))}
      <div className={styles.line}>
        <span className="note">加一题：</span>
        {QUESTION_KINDS.map((kind) => (
          <Button
            key={kind}
            size="small"
            onClick={() => onChange([...questions, blankQuestion(kind)])}
            data-testid={`question-add-${kind}`}
          >
            {QUESTION_KIND_NAMES[kind]}
          </Button>
        ))}
      </div>
    </>
  );
}

/** As clients will see it; what is tried out here goes nowhere. */
function Preview({ form: { intro, questions } }: { form: QuestionnaireForm }) {
  const [answers, setAnswers] = useState<Answer[]>([]);
  return (
    <div className={styles.cards} data-testid="questionnaire-preview">
      {intro !== '' && <p>{intro}</p>}
      <Questions questions={questions} answers={answers} onChange={setAnswers} />
    </div>
  );
}

/** The lists of the wire can be written to. */
const wire = (questions: readonly Question[]): QuestionnaireForm['questions'] =>
  questions.map((question) => ({
    ...question,
    options: question.options.map((option) => ({ ...option })),
  }));

const firstField = (error: unknown) => (error instanceof ApiProblem ? error.fields[0] : undefined);
const faultPlace = (error: unknown): string => placeWords(firstField(error)?.field ?? '');
const sentenceOfFault = (error: unknown): string => firstField(error)?.message ?? sentenceOf(error);

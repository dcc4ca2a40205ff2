import {
  MOST_ANSWER_WORDS,
  YES_NO,
  YES_NO_WORDS,
  askedOf,
  needsWords,
  type Answer,
  type AnswerFault,
  type Question,
} from '@yance/shared-types';
import { Checkbox, Input, InputNumber, Radio } from 'antd';
import { DayField } from '../ui/day-field';
import styles from './questionnaires.module.css';

/** Answers with one put in the place of what stood there; undefined takes it away. */
export function answered(
  answers: readonly Answer[],
  key: string,
  answer: Omit<Answer, 'key'> | undefined,
): Answer[] {
  const others = answers.filter((one) => one.key !== key);
  return answer === undefined ? others : [...others, { ...answer, key }];
}

/** The questions that the answers lead to, one below the other. */
export function Questions({
  questions,
  answers,
  fault,
  onChange,
}: {
  questions: readonly Question[];
  answers: readonly Answer[];
  fault?: AnswerFault | undefined;
  onChange: (answers: Answer[]) => void;
}) {
  return (
    <div className={styles.questions} data-testid="questions">
      {askedOf(questions, answers).map((question, place) => (
        <fieldset
          key={question.key}
          className={styles.question}
          data-testid={`question-${question.key}`}
        >
          <legend>
            {place + 1}. {question.label || '（还没有写题目）'}
            {!question.required && <span className="note"> 选填</span>}
          </legend>
          {question.help !== '' && <span className="note">{question.help}</span>}
          <Field
            question={question}
            answer={answers.find(({ key }) => key === question.key)}
            onChange={(answer) => onChange(answered(answers, question.key, answer))}
          />
          {fault?.key === question.key && (
            <span className={styles.problem} role="alert">
              {fault.message}
            </span>
          )}
        </fieldset>
      ))}
    </div>
  );
}

interface FieldProps {
  question: Question;
  answer: Answer | undefined;
  onChange: (answer: Omit<Answer, 'key'> | undefined) => void;
}

function Field(props: FieldProps) {
  const { question, answer, onChange } = props;
  const { kind, label, options, unit } = question;
  if (kind === 'yes_no') return <YesOrNo {...props} />;
  if (kind === 'single')
    return (
      <Radio.Group
        className={styles.options}
        value={answer?.options?.[0]}
        onChange={({ target }) => onChange({ options: [target.value as string] })}
        options={options.map((one) => ({ value: one.key, label: one.label }))}
      />
    );
  if (kind === 'several')
    return (
      <Checkbox.Group
        className={styles.options}
        value={[...(answer?.options ?? [])]}
        onChange={(keys: string[]) => onChange(keys.length > 0 ? { options: keys } : undefined)}
        options={options.map((one) => ({ value: one.key, label: one.label }))}
      />
    );
  if (kind === 'number')
    return (
      <InputNumber
        value={answer?.number ?? null}
        precision={2}
        onChange={(number) => onChange(number === null ? undefined : { number })}
        suffix={unit || undefined}
        formatter={(value) => (value === undefined ? '' : String(value))}
        aria-label={label}
        style={{ width: 160 }}
      />
    );
  if (kind === 'date')
    return (
      <DayField
        label={label}
        value={answer?.day ?? null}
        onChange={(day) => onChange(day === null ? undefined : { day })}
      />
    );
  return (
    <Words
      label={label}
      text={answer?.text ?? ''}
      onChange={(text) => onChange(text === '' ? undefined : { text })}
    />
  );
}

function YesOrNo({ question, answer, onChange }: FieldProps) {
  const yes = answer?.yes;
  const said = (next: boolean) =>
    onChange(needsWords(question, { yes: next }) ? { yes: next, text: '' } : { yes: next });
  return (
    <>
      <Radio.Group
        className={styles.options}
        value={yes === undefined ? undefined : yes ? 'yes' : 'no'}
        onChange={({ target }) => said(target.value === 'yes')}
        options={YES_NO.map((value) => ({ value, label: YES_NO_WORDS[value] }))}
      />
      {yes !== undefined && needsWords(question, { yes }) && (
        <Words
          label={`${question.label}：请说明`}
          text={answer?.text ?? ''}
          onChange={(text) => onChange({ yes, text })}
        />
      )}
    </>
  );
}

function Words({
  label,
  text,
  onChange,
}: {
  label: string;
  text: string;
  onChange: (text: string) => void;
}) {
  return (
    <Input.TextArea
      value={text}
      onChange={({ target }) => onChange(target.value)}
      maxLength={MOST_ANSWER_WORDS}
      autoSize={{ minRows: 1, maxRows: 6 }}
      placeholder={label.endsWith('请说明') ? '请说明具体情况' : '请填写'}
      aria-label={label}
    />
  );
}

import {
  MOST_ANSWER_WORDS,
  YES_NO,
  YES_NO_WORDS,
  needsWords,
  type Question,
} from '@yance/shared-types';
import { Input, Textarea, View } from '@tarojs/components';
import { Tap } from '@/components/tap';
import { toggled, type Typed } from './typed-answers';

interface FieldProps {
  question: Question;
  typed: Typed;
  onChange(next: Typed): void;
}

/** A question with the way to answer it. */
export function QuestionField({
  place,
  problem,
  ...field
}: FieldProps & { place: number; problem: string | undefined }) {
  const { key, label, help, required } = field.question;
  return (
    <View className="card question" id={`question-${key}`}>
      <View className="question__label">
        {place}. {label}
        {!required && <View className="note question__free">选填</View>}
      </View>
      {help !== '' && <View className="note">{help}</View>}
      <Answering {...field} />
      {problem !== undefined && (
        <View className="question__problem" role="alert">
          {problem}
        </View>
      )}
    </View>
  );
}

function Answering(field: FieldProps) {
  const { question, typed, onChange } = field;
  const { key, kind, label, unit } = question;
  if (kind === 'single' || kind === 'several') return <Options {...field} />;
  if (kind === 'yes_no') return <YesOrNo {...field} />;
  const text = typed.text ?? '';
  if (kind === 'text') return <Words {...{ id: key, name: label, text, onChange }} hint="请填写" />;
  return (
    <View className="row question__line">
      <View className="field grow">
        <Input
          id={`answer-${key}`}
          className={`field__input t-answer-${key}`}
          type={kind === 'number' ? 'digit' : 'text'}
          value={text}
          maxlength={16}
          placeholder={kind === 'number' ? '请填写数字' : '例如 2026-10-1'}
          placeholderClass="field__hint"
          aria-label={label}
          onInput={({ detail }) => onChange({ text: detail.value })}
        />
      </View>
      {unit !== '' && <View className="note">{unit}</View>}
    </View>
  );
}

function Options({ question, typed: { options = [] }, onChange }: FieldProps) {
  return (
    <View className="question__options">
      {question.options.map(({ key, label }) => (
        <Tap
          key={key}
          id={`answer-${question.key}-${key}`}
          className="chip"
          label={`${question.label} ${label}`}
          selected={options.includes(key)}
          onTap={() => onChange({ options: toggled(question, options, key) })}
        >
          {label}
        </Tap>
      ))}
    </View>
  );
}

function YesOrNo({ question, typed, onChange }: FieldProps) {
  const { key, label } = question;
  const { yes, text = '' } = typed;
  return (
    <>
      <View className="question__options">
        {YES_NO.map((word) => (
          <Tap
            key={word}
            id={`answer-${key}-${word}`}
            className="chip"
            label={`${label} ${YES_NO_WORDS[word]}`}
            selected={yes === (word === 'yes')}
            onTap={() => onChange({ ...typed, yes: word === 'yes' })}
          >
            {YES_NO_WORDS[word]}
          </Tap>
        ))}
      </View>
      {yes !== undefined && needsWords(question, { yes }) && (
        <Words
          {...{ id: key, name: `${label}：请说明`, text, hint: '请说明具体情况' }}
          onChange={(next) => onChange({ ...typed, ...next })}
        />
      )}
    </>
  );
}

function Words({
  id,
  name,
  text,
  hint,
  onChange,
}: {
  id: string;
  name: string;
  text: string;
  hint: string;
  onChange(next: Typed): void;
}) {
  return (
    <View className="field">
      <Textarea
        id={`answer-${id}`}
        className={`field__input question__words t-answer-${id}`}
        value={text}
        maxlength={MOST_ANSWER_WORDS}
        autoHeight
        placeholder={hint}
        placeholderClass="field__hint"
        aria-label={name}
        onInput={({ detail }) => onChange({ text: detail.value })}
      />
    </View>
  );
}

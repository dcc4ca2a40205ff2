import {
  QUESTION_KINDS,
  QUESTION_KIND_NAMES,
  YES_NO,
  YES_NO_WORDS,
  type Question,
  type YesNo,
} from '@yance/shared-types';
import { Button, Checkbox, Input, InputNumber, Select } from 'antd';
import {
  NO_MEANING,
  blankOption,
  conditionOf,
  conditionText,
  conditionsAt,
  withKind,
} from './form-draft';
import { MeaningSelect } from './meaning-select';
import styles from './questionnaires.module.css';

const KINDS = QUESTION_KINDS.map((value) => ({ value, label: QUESTION_KIND_NAMES[value] }));
const NEVER = '';
const yesNo = (word: string) => [
  { value: NEVER, label: `不${word}` },
  ...YES_NO.map((value) => ({ value, label: `选「${YES_NO_WORDS[value]}」时${word}` })),
];
const EXPLAIN = yesNo('请她说明');
const CAUTION = yesNo('提醒美容师');

interface Props {
  questions: readonly Question[];
  place: number;
  onChange: (question: Question) => void;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
}

/** One question as the owner writes it. */
export function QuestionCard({ questions, place, onChange, onMove, onRemove }: Props) {
  const question = questions[place];
  if (!question) return null;
  const put = (part: Partial<Question>) => onChange({ ...question, ...part });
  const conditions = conditionsAt(questions, place);
  return (
    <div className={styles.question} data-testid={`edit-question-${place}`}>
      <div className={styles.head}>
        <strong>第 {place + 1} 题</strong>
        <Button size="small" type="text" disabled={place === 0} onClick={() => onMove(-1)}>
          上移
        </Button>
        <Button
          size="small"
          type="text"
          disabled={place === questions.length - 1}
          onClick={() => onMove(1)}
        >
          下移
        </Button>
        <Button size="small" type="text" onClick={onRemove}>
          去掉
        </Button>
      </div>
      <div className={styles.line}>
        <Input
          className={styles.grow}
          value={question.label}
          onChange={({ target }) => put({ label: target.value })}
          maxLength={80}
          placeholder="题目"
          aria-label={`第 ${place + 1} 题题目`}
        />
        <Select
          value={question.kind}
          options={KINDS}
          onChange={(kind) => onChange(withKind(question, kind))}
          aria-label={`第 ${place + 1} 题题型`}
          style={{ width: 100 }}
        />
        <Checkbox
          checked={question.required}
          onChange={({ target }) => put({ required: target.checked })}
        >
          必答
        </Checkbox>
      </div>
      <Input
        value={question.help}
        onChange={({ target }) => put({ help: target.value })}
        maxLength={200}
        placeholder="补充说明（可不写）"
        aria-label={`第 ${place + 1} 题补充说明`}
      />
      <OfKind question={question} put={put} />
      {conditions.length > 0 && (
        <Select
          value={conditionText(question.shownWhen)}
          options={[{ value: NEVER, label: '每次都问' }, ...conditions]}
          onChange={(text: string) => put({ shownWhen: conditionOf(text) })}
          aria-label={`第 ${place + 1} 题什么时候问`}
        />
      )}
    </div>
  );
}

/** What the kind of a question leaves to say. */
function OfKind({ question, put }: { question: Question; put: (part: Partial<Question>) => void }) {
  const { kind, explain, caution, unit, least, most } = question;
  if (kind === 'single' || kind === 'several') return <Options question={question} put={put} />;
  if (kind === 'yes_no')
    return (
      <div className={styles.line}>
        <Select
          className={styles.grow}
          value={explain ?? NEVER}
          options={EXPLAIN}
          onChange={(value) => put({ explain: wordOf(value) })}
          aria-label="什么时候请她说明"
        />
        <Select
          className={styles.grow}
          value={caution ?? NEVER}
          options={CAUTION}
          onChange={(value) => put(value === NEVER ? NO_CAUTION : { caution: wordOf(value) })}
          aria-label="什么时候提醒美容师"
        />
        {caution !== null && (
          <MeaningSelect meaning={question} label="提醒对应的情况或成分" onChange={put} />
        )}
      </div>
    );
  if (kind !== 'number') return null;
  return (
    <div className={styles.line}>
      <InputNumber
        className={styles.number}
        value={least}
        onChange={(value) => put({ least: value })}
        placeholder="最小"
        aria-label="最小"
      />
      <InputNumber
        className={styles.number}
        value={most}
        onChange={(value) => put({ most: value })}
        placeholder="最大"
        aria-label="最大"
      />
      <Input
        className={styles.number}
        value={unit}
        onChange={({ target }) => put({ unit: target.value })}
        maxLength={10}
        placeholder="单位"
        aria-label="单位"
      />
    </div>
  );
}

/** What is no caution means nothing for her care. */
const NO_CAUTION = { ...NO_MEANING, caution: null };

const wordOf = (value: string): YesNo | null => YES_NO.find((one) => one === value) ?? null;

function Options({
  question: { options },
  put,
}: {
  question: Question;
  put: (part: Partial<Question>) => void;
}) {
  const change = (key: string, part: Partial<Question['options'][number]>) =>
    put({ options: options.map((one) => (one.key === key ? { ...one, ...part } : one)) });
  return (
    <>
      {options.map(({ key, label, caution, ...meaning }, at) => (
        <div key={key} className={styles.line}>
          <Input
            className={styles.grow}
            value={label}
            onChange={({ target }) => change(key, { label: target.value })}
            maxLength={40}
            placeholder={`选项 ${at + 1}`}
            aria-label={`选项 ${at + 1}`}
          />
          <Checkbox
            checked={caution}
            onChange={({ target }) =>
              change(key, target.checked ? { caution: true } : { ...NO_MEANING, caution: false })
            }
          >
            需留意
          </Checkbox>
          {caution && (
            <MeaningSelect
              meaning={meaning}
              label={`选项 ${at + 1} 对应的情况或成分`}
              onChange={(part) => change(key, part)}
            />
          )}
          <Button
            size="small"
            type="text"
            onClick={() => put({ options: options.filter((one) => one.key !== key) })}
          >
            去掉
          </Button>
        </div>
      ))}
      <div>
        <Button
          size="small"
          disabled={options.length >= 20}
          onClick={() => put({ options: [...options, blankOption()] })}
        >
          加一个选项
        </Button>
      </div>
    </>
  );
}

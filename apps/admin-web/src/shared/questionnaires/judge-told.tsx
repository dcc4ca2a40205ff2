import { Button, Input, Segmented, Select } from 'antd';
import { useState } from 'react';
import type { ToldMeaning } from '../api/contract';
import { useCareKnowledge } from '../care/care-api';
import { Notice } from '../ui/amount';
import { faultOfMeaning, meaningOf, type MeaningFields } from './told-meaning';
import styles from './questionnaires.module.css';

const KINDS: { value: ToldMeaning['kind']; label: string }[] = [
  { value: 'allergy', label: '过敏' },
  { value: 'condition', label: '身体情况' },
  { value: 'remark', label: '无需留意' },
];
const SEVERITIES: { value: MeaningFields['severity']; label: string }[] = [
  { value: 'severe', label: '严重' },
  { value: 'mild', label: '轻微' },
];
const EMPTY: MeaningFields = { kind: 'allergy', text: '', severity: 'severe', conditionId: null };

/** Says what a caution is that no rule can judge. Until then everybody who plans, treats or bills is warned of it. */
export function JudgeTold({
  testId,
  isPending,
  onJudged,
}: {
  testId: string;
  isPending: boolean;
  onJudged: (meaning: ToldMeaning) => void;
}) {
  const [isOpen, setOpen] = useState(false);
  const [fields, setFields] = useState(EMPTY);
  const [isTried, setTried] = useState(false);
  const change = (part: Partial<MeaningFields>) => setFields((before) => ({ ...before, ...part }));
  const fault = faultOfMeaning(fields);
  const save = () => {
    setTried(true);
    if (fault === undefined) onJudged(meaningOf(fields));
  };
  if (!isOpen)
    return (
      <Button size="small" onClick={() => setOpen(true)} data-testid={testId}>
        问过了，写明是什么
      </Button>
    );
  return (
    <div className={styles.judge} data-testid={`${testId}-form`}>
      <Segmented
        value={fields.kind}
        onChange={(kind) => change({ kind, text: '' })}
        options={KINDS}
        aria-label="问下来是什么"
      />
      {fields.kind === 'condition' ? (
        <ConditionSelect
          value={fields.conditionId}
          onChange={(conditionId) => change({ conditionId })}
          testId={`${testId}-condition`}
        />
      ) : (
        <Input
          value={fields.text}
          onChange={({ target }) => change({ text: target.value })}
          maxLength={fields.kind === 'allergy' ? 60 : 200}
          placeholder={
            fields.kind === 'allergy' ? '她对什么过敏，用她的话写' : '为什么做护理时无需留意'
          }
          aria-label={fields.kind === 'allergy' ? '对什么过敏' : '无需留意的原因'}
          data-testid={`${testId}-text`}
        />
      )}
      {fields.kind === 'allergy' && (
        <Segmented
          value={fields.severity}
          onChange={(severity) => change({ severity })}
          options={SEVERITIES}
          aria-label="过敏程度"
        />
      )}
      {isTried && fault !== undefined && <Notice>{fault}</Notice>}
      <div className={styles.options}>
        <Button
          size="small"
          type="primary"
          loading={isPending}
          onClick={save}
          data-testid={`${testId}-save`}
        >
          {fields.kind === 'remark' ? '记为无需留意' : '记入健康档案'}
        </Button>
        <Button size="small" disabled={isPending} onClick={() => setOpen(false)}>
          先不记
        </Button>
      </div>
    </div>
  );
}

function ConditionSelect({
  value,
  onChange,
  testId,
}: {
  value: string | null;
  onChange: (id: string) => void;
  testId: string;
}) {
  const knowledge = useCareKnowledge();
  const active = (knowledge.data?.conditions ?? []).filter(({ state }) => state === 'active');
  return (
    <Select
      value={value}
      onChange={onChange}
      showSearch={{ optionFilterProp: 'label' }}
      loading={knowledge.isPending}
      status={knowledge.isError ? 'error' : undefined}
      placeholder={knowledge.isError ? '情况没有读到，请稍后再试' : '选择身体情况'}
      options={active.map(({ id, name }) => ({ value: id, label: name }))}
      aria-label="身体情况"
      data-testid={testId}
    />
  );
}

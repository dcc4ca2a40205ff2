import type { CautionMeaning } from '@yance/shared-types';
import { Select } from 'antd';
import { useCareKnowledge } from '../../shared/care/care-api';
import { ingredientOptions } from '../../shared/care/ingredient-options';
import { meaningOf, meaningText } from './form-draft';
import styles from './questionnaires.module.css';

/** What a caution means by the care knowledge: its rules then judge bookings, plans, visits and bills by it. */
export function MeaningSelect({
  meaning,
  label,
  onChange,
}: {
  meaning: CautionMeaning;
  label: string;
  onChange: (meaning: CautionMeaning) => void;
}) {
  const knowledge = useCareKnowledge();
  const { data } = knowledge;
  const value = meaningText(meaning);
  const conditions = (data?.conditions ?? [])
    .filter(({ id, state }) => state === 'active' || id === meaning.conditionId)
    .map(({ id, name }) => ({
      ...{ value: meaningText({ conditionId: id }), label: name, words: name },
    }));
  const ingredients = data
    ? ingredientOptions(data, meaning.ingredientId ? [meaning.ingredientId] : []).map((one) => ({
        ...one,
        value: meaningText({ ingredientId: one.value }),
      }))
    : [];
  return (
    <Select
      className={styles.grow}
      allowClear
      showSearch={{ optionFilterProp: 'words' }}
      value={value === '' || !data ? undefined : value}
      loading={knowledge.isPending}
      status={knowledge.isError ? 'error' : undefined}
      placeholder={
        knowledge.isError ? '情况和成分没有读到，请稍后再试' : '对应的情况或成分（可不选）'
      }
      options={[
        { label: '情况', options: conditions },
        { label: '对成分过敏', options: ingredients },
      ]}
      onChange={(text: string | undefined) => onChange(meaningOf(text ?? ''))}
      aria-label={label}
    />
  );
}

import { Input, Select } from 'antd';
import type { RecordWords } from './record-words';

/** Options as a list shows them. */
export const optionsOf = (words: readonly string[]): { value: string; label: string }[] =>
  words.map((word) => ({ value: word, label: word }));

/** Nothing chosen shows what is to be chosen. */
export const chosenOf = (value: unknown): { value: unknown } => ({ value: value || undefined });

/** A word that is typed, or chosen from a list where free words need her consent. Its form item gives the value. */
export function WordField({
  words: { isFree },
  from,
  label,
  maxLength,
  ...field
}: {
  words: RecordWords;
  from: readonly string[];
  label: string;
  maxLength: number;
  id?: string;
  value?: string;
  onChange?: (value: string) => void;
}) {
  const { id, value, onChange } = field;
  if (isFree)
    return (
      <Input
        id={id}
        value={value}
        onChange={(event) => onChange?.(event.target.value)}
        maxLength={maxLength}
        placeholder={label}
        aria-label={label}
      />
    );
  return (
    <Select
      id={id}
      value={value || undefined}
      onChange={(chosen?: string) => onChange?.(chosen ?? '')}
      style={{ width: '100%' }}
      suffixIcon={null}
      allowClear
      showSearch
      popupMatchSelectWidth={false}
      options={optionsOf(from)}
      placeholder={label}
      aria-label={label}
    />
  );
}

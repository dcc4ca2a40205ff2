import { DatePicker } from 'antd';
import dayjs from 'dayjs';

/** A local day, `2026-11-23`, chosen or typed as a Chinese screen writes it; null where none is. */
export function DayField({
  value = null,
  label,
  required = false,
  latest,
  onChange,
  testId,
}: {
  value?: string | null;
  label: string;
  /** It cannot be cleared. */
  required?: boolean;
  /** No day after this one. */
  latest?: string;
  onChange?: (day: string | null) => void;
  testId?: string;
}) {
  return (
    <DatePicker
      value={value === null ? null : dayjs(value)}
      onChange={(day) => onChange?.(day ? day.format('YYYY-MM-DD') : null)}
      allowClear={!required}
      placeholder={label}
      aria-label={label}
      disabledDate={(day) => latest !== undefined && day.format('YYYY-MM-DD') > latest}
      inputReadOnly
      data-testid={testId}
    />
  );
}

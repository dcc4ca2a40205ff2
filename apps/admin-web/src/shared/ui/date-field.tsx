import { DatePicker } from 'antd';
import dayjs from 'dayjs';

/** A day in Chinese, whatever the browser speaks: 2026年12月20日. Kept as YYYY-MM-DD, empty for none. */
export function DateField({
  id,
  value,
  onChange,
  min,
  required = false,
  testId,
}: {
  /** Of the form item that it stands in. */
  id?: string;
  value?: string | null;
  onChange?: (day: string) => void;
  /** The first day that can be chosen. */
  min?: string;
  required?: boolean;
  testId?: string;
}) {
  return (
    <DatePicker
      id={id}
      value={value ? dayjs(value) : null}
      onChange={(day) => onChange?.(day ? day.format('YYYY-MM-DD') : '')}
      format="YYYY年M月D日"
      minDate={min === undefined ? undefined : dayjs(min)}
      allowClear={!required}
      inputReadOnly
      placeholder="选择日期"
      style={{ width: '100%', minHeight: 44 }}
      data-testid={testId}
    />
  );
}

import { DatePicker } from 'antd';
import dayjs from 'dayjs';

/** First and last day as a form keeps them: two local dates, or none. */
export function DaysField({
  id,
  value = null,
  onChange,
}: {
  id?: string;
  value?: [string, string] | null;
  onChange?: (days: [string, string] | null) => void;
}) {
  return (
    <DatePicker.RangePicker
      id={id === undefined ? undefined : { start: id, end: `${id}-end` }}
      value={value ? [dayjs(value[0]), dayjs(value[1])] : null}
      onChange={(_, [from, until]) => onChange?.(from && until ? [from, until] : null)}
      inputReadOnly
      placeholder={['开始日期', '结束日期']}
      style={{ width: '100%' }}
    />
  );
}

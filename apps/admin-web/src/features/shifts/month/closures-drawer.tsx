import { App, Button, DatePicker, Drawer, Form, Input } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import type { ShiftPlan, TouchedVisit } from '../../../shared/api/contract';
import { sentenceOf } from '../../../shared/api/problem';
import { dateLabel } from '../../../shared/format/time';
import { Notice } from '../../../shared/ui/amount';
import { Empty } from '../../../shared/ui/states';
import { useNarrow } from '../../../shared/ui/use-width';
import { useCloseStore, useLiftClosure, useTryClosing } from '../api/closures';
import { TouchedLine } from '../touched/touched-line';
import styles from './month.module.css';

/** Days of the month on which the store does not open, and the way to close and open one. */
export function ClosuresDrawer({
  storeId,
  today,
  closures,
  onClose,
}: {
  storeId: string;
  today: string;
  closures: ShiftPlan['closures'];
  onClose: () => void;
}) {
  const narrow = useNarrow();
  return (
    <Drawer open onClose={onClose} title="休业日" size={narrow ? '100%' : 480}>
      <CloseForm {...{ storeId, today }} />
      {closures.length === 0 ? (
        <Empty title="这个月没有休业日" hint="节假日或检修要关门，在上面加一天。" />
      ) : (
        <ul className={styles.list} data-testid="closures">
          {closures.map((closure) => (
            <ClosureLine key={closure.date} {...{ storeId, today, closure }} />
          ))}
        </ul>
      )}
    </Drawer>
  );
}

interface Fields {
  date: Dayjs;
  reason: string;
}

function CloseForm({ storeId, today }: { storeId: string; today: string }) {
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const trial = useTryClosing();
  const closing = useCloseStore();
  /** The visits that were shown before the day is closed; null while nobody asked. */
  const [shown, setShown] = useState<TouchedVisit[] | null>(null);
  const call = ({ date, reason }: Fields, seen: readonly TouchedVisit[]) => ({
    ...{ storeId, date: date.format('YYYY-MM-DD'), reason },
    seenVisits: seen.map(({ visit }) => visit.id),
  });
  const close = (fields: Fields, seen: readonly TouchedVisit[]) =>
    closing.write(
      { ...call(fields, seen), dryRun: false },
      {
        done: () => {
          void message.success('已设为休业');
          setShown(null);
          form.resetFields();
        },
        refused: () => setShown(null),
      },
    );
  const submit = (fields: Fields) =>
    shown
      ? close(fields, shown)
      : trial.write(
          { ...call(fields, []), dryRun: true },
          { done: (touched) => (touched.length > 0 ? setShown(touched) : close(fields, [])) },
        );
  const error = trial.error ?? closing.error;
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      validateTrigger="onBlur"
      onFinish={submit}
      onValuesChange={() => setShown(null)}
    >
      <Form.Item name="date" label="哪一天" rules={[{ required: true, message: '请选择日期' }]}>
        <DatePicker
          disabledDate={(day) => day.format('YYYY-MM-DD') < today}
          data-testid="closure-date"
        />
      </Form.Item>
      <Form.Item
        name="reason"
        label="原因"
        rules={[{ required: true, whitespace: true, message: '请写明原因' }]}
      >
        <Input maxLength={120} placeholder="例如：春节放假" data-testid="closure-reason" />
      </Form.Item>
      {shown && (
        <>
          <Notice tone="amber">
            当天有 {shown.length} 个预约。休业后它们原样保留，列在排班表上方，可以逐个改时间。
          </Notice>
          <ul className={`${styles.list} ${styles.short}`}>
            {shown.map((touched) => (
              <TouchedLine key={touched.visit.id} touched={touched} />
            ))}
          </ul>
        </>
      )}
      {error && <Notice tone="alarm">{sentenceOf(error)}</Notice>}
      <Button
        type="primary"
        htmlType="submit"
        loading={trial.isPending || closing.isPending}
        data-testid="closure-save"
      >
        {shown ? '照常休业' : '设为休业'}
      </Button>
    </Form>
  );
}

function ClosureLine({
  storeId,
  today,
  closure: { date, reason },
}: {
  storeId: string;
  today: string;
  closure: ShiftPlan['closures'][number];
}) {
  const { message } = App.useApp();
  const lifting = useLiftClosure();
  const lift = () =>
    lifting.write(
      { storeId, date },
      {
        done: () => void message.success('已恢复营业'),
        refused: (cause) => void message.error(sentenceOf(cause)),
      },
    );
  return (
    <li className={styles.line}>
      <span className={styles.what}>
        <span className="tabular">{dateLabel(date, today)}</span>
        <span className="note">{reason}</span>
      </span>
      {date >= today && (
        <Button loading={lifting.isPending} onClick={lift}>
          恢复营业
        </Button>
      )}
    </li>
  );
}

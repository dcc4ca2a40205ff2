import { App, Button, Form, InputNumber, Select } from 'antd';
import type { PeakTimes } from '../../shared/api/contract';
import { sentenceOf } from '../../shared/api/problem';
import { useDesk } from '../../shared/session/desk';
import { Notice } from '../../shared/ui/amount';
import { showFieldErrors } from '../../shared/ui/field-errors';
import { Card } from '../../shared/ui/page';
import { Loaded } from '../../shared/ui/states';
import { usePeakTimes, useSavePeakTimes } from './api/peak-times';
import styles from './settings.module.css';

const WEEKDAYS = [...'一二三四五六日'].map((word, at) => ({ value: at + 1, label: `周${word}` }));

/** Every half hour of a day, midnight at its end included. */
const MINUTES = Array.from({ length: 49 }, (_, half) => {
  const hour = String(Math.floor(half / 2)).padStart(2, '0');
  return { value: half * 30, label: `${hour}:${half % 2 === 0 ? '00' : '30'}` };
});

/** Saturday afternoon, to begin with. */
const USUAL = { weekday: 6, fromMinute: 14 * 60, toMinute: 18 * 60 };
const MOST_WINDOWS = 28;

/** The hours that the store keeps for members of tiers that have it. */
export function PeakTimesCard() {
  const { store } = useDesk();
  const peaks = usePeakTimes(store.id);
  return (
    <Card title="高峰时段留给会员">
      <Loaded query={peaks} rows={3}>
        {(data) => <Windows key={store.id} storeId={store.id} peaks={data} />}
      </Loaded>
    </Card>
  );
}

function Windows({ storeId, peaks }: { storeId: string; peaks: PeakTimes }) {
  const { may } = useDesk();
  const { message } = App.useApp();
  const [form] = Form.useForm<PeakTimes>();
  const { write, error, isPending } = useSavePeakTimes(storeId);
  const mayChange = may('appointments.policy');
  const save = (body: PeakTimes) =>
    write(body, {
      done: () => void message.success('已保存，之后的预约按新时段'),
      refused: (cause) => void showFieldErrors(form, cause),
    });
  return (
    <Form<PeakTimes>
      form={form}
      layout="vertical"
      initialValues={peaks}
      onFinish={save}
      disabled={!mayChange}
      className={styles.policy}
      data-testid="peak-times"
    >
      <p className={`note ${styles.hint}`}>
        只对有「高峰时段优先」的会员等级先开放，别的顾客到时才能在小程序上约；前台随时可以约。
      </p>
      <Form.List name="windows">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div key={key} className={styles.peak}>
                <Form.Item name={[name, 'weekday']} noStyle>
                  <Select options={WEEKDAYS} aria-label="星期" />
                </Form.Item>
                <Form.Item name={[name, 'fromMinute']}>
                  <Select options={MINUTES.slice(0, -1)} aria-label="从" />
                </Form.Item>
                <Form.Item name={[name, 'toMinute']}>
                  <Select options={MINUTES.slice(1)} aria-label="到" />
                </Form.Item>
                <Button type="text" onClick={() => remove(name)}>
                  去掉
                </Button>
              </div>
            ))}
            {fields.length < MOST_WINDOWS && (
              <Button type="dashed" onClick={() => add(USUAL)} data-testid="peak-add">
                加一个时段
              </Button>
            )}
          </>
        )}
      </Form.List>
      <Form.Item
        name="releaseHours"
        label="时段开始前多少小时，对所有人开放"
        rules={[{ required: true, message: '请填写小时数' }]}
      >
        <InputNumber min={1} max={336} precision={0} suffix="小时" data-testid="peak-release" />
      </Form.Item>
      {error && <Notice tone="alarm">{sentenceOf(error)}</Notice>}
      {mayChange && (
        <Button type="primary" htmlType="submit" loading={isPending} data-testid="peak-save">
          保存
        </Button>
      )}
    </Form>
  );
}

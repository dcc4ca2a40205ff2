import { App, Button, Checkbox, Form, Input, Select } from 'antd';
import type { ReminderRules, ReminderRulesChange } from '../../shared/api/contract';
import { sentenceOf } from '../../shared/api/problem';
import { countLines } from '../../shared/format/message-fates';
import { useDesk } from '../../shared/session/desk';
import { Notice } from '../../shared/ui/amount';
import { showFieldErrors } from '../../shared/ui/field-errors';
import { Card } from '../../shared/ui/page';
import { Loaded } from '../../shared/ui/states';
import { useReminders, useSaveReminders } from './api/reminders';
import { wholeRule } from './number-rules';
import styles from './settings.module.css';

/** When this store reminds its clients of their visits, and whether the messages arrive. */
export default function RemindersPage() {
  const { store } = useDesk();
  const rules = useReminders(store.id);
  return (
    <Loaded query={rules} rows={8}>
      {(data) => (
        <div className={styles.stages}>
          <RulesForm key={store.id} rules={data} storeId={store.id} />
          <Fates counts={data.counts} />
        </div>
      )}
    </Loaded>
  );
}

/** Minutes are typed. */
type Fields = Omit<ReminderRulesChange, 'soonMinutes'> & { soonMinutes: string };

function RulesForm({ rules, storeId }: { rules: ReminderRules; storeId: string }) {
  const { may, store } = useDesk();
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const { write, error, isPending } = useSaveReminders(storeId);
  const mayChange = may('reminders.write');
  const { counts: _counts, ...current } = rules;
  const save = (fields: Fields) =>
    write(
      { ...fields, soonMinutes: Number(fields.soonMinutes) },
      {
        done: () => void message.success('已保存，下一分钟起按新的设置提醒'),
        refused: (cause) => void showFieldErrors(form, cause),
      },
    );
  return (
    <Card title={`${store.name}的预约提醒`}>
      {!mayChange && <p className={`note ${styles.hint}`}>只有店长和老板可以修改。</p>}
      <Form<Fields>
        form={form}
        layout="vertical"
        validateTrigger="onBlur"
        onFinish={save}
        initialValues={{ ...current, soonMinutes: String(current.soonMinutes) }}
        disabled={!mayChange}
        className={styles.limits}
        data-testid="reminders"
      >
        <When />
        <Ways />
        {error && <Notice tone="alarm">{sentenceOf(error)}</Notice>}
        {mayChange && (
          <Button type="primary" htmlType="submit" loading={isPending} data-testid="reminders-save">
            保存
          </Button>
        )}
      </Form>
    </Card>
  );
}

const hours = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => ({
    value: from + index,
    label: `${from + index}:00`,
  }));

function When() {
  return (
    <>
      <Form.Item name="dayBefore" valuePropName="checked">
        <Checkbox data-testid="reminders-day-before">到店前一天提醒</Checkbox>
      </Form.Item>
      <Form.Item name="dayBeforeHour" label="前一天几点提醒">
        <Select options={hours(0, 23)} />
      </Form.Item>
      <Form.Item name="soon" valuePropName="checked">
        <Checkbox>到店前再提醒一次</Checkbox>
      </Form.Item>
      <Form.Item name="soonMinutes" label="提前多少分钟" rules={wholeRule(30, 240)}>
        <Input
          suffix="分钟"
          inputMode="numeric"
          maxLength={3}
          data-testid="reminders-soon-minutes"
        />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name="tellFromHour" label="提醒时段从">
          <Select options={hours(0, 23)} />
        </Form.Item>
        <Form.Item
          name="tellUntilHour"
          label="到"
          extra="时段之外不打扰；来得及的等到早上，来不及的不发，会写明原因"
        >
          <Select options={hours(1, 24)} />
        </Form.Item>
      </div>
    </>
  );
}

function Ways() {
  return (
    <>
      <p className={`note ${styles.hint}`}>
        先发微信服务通知。顾客没有允许、没有用小程序，或者微信没有送到时：
      </p>
      <Form.Item name="bySms" valuePropName="checked">
        <Checkbox>改发短信（预约确认、变更、取消和提醒）</Checkbox>
      </Form.Item>
      <Form.Item name="byCall" valuePropName="checked">
        <Checkbox>短信也没有送到的，列入前台的待拨电话（改期、换人、取消和前一天提醒）</Checkbox>
      </Form.Item>
    </>
  );
}

/** Whether clients hear of their visits. */
function Fates({ counts }: { counts: ReminderRules['counts'] }) {
  const lines = countLines(counts);
  return (
    <Card title="预约消息（最近七天和未来七天的预约）">
      {lines.length === 0 ? (
        <p className="note">还没有发过预约消息。</p>
      ) : (
        <ul className="tabular" data-testid="reminder-fates">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <p className="note">每一条的去向和原因，在日程里点开那条预约可以看到。</p>
    </Card>
  );
}

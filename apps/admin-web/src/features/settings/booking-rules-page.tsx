import { App, Button, Form, InputNumber } from 'antd';
import type { BookingPolicy } from '../../shared/api/contract';
import { sentenceOf } from '../../shared/api/problem';
import { useDesk } from '../../shared/session/desk';
import { Notice } from '../../shared/ui/amount';
import { showFieldErrors } from '../../shared/ui/field-errors';
import { Card } from '../../shared/ui/page';
import { Loaded } from '../../shared/ui/states';
import { useBookingPolicy, useSaveBookingPolicy } from './api/booking-policy';
import { DailyCapsCard } from './daily-caps-card';
import { PeakTimesCard } from './peak-times-card';
import styles from './settings.module.css';
import { TurnRulesCard } from './turn-rules-card';

/** How a store answers requests, and how long it keeps what it offers. */
export default function BookingRulesPage() {
  const { store } = useDesk();
  const policy = useBookingPolicy(store.id);
  return (
    <>
      <Loaded query={policy} rows={6}>
        {(data) => <PolicyForm key={store.id} storeId={store.id} policy={data} />}
      </Loaded>
      <DailyCapsCard />
      <PeakTimesCard />
      <TurnRulesCard />
    </>
  );
}

function PolicyForm({ storeId, policy }: { storeId: string; policy: BookingPolicy }) {
  const { may, store } = useDesk();
  const { message } = App.useApp();
  const [form] = Form.useForm<BookingPolicy>();
  const { write, error, isPending } = useSaveBookingPolicy(storeId);
  const mayChange = may('appointments.policy');
  const save = ({ mostNoShows, mostLateCancels, ...fields }: BookingPolicy) => {
    // What is left empty comes as undefined or null.
    const limits = {
      mostNoShows: mostNoShows ?? null,
      mostLateCancels: mostLateCancels ?? null,
    };
    write(
      { ...fields, ...limits },
      {
        done: () => void message.success('已保存，之后的预约按新规则'),
        refused: (cause) => void showFieldErrors(form, cause),
      },
    );
  };
  return (
    <Card title={`${store.name}的预约规则`}>
      {!mayChange && <p className={`note ${styles.hint}`}>只有店长和老板可以修改。</p>}
      <Form<BookingPolicy>
        form={form}
        layout="vertical"
        onFinish={save}
        initialValues={policy}
        disabled={!mayChange}
        className={styles.policy}
        data-testid="booking-policy"
      >
        <Form.Item
          name="answerMinutes"
          label="需要确认的预约，多久内答复"
          extra="只算营业时间。过半还没答复会提醒店长，到时没有答复自动放开。"
          rules={[{ required: true, message: '请填写分钟数' }]}
        >
          <InputNumber
            min={10}
            max={1440}
            precision={0}
            suffix="分钟"
            data-testid="policy-answer"
          />
        </Form.Item>
        <Form.Item
          name="offerMinutes"
          label="建议的其他时间，为顾客保留多久"
          extra="顾客没有选，到时自动放开。"
          rules={[{ required: true, message: '请填写分钟数' }]}
        >
          <InputNumber min={10} max={2880} precision={0} suffix="分钟" />
        </Form.Item>
        <Form.Item
          name="freeCancelHours"
          label="开始前多少小时可以免费取消"
          extra="再晚取消会记为临时取消。已经约好的按当时的规则。"
          rules={[{ required: true, message: '请填写小时数' }]}
        >
          <InputNumber min={0} max={72} precision={0} suffix="小时" />
        </Form.Item>
        <Form.Item
          name="historyMonths"
          label="未到店和临时取消，看最近多久的"
          extra="所有门店的预约都算。"
          rules={[{ required: true, message: '请填写月数' }]}
        >
          <InputNumber min={1} max={24} precision={0} suffix="个月" />
        </Form.Item>
        <Form.Item
          name="mostNoShows"
          label="未到店几次，改为电话预约"
          extra="到了次数，小程序会请顾客打电话约；前台照常可以约。不填表示不限制。"
        >
          <InputNumber min={1} max={20} precision={0} suffix="次" data-testid="policy-no-shows" />
        </Form.Item>
        <Form.Item
          name="mostLateCancels"
          label="临时取消几次，改为电话预约"
          extra="不填表示不限制。"
        >
          <InputNumber min={1} max={20} precision={0} suffix="次" />
        </Form.Item>
        {error && <Notice tone="alarm">{sentenceOf(error)}</Notice>}
        {mayChange && (
          <Button
            type="primary"
            htmlType="submit"
            loading={isPending}
            data-testid="booking-policy-save"
          >
            保存
          </Button>
        )}
      </Form>
    </Card>
  );
}

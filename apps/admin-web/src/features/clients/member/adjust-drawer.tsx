import { App, Form, Input, Segmented } from 'antd';
import { useState } from 'react';
import type { ClientFile } from '../../../shared/api/contract';
import { useDesk } from '../../../shared/session/desk';
import { Notice } from '../../../shared/ui/amount';
import { REASON_RULE } from '../../../shared/ui/money-rules';
import { SheetForm } from '../../../shared/ui/sheet-form';
import { Review, WriteDrawer } from '../../../shared/ui/write-drawer';
import { useAdjustPoints } from './api/member';
import { signed } from './member-words';

interface Fields {
  way: 'give' | 'take';
  points: string;
  reason: string;
}

const POINTS_RULE = [
  { required: true, pattern: /^[1-9]\d{0,4}$/, message: '请填写 1 到 99999 的整数' },
];

/** Points given or taken by hand, with the reason; above the house's limit a second person decides. */
export function AdjustDrawer({ client, onClose }: { client: ClientFile; onClose: () => void }) {
  const { message } = App.useApp();
  const { store } = useDesk();
  const [form] = Form.useForm<Fields>();
  const [fields, setFields] = useState<Fields | null>(null);
  const { write, error, isPending, reset } = useAdjustPoints(client.id);
  const points = fields ? Number(fields.points) * (fields.way === 'give' ? 1 : -1) : 0;
  const confirm = () =>
    write(
      { storeId: store.id, points, reason: fields?.reason.trim() ?? '' },
      {
        done: ({ state }) => {
          void message.success(state === 'done' ? '积分已调整' : '已提交，等另一位同事审批');
          onClose();
        },
      },
    );
  return (
    <WriteDrawer
      title={`调整${client.name}的积分`}
      testId="points-adjust"
      onClose={onClose}
      review={
        fields && (
          <>
            <Review
              items={[
                { name: '顾客', value: client.name },
                { name: '积分', value: signed(points) },
                { name: '原因', value: fields.reason.trim() },
              ]}
            />
            <Notice>超过规则里的额度时，要另一位同事审批后才生效。</Notice>
          </>
        )
      }
      onReview={() => form.submit()}
      onBack={() => {
        reset();
        setFields(null);
      }}
      onConfirm={confirm}
      confirmWord="确认调整"
      isPending={isPending}
      error={error}
    >
      <SheetForm form={form} onFinish={setFields} initialValues={{ way: 'give' }}>
        <Form.Item name="way" label="增加还是减少">
          <Segmented
            options={[
              { value: 'give', label: '增加' },
              { value: 'take', label: '减少' },
            ]}
          />
        </Form.Item>
        <Form.Item name="points" label="积分" rules={POINTS_RULE}>
          <Input
            suffix="分"
            inputMode="numeric"
            maxLength={5}
            autoFocus
            data-testid="points-adjust-points"
          />
        </Form.Item>
        <Form.Item name="reason" label="原因" rules={REASON_RULE}>
          <Input.TextArea
            maxLength={200}
            autoSize={{ minRows: 3 }}
            placeholder="例如：补上次漏记的积分"
            data-testid="points-adjust-reason"
          />
        </Form.Item>
      </SheetForm>
    </WriteDrawer>
  );
}

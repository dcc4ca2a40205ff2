import { App, Form, Input } from 'antd';
import { useState } from 'react';
import type { TopUp } from '../api/contract';
import { moneyLabel } from '../format/money';
import { useReverseTopUp } from '../requests/reverse-top-up';
import { Amount, Notice } from '../ui/amount';
import { REASON_RULE } from '../ui/money-rules';
import { Review, WriteDrawer } from '../ui/write-drawer';

/** Undoes a sale that was entered wrongly: a mirror entry, nothing is deleted. */
export function ReverseTopUpDrawer({ topUp, onClose }: { topUp: TopUp; onClose: () => void }) {
  const { message } = App.useApp();
  const [form] = Form.useForm<{ reason: string }>();
  const [reason, setReason] = useState<string | null>(null);
  const { write, error, isPending, reset } = useReverseTopUp(topUp.id, topUp.customerId);
  const confirm = () =>
    write(
      { reason: reason ?? '' },
      {
        done: ({ owedFen }) => {
          void message.success(
            owedFen > 0 ? `已冲正，顾客已用掉的 ${moneyLabel(owedFen)} 记为欠款` : '已冲正',
          );
          onClose();
        },
      },
    );
  return (
    <WriteDrawer
      title="冲正充值"
      testId="reverse"
      onClose={onClose}
      review={
        reason === null ? null : (
          <>
            <Review
              items={[
                { name: '顾客', value: topUp.customerName },
                { name: '方案', value: topUp.title },
                { name: '收回本金', value: <Amount fen={topUp.priceFen} gold /> },
                { name: '收回赠金', value: <Amount fen={topUp.bonusFen} gold /> },
                { name: '原因', value: reason },
              ]}
            />
            <Notice tone="alarm">
              冲正后不能撤回。顾客已经用掉的部分会记为她的欠款，请先与顾客说明，并退还现金或撤销刷卡。
            </Notice>
          </>
        )
      }
      onReview={() => form.submit()}
      onBack={() => {
        reset();
        setReason(null);
      }}
      onConfirm={confirm}
      confirmWord="确认冲正"
      danger
      isPending={isPending}
      error={error}
    >
      <Form form={form} layout="vertical" onFinish={(fields) => setReason(fields.reason.trim())}>
        <Form.Item name="reason" label="原因" rules={REASON_RULE}>
          <Input.TextArea
            maxLength={200}
            autoSize={{ minRows: 3 }}
            autoFocus
            placeholder="例如：金额录错，应为充 500"
            data-testid="reverse-reason"
          />
        </Form.Item>
      </Form>
    </WriteDrawer>
  );
}

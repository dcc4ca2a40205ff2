import { App, Form, Input } from 'antd';
import { useState } from 'react';
import type { PaymentOrder } from '../../shared/api/contract';
import { readYuan, yuanText } from '../../shared/format/money';
import { Amount, Notice } from '../../shared/ui/amount';
import { showFieldErrors } from '../../shared/ui/field-errors';
import { AMOUNT_RULE, REASON_RULE } from '../../shared/ui/money-rules';
import { SheetForm } from '../../shared/ui/sheet-form';
import { Review, WriteDrawer } from '../../shared/ui/write-drawer';
import { useRequestPaymentRefund } from './api/request-payment-refund';

interface Fields {
  amount: string;
  reason: string;
}

/** Asks for a part or all of an order's money back. */
export function RequestPaymentRefundDrawer({
  order,
  onClose,
}: {
  order: PaymentOrder;
  onClose: () => void;
}) {
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const [fields, setFields] = useState<Fields | null>(null);
  const { write, error, isPending, reset } = useRequestPaymentRefund(order.orderNo);
  const amountFen = readYuan(fields?.amount ?? '') ?? 0;
  const confirm = () =>
    write(
      { amountFen, reason: fields?.reason.trim() ?? '' },
      {
        done: () => {
          void message.success('已提交退款，等待另一位同事审批');
          onClose();
        },
        refused: (cause) => {
          if (showFieldErrors(form, cause)) setFields(null);
        },
      },
    );
  return (
    <WriteDrawer
      title="申请退款"
      testId="payment-refund"
      onClose={onClose}
      review={
        fields && (
          <>
            <Review
              items={[
                { name: '订单', value: order.description },
                { name: '原路退回', value: <Amount fen={amountFen} strong /> },
                { name: '原因', value: fields.reason },
              ]}
            />
            <Notice>由另一位同事批准后，经微信退回顾客付款时用的账户。</Notice>
          </>
        )
      }
      onReview={() => form.submit()}
      onBack={() => {
        reset();
        setFields(null);
      }}
      onConfirm={confirm}
      confirmWord="提交审批"
      isPending={isPending}
      error={error}
    >
      <SheetForm<Fields>
        form={form}
        onFinish={setFields}
        initialValues={{ amount: yuanText(order.refundableFen) }}
      >
        <Form.Item name="amount" label="退款金额" rules={AMOUNT_RULE}>
          <Input prefix="¥" inputMode="decimal" maxLength={12} autoFocus />
        </Form.Item>
        <Form.Item name="reason" label="原因" extra="顾客会看到" rules={REASON_RULE}>
          <Input maxLength={80} data-testid="payment-refund-reason" />
        </Form.Item>
      </SheetForm>
    </WriteDrawer>
  );
}

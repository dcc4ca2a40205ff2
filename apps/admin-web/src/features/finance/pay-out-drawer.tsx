import { App, Form, Input, Segmented } from 'antd';
import { useState } from 'react';
import { REFUND_WAY_WORDS } from '@yance/shared-types';
import type { Payout, ValueRefund } from '../../shared/api/contract';
import { useDesk } from '../../shared/session/desk';
import { Amount, Notice } from '../../shared/ui/amount';
import { showFieldErrors } from '../../shared/ui/field-errors';
import { SheetForm } from '../../shared/ui/sheet-form';
import { Review, WriteDrawer } from '../../shared/ui/write-drawer';
import { usePayOutRefund } from './api/pay-out-refund';

/** Writes down that money was paid by hand: by bank transfer, or in cash against a signature. */
export function PayOutDrawer({
  refund,
  part,
  onClose,
}: {
  refund: ValueRefund;
  part: ValueRefund['items'][number];
  onClose: () => void;
}) {
  const { message } = App.useApp();
  const { store } = useDesk();
  const [form] = Form.useForm<Payout>();
  const [payout, setPayout] = useState<Payout | null>(null);
  const { write, error, isPending, reset } = usePayOutRefund(refund.id, part.seq);
  const confirm = () =>
    payout &&
    write(payout, {
      done: () => {
        void message.success('已登记付款');
        onClose();
      },
      refused: (cause) => {
        if (showFieldErrors(form, cause)) setPayout(null);
      },
    });
  return (
    <WriteDrawer
      title="登记退款付款"
      testId="pay-out"
      onClose={onClose}
      review={
        payout && (
          <>
            <Review
              items={[
                { name: '顾客', value: refund.clientName },
                { name: '付给顾客', value: <Amount fen={part.amountFen} strong /> },
                { name: '方式', value: REFUND_WAY_WORDS[payout.way] },
                ...(payout.way === 'cash' ? [{ name: '付现的门店', value: store.name }] : []),
                { name: '凭证号', value: payout.reference },
              ]}
            />
            <Notice>请确认钱已经付出去。登记后记入账本，不能撤回。</Notice>
          </>
        )
      }
      onReview={() => form.submit()}
      onBack={() => {
        reset();
        setPayout(null);
      }}
      onConfirm={confirm}
      confirmWord="已付款，确认登记"
      isPending={isPending}
      error={error}
    >
      <SheetForm<Payout>
        form={form}
        onFinish={({ way, reference }) =>
          setPayout({
            ...{ way, reference: reference.trim() },
            ...(way === 'cash' ? { storeId: store.id } : {}),
          })
        }
        initialValues={{ way: part.way === 'cash' ? 'cash' : 'bank_transfer' }}
      >
        <Form.Item name="way" label="付款方式">
          <Segmented
            options={[
              { value: 'bank_transfer', label: '银行转账' },
              { value: 'cash', label: '现金' },
            ]}
          />
        </Form.Item>
        <Form.Item
          name="reference"
          label="凭证号"
          extra="银行回单号，或顾客签收的现金收据号"
          rules={[{ required: true, whitespace: true, min: 2, message: '请填写凭证号' }]}
        >
          <Input maxLength={60} autoFocus data-testid="pay-out-reference" />
        </Form.Item>
      </SheetForm>
    </WriteDrawer>
  );
}

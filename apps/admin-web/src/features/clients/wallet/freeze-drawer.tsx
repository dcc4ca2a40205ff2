import { App, Form, Input } from 'antd';
import { useState } from 'react';
import { useDesk } from '../../../shared/session/desk';
import { Notice } from '../../../shared/ui/amount';
import { REASON_RULE } from '../../../shared/ui/money-rules';
import { Review, WriteDrawer } from '../../../shared/ui/write-drawer';
import { useFreeze } from './api/freeze-wallet';
import type { WalletActProps } from './wallet-acts';

/** Stops a wallet, or lets it be used again; both with a reason. */
export function FreezeDrawer({ client, wallet, onClose }: WalletActProps) {
  const { message } = App.useApp();
  const { store } = useDesk();
  const [form] = Form.useForm<{ reason: string }>();
  const [reason, setReason] = useState<string | null>(null);
  // As it was when the sheet was opened: the answer must not turn the words round under the hand.
  const [isFrozen] = useState(wallet.frozen);
  const { write, error, isPending, reset } = useFreeze(client.id, isFrozen);
  const word = isFrozen ? '解除冻结' : '冻结';
  const done = () => {
    void message.success(isFrozen ? '已解除冻结，可以使用了' : '已冻结');
    onClose();
  };
  return (
    <WriteDrawer
      title={`${word}${client.name}的储值卡`}
      testId="freeze"
      onClose={onClose}
      review={
        reason === null ? null : (
          <>
            <Review
              items={[
                { name: '顾客', value: client.name },
                { name: '原因', value: reason },
              ]}
            />
            <Notice>
              {isFrozen
                ? '解除后，顾客可以照常扣款、转赠和退款。'
                : '冻结后不能充值、扣款、转赠和退款，余额不变，直到解除冻结。'}
            </Notice>
          </>
        )
      }
      onReview={() => form.submit()}
      onBack={() => {
        reset();
        setReason(null);
      }}
      onConfirm={() => write({ storeId: store.id, reason: reason ?? '' }, { done })}
      confirmWord={`确认${word}`}
      danger={!isFrozen}
      isPending={isPending}
      error={error}
    >
      <Form form={form} layout="vertical" onFinish={(fields) => setReason(fields.reason.trim())}>
        <Form.Item name="reason" label="原因" rules={REASON_RULE}>
          <Input.TextArea
            maxLength={200}
            autoSize={{ minRows: 3 }}
            autoFocus
            placeholder={isFrozen ? '例如：顾客已找回手机' : '例如：顾客来电说手机丢了'}
            data-testid="freeze-reason"
          />
        </Form.Item>
      </Form>
    </WriteDrawer>
  );
}

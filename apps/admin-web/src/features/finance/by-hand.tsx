import { App, Button, Form, Input, Tooltip } from 'antd';
import { useState } from 'react';
import type { PaymentRefund } from '../../shared/api/contract';
import { useDesk } from '../../shared/session/desk';
import { Amount, Notice } from '../../shared/ui/amount';
import { REASON_RULE } from '../../shared/ui/money-rules';
import { Review, WriteDrawer } from '../../shared/ui/write-drawer';
import { usePayRefundByHand, type ByHandStep } from './api/pay-refund-by-hand';
import styles from './finance.module.css';

const WORDS = {
  ask: {
    ...{ title: '改为线下付款', done: '已提交，等待另一位同事同意', confirm: '提交' },
    after: '另一位同事同意之前，系统还会继续向微信退款；在这之前请不要转账。',
  },
  approve: {
    ...{ title: '同意改为线下付款', done: '已改为线下付款', confirm: '确认同意' },
    after:
      '确认时会先问微信有没有这笔退款，微信说没有才能改。改了以后微信不会再退这一笔，不能改回来；请转账后到「储值退款」登记付款。',
  },
  reject: {
    ...{ title: '不改为线下付款', done: '继续由微信退款', confirm: '确认不改' },
    after: '系统会继续用同一个退款单号向微信退款；以后还可以重新申请。',
  },
} as const;

/** The way out of a refund that WeChat goes on refusing: asked for by one person, agreed to by another. */
export function ByHandActs({
  refund,
  onHold,
}: {
  refund: PaymentRefund;
  onHold: (isOpen: boolean) => void;
}) {
  const { may } = useDesk();
  const [step, setStep] = useState<ByHandStep | null>(null);
  const choose = (next: ByHandStep | null) => {
    onHold(next !== null);
    setStep(next);
  };
  const { byHandAskable, byHandDecidable, byHandRejectable } = refund;
  const waits = byHandRejectable || byHandDecidable;
  if (!byHandAskable && !waits && step === null) return null;
  return (
    <span className={styles.acts}>
      {byHandAskable && (
        <Button size="small" onClick={() => choose('ask')} data-testid="by-hand-ask">
          改为线下付款
        </Button>
      )}
      {byHandRejectable && (
        <Button size="small" onClick={() => choose('reject')} data-testid="by-hand-reject">
          不改
        </Button>
      )}
      {waits && may('payments.refund-decide') && (
        <Tooltip title={byHandDecidable ? '' : '要由另一位同事同意；微信正在答复时请稍候再看。'}>
          <Button
            size="small"
            type="primary"
            disabled={!byHandDecidable}
            onClick={() => choose('approve')}
            data-testid="by-hand-approve"
          >
            同意改为线下付款
          </Button>
        </Tooltip>
      )}
      {step && <ByHandDrawer refund={refund} step={step} onClose={() => choose(null)} />}
    </span>
  );
}

function ByHandDrawer({
  refund,
  step,
  onClose,
}: {
  refund: PaymentRefund;
  step: ByHandStep;
  onClose: () => void;
}) {
  const { message } = App.useApp();
  const [form] = Form.useForm<{ reason: string }>();
  const [reason, setReason] = useState<string | null>(step === 'ask' ? null : '');
  const { write, error, isPending, reset } = usePayRefundByHand(refund.refundNo);
  const words = WORDS[step];
  const said = step === 'ask' ? reason : refund.byHand?.reason;
  const facts = [
    { name: '退款', value: <Amount fen={refund.amountFen} gold strong /> },
    ...(refund.byHand ? [{ name: '申请人', value: refund.byHand.askedByName }] : []),
    ...(said ? [{ name: '原因', value: said }] : []),
  ];
  return (
    <WriteDrawer
      title={words.title}
      testId="by-hand"
      onClose={onClose}
      review={
        reason === null ? null : (
          <>
            <Review items={facts} />
            <Notice>{words.after}</Notice>
          </>
        )
      }
      onReview={() => form.submit()}
      onBack={() => {
        reset();
        if (step === 'ask') setReason(null);
        else onClose();
      }}
      onConfirm={() =>
        write(
          { step, reason: reason ?? '' },
          {
            done: () => {
              void message.success(words.done);
              onClose();
            },
          },
        )
      }
      confirmWord={words.confirm}
      danger={step === 'approve'}
      isPending={isPending}
      error={error}
    >
      <Review items={facts} />
      <Form
        form={form}
        layout="vertical"
        onFinish={(fields) => setReason(fields.reason.trim())}
        style={{ marginTop: 16 }}
      >
        <Form.Item name="reason" label="为什么不等微信" rules={REASON_RULE}>
          <Input.TextArea
            maxLength={200}
            autoSize={{ minRows: 2 }}
            autoFocus
            placeholder="例如：付款已超过一年，微信退不了"
            data-testid="by-hand-reason"
          />
        </Form.Item>
      </Form>
    </WriteDrawer>
  );
}

import { App, Button, Form, Input, Tooltip } from 'antd';
import { useState, type ReactNode } from 'react';
import { Notice } from '../../shared/ui/amount';
import { REASON_RULE } from '../../shared/ui/money-rules';
import { Review, WriteDrawer } from '../../shared/ui/write-drawer';
import styles from './finance.module.css';

export type Step = 'approve' | 'reject' | 'withdraw';

const WORDS = {
  approve: {
    title: '批准退款',
    done: '已批准',
    confirm: '确认批准',
    note: '审批意见',
    after: '批准后开始退款，批准本身不能撤回。微信一直退不成的，可以由两位同事改为线下付款。',
  },
  reject: {
    title: '驳回退款',
    done: '已驳回',
    confirm: '确认驳回',
    note: '驳回原因',
    after: '驳回后占用的余额立即恢复，顾客可以继续使用。',
  },
  withdraw: {
    title: '撤回退款申请',
    done: '已撤回',
    confirm: '确认撤回',
    note: '说明',
    after: '撤回后占用的余额立即恢复，顾客可以继续使用；以后还可以重新申请。',
  },
} as const;

/** What whoever decided did. */
export function decisionWord(state: string): string {
  return { rejected: '驳回', withdrawn: '撤回' }[state] ?? '批准';
}

/** Yes or no; on one's own request the buttons say why they are shut, and it can be taken back. */
export function DecideButtons({
  isDecidable,
  isWithdrawable,
  onStep,
}: {
  isDecidable: boolean;
  isWithdrawable: boolean;
  onStep: (step: Step) => void;
}) {
  const buttons = (
    <span className={styles.acts}>
      <Button
        size="small"
        disabled={!isDecidable}
        onClick={() => onStep('reject')}
        data-testid="decide-reject"
      >
        驳回
      </Button>
      <Button
        size="small"
        type="primary"
        disabled={!isDecidable}
        onClick={() => onStep('approve')}
        data-testid="decide-approve"
      >
        批准
      </Button>
    </span>
  );
  if (isDecidable) return buttons;
  return (
    <span data-testid="decide-own">
      <Tooltip title="退款要由另一位同事审批，不能自己批自己的。">{buttons}</Tooltip>
      <span className={`note ${styles.own}`}>自己申请的，请另一位同事审批</span>
      {isWithdrawable && <WithdrawButton onStep={onStep} />}
    </span>
  );
}

/** For whoever asked by mistake. */
export function WithdrawButton({ onStep }: { onStep: (step: Step) => void }) {
  return (
    <Button
      type="link"
      size="small"
      onClick={() => onStep('withdraw')}
      data-testid="decide-withdraw"
    >
      撤回申请
    </Button>
  );
}

interface Decide {
  write: (body: { step: Step; note: string }, after: { done: () => void }) => void;
  error: unknown;
  isPending: boolean;
  reset: () => void;
}

/** The second person's yes or no, or taking back one's own request, which needs no words. A no says why. */
export function DecideDrawer({
  step,
  facts,
  decide,
  onClose,
}: {
  step: Step;
  facts: readonly { name: string; value: ReactNode }[];
  decide: Decide;
  onClose: () => void;
}) {
  const { message } = App.useApp();
  const [form] = Form.useForm<{ note?: string }>();
  const [note, setNote] = useState<string | null>(step === 'withdraw' ? '' : null);
  const isYes = step === 'approve';
  const words = WORDS[step];
  const done = () => {
    void message.success(words.done);
    onClose();
  };
  return (
    <WriteDrawer
      title={words.title}
      testId="decide"
      onClose={onClose}
      review={
        note === null ? null : (
          <>
            <Review items={[...facts, ...(note ? [{ name: words.note, value: note }] : [])]} />
            <Notice>{words.after}</Notice>
          </>
        )
      }
      onReview={() => form.submit()}
      onBack={() => {
        decide.reset();
        if (step === 'withdraw') onClose();
        else setNote(null);
      }}
      onConfirm={() => decide.write({ step, note: note ?? '' }, { done })}
      confirmWord={words.confirm}
      danger={!isYes}
      isPending={decide.isPending}
      error={decide.error}
    >
      <Review items={facts} />
      <Form
        form={form}
        layout="vertical"
        onFinish={(fields) => setNote(fields.note?.trim() ?? '')}
        style={{ marginTop: 16 }}
      >
        <Form.Item
          name="note"
          label={isYes ? `${words.note}（可不填）` : words.note}
          rules={isYes ? [] : REASON_RULE}
        >
          <Input.TextArea
            maxLength={200}
            autoSize={{ minRows: 2 }}
            autoFocus
            data-testid="decide-note"
          />
        </Form.Item>
      </Form>
    </WriteDrawer>
  );
}

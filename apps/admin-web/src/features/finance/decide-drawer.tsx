import { App, Button, Form, Input, Tooltip } from 'antd';
import { useState, type ReactNode } from 'react';
import { Notice } from '../../shared/ui/amount';
import { REASON_RULE } from '../../shared/ui/money-rules';
import { Review, WriteDrawer } from '../../shared/ui/write-drawer';
import styles from './finance.module.css';

export type Step = 'approve' | 'reject';

/** Yes or no; on one's own request the buttons say why they are shut. */
export function DecideButtons({
  isDecidable,
  onStep,
}: {
  isDecidable: boolean;
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
    <Tooltip title="退款要由另一位同事审批，不能自己批自己的。">
      <span data-testid="decide-own">
        {buttons}
        <span className={`note ${styles.own}`}>自己申请的，请另一位同事审批</span>
      </span>
    </Tooltip>
  );
}

interface Decide {
  write: (body: { step: Step; note: string }, after: { done: () => void }) => void;
  error: unknown;
  isPending: boolean;
  reset: () => void;
}

/** The second person's yes or no. A no says why. */
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
  const [note, setNote] = useState<string | null>(null);
  const isYes = step === 'approve';
  const done = () => {
    void message.success(isYes ? '已批准' : '已驳回');
    onClose();
  };
  return (
    <WriteDrawer
      title={isYes ? '批准退款' : '驳回退款'}
      testId="decide"
      onClose={onClose}
      review={
        note === null ? null : (
          <>
            <Review
              items={[
                ...facts,
                ...(note ? [{ name: isYes ? '审批意见' : '驳回原因', value: note }] : []),
              ]}
            />
            <Notice>
              {isYes
                ? '批准后开始退款，不能撤回。'
                : '驳回后占用的余额立即恢复，顾客可以继续使用。'}
            </Notice>
          </>
        )
      }
      onReview={() => form.submit()}
      onBack={() => {
        decide.reset();
        setNote(null);
      }}
      onConfirm={() => decide.write({ step, note: note ?? '' }, { done })}
      confirmWord={isYes ? '确认批准' : '确认驳回'}
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
          label={isYes ? '审批意见（可不填）' : '驳回原因'}
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

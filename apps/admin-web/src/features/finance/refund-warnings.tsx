import { App, Button, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import type { PaymentRefund, WarningSettled } from '../../shared/api/contract';
import { warningOutcomeWord } from '../../shared/format/money-words';
import { momentLabel } from '../../shared/format/time';
import { useDesk } from '../../shared/session/desk';
import { Amount, Notice } from '../../shared/ui/amount';
import { REASON_RULE } from '../../shared/ui/money-rules';
import { SheetForm } from '../../shared/ui/sheet-form';
import { Review, WriteDrawer } from '../../shared/ui/write-drawer';
import { useSettleRefundWarning } from './api/settle-refund-warning';
import styles from './finance.module.css';

const OUTCOMES = ['returned', 'loss', 'not_twice'] as const;

/** That a refund may have gone out twice, and what came of it, with who said so. */
export function RefundWarnings({
  refund,
  onHold,
}: {
  refund: PaymentRefund;
  onHold: (isOpen: boolean) => void;
}) {
  const { may } = useDesk();
  const [isSettling, setSettling] = useState(false);
  const choose = (next: boolean) => {
    onHold(next);
    setSettling(next);
  };
  const isOpen = refund.warnings.some(({ settledAt }) => settledAt === null);
  return (
    <>
      {refund.warnings.map((warning) =>
        warning.settledAt === null ? (
          <span key={warning.kind} className={styles.alarm} data-testid="refund-warning">
            {warning.text}
          </span>
        ) : (
          <span key={warning.kind} className="note tabular" data-testid="refund-warning-settled">
            {warningOutcomeWord(warning.outcome ?? '')}：{warning.note}（{warning.settledByName}，
            {momentLabel(warning.settledAt)}）
          </span>
        ),
      )}
      {isOpen && may('payments.refund-decide') && (
        <span>
          <Button size="small" onClick={() => choose(true)} data-testid="warning-settle">
            登记处理结果
          </Button>
        </span>
      )}
      {isSettling && <SettleDrawer refund={refund} onClose={() => choose(false)} />}
    </>
  );
}

function SettleDrawer({ refund, onClose }: { refund: PaymentRefund; onClose: () => void }) {
  const { message } = App.useApp();
  const [form] = Form.useForm<WarningSettled>();
  const [word, setWord] = useState<WarningSettled | null>(null);
  const { write, error, isPending, reset } = useSettleRefundWarning(refund.refundNo);
  return (
    <WriteDrawer
      title="登记处理结果"
      testId="warning"
      onClose={onClose}
      review={
        word && (
          <>
            <Review
              items={[
                { name: '退款', value: <Amount fen={refund.amountFen} strong /> },
                { name: '结果', value: warningOutcomeWord(word.outcome) },
                { name: '说明', value: word.note },
              ]}
            />
            <Notice>登记后这条提醒不再显示，谁登记的、怎么处理的会一直留着。</Notice>
          </>
        )
      }
      onReview={() => form.submit()}
      onBack={() => {
        reset();
        setWord(null);
      }}
      onConfirm={() =>
        word &&
        write(word, {
          done: () => {
            void message.success('已登记');
            onClose();
          },
        })
      }
      confirmWord="确认登记"
      isPending={isPending}
      error={error}
    >
      <SheetForm<WarningSettled>
        form={form}
        onFinish={({ outcome, note }) => setWord({ outcome, note: note.trim() })}
      >
        <Form.Item
          name="outcome"
          label="结果"
          rules={[{ required: true, message: '请选择处理结果' }]}
        >
          <Radio.Group
            options={OUTCOMES.map((value) => ({ value, label: warningOutcomeWord(value) }))}
          />
        </Form.Item>
        <Form.Item name="note" label="怎么核对、怎么处理的" rules={REASON_RULE}>
          <Input.TextArea
            maxLength={200}
            autoSize={{ minRows: 2 }}
            placeholder="例如：顾客已转回，工行回单 20261124-03"
            data-testid="warning-note"
          />
        </Form.Item>
      </SheetForm>
    </WriteDrawer>
  );
}

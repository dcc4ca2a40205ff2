import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import type { Spend } from '../../../shared/api/contract';
import { momentLabel } from '../../../shared/format/time';
import { useDesk } from '../../../shared/session/desk';
import { Amount, Notice, ToneTag } from '../../../shared/ui/amount';
import { REASON_RULE } from '../../../shared/ui/money-rules';
import { Empty } from '../../../shared/ui/states';
import { Review, WriteDrawer } from '../../../shared/ui/write-drawer';
import { useReverseSpend } from './api/reverse-spend';
import styles from './wallet.module.css';

/** What was charged, by whose consent, and what the client disputes. */
export function Spends({ clientId, spends }: { clientId: string; spends: readonly Spend[] }) {
  const { may } = useDesk();
  const [wrong, setWrong] = useState<Spend | null>(null);
  if (spends.length === 0) return <Empty title="还没有扣款" />;
  return (
    <ul className={styles.lots} data-testid="wallet-spends">
      {spends.map((spend) => (
        <li key={spend.id} className={styles.spend} data-state={spend.state}>
          <div className={styles.why}>
            <strong>{spend.title}</strong>
            <span className="note tabular">
              {momentLabel(spend.at)} · {spend.storeName} · {spend.byName}
            </span>
            <span className="note">
              {spend.consent === 'slip' ? `签字单 ${spend.slipNo ?? ''}` : '顾客出示会员码'}
              {spend.reverseReason && ` · 冲正原因：${spend.reverseReason}`}
            </span>
            {spend.disputedAt && (
              <span className={styles.dispute}>
                顾客有异议{spend.disputeNote && `：${spend.disputeNote}`}
              </span>
            )}
          </div>
          {spend.state === 'reversed' && <ToneTag tone="quiet">已冲正</ToneTag>}
          <span className={styles.split}>
            <Amount fen={spend.amountFen} strong />
            <span className="note tabular">
              本金 <Amount fen={spend.principalFen} /> · 赠金 <Amount fen={spend.bonusFen} />
            </span>
          </span>
          {may('wallet.reverse') && spend.state === 'done' && (
            <Button size="small" onClick={() => setWrong(spend)} data-testid="spend-reverse">
              冲正
            </Button>
          )}
        </li>
      ))}
      {wrong && (
        <ReverseSpendDrawer clientId={clientId} spend={wrong} onClose={() => setWrong(null)} />
      )}
    </ul>
  );
}

function ReverseSpendDrawer({
  clientId,
  spend,
  onClose,
}: {
  clientId: string;
  spend: Spend;
  onClose: () => void;
}) {
  const { message } = App.useApp();
  const [form] = Form.useForm<{ reason: string }>();
  const [reason, setReason] = useState<string | null>(null);
  const { write, error, isPending, reset } = useReverseSpend(spend.id, clientId);
  const done = () => {
    void message.success('已冲正，金额已回到储值卡');
    onClose();
  };
  return (
    <WriteDrawer
      title="冲正扣款"
      testId="reverse-spend"
      onClose={onClose}
      review={
        reason === null ? null : (
          <>
            <Review
              items={[
                { name: '扣款项目', value: spend.title },
                { name: '退回本金', value: <Amount fen={spend.principalFen} gold /> },
                { name: '退回赠金', value: <Amount fen={spend.bonusFen} gold /> },
                { name: '原因', value: reason },
              ]}
            />
            <Notice>原来的扣款会保留在明细里，另外记一笔相反的账。</Notice>
          </>
        )
      }
      onReview={() => form.submit()}
      onBack={() => {
        reset();
        setReason(null);
      }}
      onConfirm={() => write({ reason: reason ?? '' }, { done })}
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
            data-testid="reverse-spend-reason"
          />
        </Form.Item>
      </Form>
    </WriteDrawer>
  );
}

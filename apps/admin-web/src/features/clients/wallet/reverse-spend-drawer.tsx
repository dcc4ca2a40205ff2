import { App } from 'antd';
import type { Spend } from '../../../shared/api/contract';
import { Amount, Notice } from '../../../shared/ui/amount';
import { ReasonDrawer } from '../../../shared/ui/reason-drawer';
import { useReverseSpend } from './api/reverse-spend';

/** Undoes a wrong charge: what it took goes back where it came from. */
export function ReverseSpendDrawer({
  clientId,
  spend,
  onClose,
}: {
  clientId: string;
  spend: Spend;
  onClose: () => void;
}) {
  const { message } = App.useApp();
  const { write, ...sheet } = useReverseSpend(spend.id, clientId);
  const done = () => {
    void message.success('已冲正，金额已回到储值卡');
    onClose();
  };
  return (
    <ReasonDrawer
      title="冲正扣款"
      testId="reverse-spend"
      onClose={onClose}
      items={[
        { name: '扣款项目', value: spend.title },
        { name: '退回本金', value: <Amount fen={spend.principalFen} gold /> },
        { name: '退回赠金', value: <Amount fen={spend.bonusFen} gold /> },
      ]}
      notice={<Notice>原来的扣款会保留在明细里，另外记一笔相反的账。</Notice>}
      confirmWord="确认冲正"
      danger
      onConfirm={(reason) => write({ reason }, { done })}
      sheet={sheet}
    />
  );
}

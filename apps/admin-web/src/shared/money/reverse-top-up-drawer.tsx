import { App } from 'antd';
import type { TopUp } from '../api/contract';
import { moneyLabel } from '../format/money';
import { useReverseTopUp } from '../requests/reverse-top-up';
import { Amount, Notice } from '../ui/amount';
import { ReasonDrawer } from '../ui/reason-drawer';

/** Undoes a sale that was entered wrongly: a mirror entry, nothing is deleted. */
export function ReverseTopUpDrawer({ topUp, onClose }: { topUp: TopUp; onClose: () => void }) {
  const { message } = App.useApp();
  const { write, ...sheet } = useReverseTopUp(topUp.id, topUp.customerId);
  const done = ({ owedFen }: { owedFen: number }) => {
    void message.success(
      owedFen > 0 ? `已冲正，顾客已用掉的 ${moneyLabel(owedFen)} 记为欠款` : '已冲正',
    );
    onClose();
  };
  return (
    <ReasonDrawer
      title="冲正充值"
      testId="reverse"
      onClose={onClose}
      items={[
        { name: '顾客', value: topUp.customerName },
        { name: '方案', value: topUp.title },
        { name: '收回本金', value: <Amount fen={topUp.priceFen} gold /> },
        { name: '收回赠金', value: <Amount fen={topUp.bonusFen} gold /> },
      ]}
      notice={
        <Notice tone="alarm">
          冲正后不能撤回。顾客已经用掉的部分会记为她的欠款，请先与顾客说明，并退还现金或撤销刷卡。
        </Notice>
      }
      placeholder="例如：金额录错，应为充 500"
      confirmWord="确认冲正"
      danger
      onConfirm={(reason) => write({ reason }, { done })}
      sheet={sheet}
    />
  );
}

import { Button } from 'antd';
import { useState } from 'react';
import type { Bill } from '../../shared/api/contract';
import { momentLabel } from '../../shared/format/time';
import { useDesk } from '../../shared/session/desk';
import { Notice } from '../../shared/ui/amount';
import { ReasonDrawer } from '../../shared/ui/reason-drawer';
import { useBillAct } from './api/bills';

/** What the client says of a paid bill, and what the salon answered. Where the bill was wrong it is reversed instead. */
export function Dispute({ bill }: { bill: Bill }) {
  const { may } = useDesk();
  const [isAnswering, setAnswering] = useState(false);
  const { confirmation } = bill;
  if (!confirmation?.disputedAt) return null;
  const { disputeNote, settled } = confirmation;
  const said = `顾客有异议${disputeNote ? `：${disputeNote}` : ''}`;
  if (settled)
    return (
      <Notice testId="bill-dispute">
        {said}。{settled.byName}已在 {momentLabel(settled.at)} 答复：{settled.words}
      </Notice>
    );
  if (bill.state !== 'paid') return <Notice testId="bill-dispute">{said}。这张单已经冲正。</Notice>;
  return (
    <>
      <Notice tone="alarm" testId="bill-dispute">
        {said}。请核对后联系她：单子错了就冲正，没错就写明核对的结果。
        {may('bills.reverse') && (
          <Button size="small" onClick={() => setAnswering(true)} data-testid="bill-settle">
            答复顾客
          </Button>
        )}
      </Notice>
      {isAnswering && (
        <Answer bill={bill} said={disputeNote || '没有写明'} onClose={() => setAnswering(false)} />
      )}
    </>
  );
}

function Answer({ bill, said, onClose }: { bill: Bill; said: string; onClose: () => void }) {
  const act = useBillAct(bill.id);
  const { version } = bill;
  return (
    <ReasonDrawer
      title="答复顾客的异议"
      testId="settle"
      onClose={onClose}
      items={[
        { name: '单号', value: `${bill.date} ${bill.no} 号` },
        { name: '她说', value: said },
      ]}
      notice={
        <Notice>
          顾客在手机上会看到这段话和您的名字；账单和扣款不变，以后查出不对仍然可以冲正。
        </Notice>
      }
      placeholder="例如：和您电话核对过，这次做的是肩颈护理"
      label="答复"
      confirmWord="答复，记为已处理"
      onConfirm={(reason) => act.write({ act: 'settle', version, reason }, { done: onClose })}
      sheet={act}
    />
  );
}

import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Bill } from '../../shared/api/contract';
import { ReasonDrawer } from '../../shared/ui/reason-drawer';
import { useBillAct } from './api/bills';

/** Gives a bill up that nobody paid, with the reason. Its number stays taken. */
export function VoidBill({ bill, isBusy = false }: { bill: Bill; isBusy?: boolean }) {
  const navigate = useNavigate();
  const [isVoiding, setVoiding] = useState(false);
  const act = useBillAct(bill.id);
  return (
    <>
      <Button
        size="small"
        type="text"
        danger
        disabled={isBusy}
        onClick={() => setVoiding(true)}
        data-testid="bill-void"
      >
        作废
      </Button>
      {isVoiding && (
        <ReasonDrawer
          title="作废这张单"
          testId="void"
          onClose={() => setVoiding(false)}
          items={[{ name: '单号', value: `${bill.date} ${bill.no} 号` }]}
          notice={null}
          placeholder="例如：顾客临时不做了"
          confirmWord="确认作废"
          danger
          onConfirm={(reason) =>
            act.write(
              { act: 'void', version: bill.version, reason },
              { done: () => void navigate('/till') },
            )
          }
          sheet={act}
        />
      )}
    </>
  );
}

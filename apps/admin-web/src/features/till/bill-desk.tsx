import { App, Button } from 'antd';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Bill, BillEdit, BillLine, BillLineDraft } from '../../shared/api/contract';
import { isContraindicated, refusalOf } from '../../shared/care/care-api';
import { CareExceptions } from '../../shared/care/care-findings';
import { OverrideDrawer } from '../../shared/care/override-drawer';
import { sentenceOf, type ApiProblem } from '../../shared/api/problem';
import { useDesk } from '../../shared/session/desk';
import { Card } from '../../shared/ui/page';
import { ClientSearch } from '../../shared/ui/client-search';
import { useBillAct, useEditBill } from './api/bills';
import { editOf } from './bill-draft';
import { BillLines } from './bill-lines';
import { DiscountDrawer } from './discount-drawer';
import { ItemPicker } from './item-picker';
import { PayPanel } from './pay-panel';
import { PriceNotes } from './price-notes';
import { VoidBill } from './void-bill';
import styles from './till.module.css';

/** What was to be written when her health spoke against it. */
interface Stopped {
  next: Partial<BillEdit>;
  cause: ApiProblem;
}

/** An open bill: what was done, what it costs and why, and how it is paid, on one screen. */
export function BillDesk({ bill }: { bill: Bill }) {
  const { message } = App.useApp();
  const { may } = useDesk();
  const edit = useEditBill(bill.id);
  const [opened] = useState(bill.version);
  const [discounted, setDiscounted] = useState<BillLine | null>(null);
  const [stopped, setStopped] = useState<Stopped | null>(null);
  // Who types fast is not told to wait: what comes while a write is out is added as soon as it is answered.
  const waiting = useRef<BillLineDraft[]>([]);
  const addWaiting = (to: Bill) => {
    const lines = waiting.current.splice(0);
    if (lines.length > 0) change({ lines: [...editOf(to).lines, ...lines] }, to);
  };
  const change = (next: Partial<BillEdit>, of: Bill = bill) =>
    edit.write(
      { ...editOf(of), ...next },
      {
        done: (answer) => {
          setStopped(null);
          addWaiting(answer);
        },
        refused: (cause) => {
          if (isContraindicated(cause)) return setStopped({ next, cause });
          if (!next.override) void message.error({ key: bill.id, content: sentenceOf(cause) });
          addWaiting(of);
        },
      },
    );
  const add = (line: BillLineDraft) => {
    waiting.current.push(line);
    if (!edit.isPending && !stopped) addWaiting(bill);
  };
  const giveUp = () => {
    setStopped(null);
    addWaiting(bill);
  };
  const canWrite = may('bills.write');
  return (
    <div className={styles.desk}>
      <div className={styles.main}>
        <Card
          title="项目、产品与卡项"
          flush
          extra={canWrite && <Aside bill={bill} isBusy={edit.isPending} />}
        >
          <BillLines
            bill={bill}
            isBusy={edit.isPending || !canWrite}
            onChange={(lines) => change({ lines })}
            onDiscount={setDiscounted}
          />
          {canWrite && (
            <ItemPicker
              hasClient={bill.clientId !== null}
              lastStaff={bill.lines.at(-1)?.staff[0]?.staffId}
              onAdd={add}
            />
          )}
        </Card>
        {bill.appointmentId === null && bill.clientId === null && canWrite && (
          <Card title="是会员吗？">
            <ClientSearch
              onPick={({ id }) => change({ customerId: id })}
              placeholder="找到顾客，会员价、优惠券和次卡自动算上"
              testId="bill-client"
            />
          </Card>
        )}
        {bill.clientId !== null && (
          <CareExceptions clientId={bill.clientId} contextIds={[bill.id, bill.appointmentId]} />
        )}
        <PriceNotes bill={bill} isBusy={edit.isPending} onKeep={change} />
      </div>
      <PayPanel
        key={bill.version}
        bill={bill}
        isBusy={edit.isPending}
        isFresh={bill.version === opened && bill.lines.length > 0}
        onReprice={() => change({})}
      />
      {stopped && (
        <OverrideDrawer
          asked={refusalOf(stopped.cause)}
          isPending={edit.isPending}
          error={edit.error}
          onClose={giveUp}
          onAgreed={(override) => change({ ...stopped.next, override })}
        />
      )}
      {discounted && (
        <DiscountDrawer bill={bill} line={discounted} onClose={() => setDiscounted(null)} />
      )}
    </div>
  );
}

/** Puts the bill aside, or gives it up. */
function Aside({ bill, isBusy }: { bill: Bill; isBusy: boolean }) {
  const { message } = App.useApp();
  const navigate = useNavigate();
  const act = useBillAct(bill.id);
  const park = () =>
    act.write(
      { act: 'park', version: bill.version },
      {
        done: () => {
          void message.success('已挂单，在“收银”里可以继续');
          void navigate('/till');
        },
        refused: (cause) => void message.error(sentenceOf(cause)),
      },
    );
  return (
    <span className={styles.acts}>
      <VoidBill bill={bill} isBusy={isBusy} />
      <Button size="small" onClick={park} disabled={isBusy} data-testid="bill-park">
        挂单
      </Button>
    </span>
  );
}

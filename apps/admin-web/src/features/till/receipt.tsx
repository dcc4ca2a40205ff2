import { App, Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Bill } from '../../shared/api/contract';
import { CareExceptions } from '../../shared/care/care-findings';
import { sentenceOf } from '../../shared/api/problem';
import { moneyLabel } from '../../shared/format/money';
import { momentLabel } from '../../shared/format/time';
import { useDesk } from '../../shared/session/desk';
import { Amount, Notice } from '../../shared/ui/amount';
import { Card } from '../../shared/ui/page';
import { ReasonDrawer } from '../../shared/ui/reason-drawer';
import { useBillAct } from './api/bills';
import { Why } from './bill-lines';
import { Dispute } from './dispute';
import { VoidBill } from './void-bill';
import { WAY_WORDS, tenderName } from './words';
import styles from './till.module.css';

/** A bill that is put aside, waits for its client, or is over: as it is printed, with what may still be done with it. */
export function Receipt({ bill }: { bill: Bill }) {
  const { confirmation } = bill;
  return (
    <div className={styles.receiptPage}>
      <Acts bill={bill} />
      <Dispute bill={bill} />
      {bill.state === 'awaiting' && (
        <Notice>账单已发到顾客的小程序，她点“确认付款”后自动收好。</Notice>
      )}
      <Card>
        <div className={styles.receipt} data-testid="receipt">
          <h2>{bill.storeName}</h2>
          <p className="note tabular">
            {bill.date} {bill.no} 号单{bill.paidAt && ` · ${momentLabel(bill.paidAt)} 收款`}
            {bill.takenBy && ` · ${bill.takenBy}`}
          </p>
          <p>{bill.clientName ?? '散客'}</p>
          <Items bill={bill} />
          <Sums bill={bill} />
          {confirmation && (
            <p className="note">
              {WAY_WORDS[confirmation.way]}
              {confirmation.slipNo && ` ${confirmation.slipNo}`}
            </p>
          )}
        </div>
      </Card>
      <div className={styles.history}>
        {bill.clientId !== null && (
          <CareExceptions clientId={bill.clientId} contextIds={[bill.id, bill.appointmentId]} />
        )}
        <History bill={bill} />
      </div>
    </div>
  );
}

function Items({ bill }: { bill: Bill }) {
  return (
    <ul className={styles.items}>
      {bill.lines.map((line) => (
        <li key={line.seq}>
          <span>
            {line.name}
            {line.quantity > 1 && ` × ${line.quantity}`}
            <span className="note"> {line.staff.map(({ name }) => name).join('、')}</span>
            <br />
            <Why line={line} />
          </span>
          <Amount fen={line.payFen} />
        </li>
      ))}
    </ul>
  );
}

function Sums({ bill }: { bill: Bill }) {
  const saved = bill.listFen - bill.payFen;
  const tenders = bill.state === 'awaiting' ? bill.proposed : bill.tenders;
  return (
    <dl className={styles.sums}>
      {saved > 0 && (
        <div>
          <dt>优惠</dt>
          <dd>
            <Amount fen={-saved} />
          </dd>
        </div>
      )}
      <div>
        <dt>应收</dt>
        <dd>
          <Amount fen={bill.payFen} strong testId="receipt-pay" />
        </dd>
      </div>
      {tenders.map((tender, place) => (
        <div key={`${tender.kind}${place}`}>
          <dt>
            {tenderName(tender)}
            {tender.reference && <span className="note"> {tender.reference}</span>}
          </dt>
          <dd>
            <Amount fen={tender.amountFen} />
            {tender.points !== null && <span className="note"> {tender.points} 积分</span>}
            {tender.kind === 'stored_value' && tender.principalFen !== null && (
              <span className="note">
                {' '}
                本金 {moneyLabel(tender.principalFen)} 赠金 {moneyLabel(tender.bonusFen ?? 0)}
              </span>
            )}
            {(tender.changeFen ?? 0) > 0 && (
              <span className="note"> 找零 {moneyLabel(tender.changeFen ?? 0)}</span>
            )}
          </dd>
        </div>
      ))}
      {bill.points.earned > 0 && (
        <div>
          <dt>得积分</dt>
          <dd data-testid="receipt-points">{bill.points.earned}</dd>
        </div>
      )}
      {bill.points.missing > 0 && (
        <div>
          <dt>冲正时已用掉的积分</dt>
          <dd>{bill.points.missing}，从以后所得里补</dd>
        </div>
      )}
    </dl>
  );
}

function Acts({ bill }: { bill: Bill }) {
  const { message } = App.useApp();
  const { may } = useDesk();
  const navigate = useNavigate();
  const act = useBillAct(bill.id);
  const [isReversing, setReversing] = useState(false);
  const refused = (cause: unknown) => void message.error(sentenceOf(cause));
  const { version, state } = bill;
  return (
    <div className={styles.receiptActs}>
      {(state === 'parked' || state === 'awaiting') && may('bills.write') && (
        <Button
          type="primary"
          loading={act.isPending}
          onClick={() => act.write({ act: 'resume', version }, { refused })}
          autoFocus
          data-testid="bill-resume"
        >
          {state === 'parked' ? '继续开单' : '收回，改用别的方式'}
        </Button>
      )}
      {(state === 'parked' || state === 'awaiting') && may('bills.write') && (
        <VoidBill bill={bill} />
      )}
      {(state === 'paid' || state === 'reversed') && (
        <Button onClick={() => window.print()} data-testid="bill-print">
          打印小票
        </Button>
      )}
      {state === 'paid' && may('bills.reverse') && (
        <Button danger onClick={() => setReversing(true)} data-testid="bill-reverse">
          冲正
        </Button>
      )}
      {state === 'reversed' && may('bills.write') && (
        <Button
          type="primary"
          loading={act.isPending}
          onClick={() =>
            act.write({ act: 'copy' }, { done: ({ id }) => void navigate(`/till/${id}`), refused })
          }
          data-testid="bill-copy"
        >
          照原样重开
        </Button>
      )}
      <Button onClick={() => void navigate('/till')} autoFocus={state === 'paid'}>
        回到收银
      </Button>
      {isReversing && (
        <ReasonDrawer
          title="冲正这张单"
          testId="reverse"
          onClose={() => setReversing(false)}
          items={[
            { name: '单号', value: `${bill.date} ${bill.no} 号` },
            { name: '收了', value: <Amount fen={bill.payFen} strong /> },
          ]}
          notice={
            <Notice>
              储值、积分、次卡和优惠券原样退回，这单得的积分收回；现金、刷卡和收款码请当面退给顾客。
            </Notice>
          }
          placeholder="例如：项目开错了"
          confirmWord="确认冲正"
          danger
          onConfirm={(reason) =>
            act.write({ act: 'reverse', version, reason }, { done: () => setReversing(false) })
          }
          sheet={act}
        />
      )}
    </div>
  );
}

const ACT_WORDS: Readonly<Record<string, string>> = {
  ...{ open: '开单', edit: '改单', park: '挂单', resume: '继续', void: '作废', ask: '请顾客确认' },
  ...{ unask: '收回', pay: '收款', reverse: '冲正', dispute: '顾客提出异议' },
  settle: '答复顾客',
};

function History({ bill }: { bill: Bill }) {
  return (
    <Card title="经过">
      <ul className={styles.changes}>
        {bill.changes
          .filter(({ act }) => act !== 'edit')
          .map(({ version, act, byName, at, reason }) => (
            <li key={version} className="note">
              <span className="tabular">{momentLabel(at)}</span> {byName} {ACT_WORDS[act] ?? '改动'}
              {reason && `：${reason}`}
            </li>
          ))}
      </ul>
    </Card>
  );
}

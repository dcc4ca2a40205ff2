import { Button, Checkbox, Input, Segmented } from 'antd';
import { useState } from 'react';
import type { Bill, CareOverrideWish, Tender } from '../../shared/api/contract';
import { ApiProblem, isUnanswered, sentenceOf } from '../../shared/api/problem';
import { CareAhead } from '../../shared/care/care-findings';
import { questionOfBill } from '../../shared/care/care-questions';
import { CareWayOn } from '../../shared/care/care-way-on';
import { moneyLabel } from '../../shared/format/money';
import { usableHere } from '../../shared/money/usable-here';
import { useWallet } from '../../shared/requests/read-wallet';
import { useDesk } from '../../shared/session/desk';
import { Amount, Notice } from '../../shared/ui/amount';
import { Card } from '../../shared/ui/page';
import { Loading } from '../../shared/ui/states';
import { useAskClient, usePayBill } from './api/bills';
import { TenderRows } from './tender-rows';
import { isCard, limitsOf } from './cards';
import { changeFen, faultOf, leftFen, proposed, tendersOf, type TenderRow } from './tenders';
import styles from './till.module.css';

/** What is taken from her: she has to agree. */
const HERS: readonly Tender['kind'][] = ['stored_value', 'points'];

/** What the price leans on is hers no more: another bill took it, or its day is over. */
const PRICE_IS_STALE: ReadonlySet<string> = new Set([
  ...['BILL_NOT_FIRST_VISIT', 'COUPON_STATE', 'COUPON_EXPIRED', 'SESSION_NOT_AVAILABLE'],
  ...['PACKAGE_FROZEN', 'PLAN_CHANGED', 'PACKAGE_PLAN_CHANGED'],
]);

/** Where the bill stands. */
interface Standing {
  bill: Bill;
  isBusy: boolean;
  /** It was just opened as it is: the next key pays. While lines are written the keys belong to them. */
  isFresh: boolean;
  /** Finds the price anew, for what stands on the bill. */
  onReprice: () => void;
}

/** How the bill is paid. With a client's card it is proposed when her wallet is known. */
export function PayPanel(props: Standing) {
  const { clientId } = props.bill;
  return clientId === null ? (
    <Panel {...props} usableFen={0} owedFen={0} />
  ) : (
    <OfClient {...props} clientId={clientId} />
  );
}

function OfClient({ clientId, ...standing }: Standing & { clientId: string }) {
  const { store } = useDesk();
  const wallet = useWallet(clientId);
  if (!wallet.data && !wallet.error)
    return (
      <Card title="收款">
        <Loading rows={4} />
      </Card>
    );
  const { lots = [], heldFen = 0, owedFen = 0 } = wallet.data ?? {};
  const usableFen = wallet.data?.frozen ? 0 : Math.max(0, usableHere(lots, store.id) - heldFen);
  return <Panel {...standing} usableFen={usableFen} owedFen={owedFen} />;
}

/** Nothing on the page has the keys. */
const areKeysFree = (): boolean =>
  document.activeElement === null || document.activeElement === document.body;

interface PanelProps extends Standing {
  /** What of her stored value is good here, in fen. */
  usableFen: number;
  owedFen: number;
}

function Panel({ bill, isBusy, isFresh, onReprice, usableFen, owedFen }: PanelProps) {
  const { may } = useDesk();
  const limits = limitsOf(bill);
  const [rows, setRows] = useState(() => proposed(bill.payFen, usableFen, limits.valueFen));
  const [way, setWay] = useState<'code' | 'slip' | 'tap'>('code');
  const [proof, setProof] = useState('');
  const [contractNo, setContractNo] = useState('');
  const [ends, setEnds] = useState(bill.appointmentId !== null);
  // Her wallet may come late: an Enter meant for the line that is being typed must not take the money.
  const [takesKeys] = useState(() => isFresh && areKeysFree());
  const pay = usePayBill(bill.id);
  const ask = useAskClient(bill.id);
  const needsConsent = bill.needsConsent || rows.some(({ kind }) => HERS.includes(kind));
  const fault = faultOf(rows, bill.payFen, limits);
  const hasCards = bill.lines.some(isCard);
  const error = pay.error ?? ask.error;
  const isReady = may('bills.write') && bill.lines.length > 0 && fault === undefined && !isBusy;
  const hasProof = !needsConsent || way === 'tap' || proof.trim() !== '';
  const send = (override?: CareOverrideWish) => {
    if (!isReady || !hasProof) return;
    const tenders = tendersOf(rows);
    const wish = { version: bill.version, tenders, ...(override && { override }) };
    if (needsConsent && way === 'tap') return ask.write(wish);
    const consent = way === 'code' ? { code: proof.trim() } : { slipNo: proof.trim() };
    return pay.write({
      ...wish,
      ...(needsConsent ? consent : {}),
      ...(hasCards && contractNo.trim() !== '' ? { contractSlipNo: contractNo.trim() } : {}),
      ...(bill.appointmentId === null ? {} : { completeVisit: ends }),
    });
  };
  return (
    <Card title="收款">
      <form
        className={styles.pay}
        data-testid="pay-panel"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Totals bill={bill} usableFen={usableFen} owedFen={owedFen} />
        <CareAhead question={questionOfBill(bill)} />
        <TenderRows
          rows={rows}
          payFen={bill.payFen}
          canOwe={may('bills.debt') && bill.clientId !== null}
          usableFen={usableFen}
          limits={limits}
          offer={bill.pointsOffer}
          onChange={setRows}
        />
        <Left rows={rows} payFen={bill.payFen} />
        {needsConsent && <Consent {...{ way, setWay, proof, setProof, takesKeys }} />}
        {hasCards && !(needsConsent && way === 'tap') && (
          <Input
            value={contractNo}
            onChange={({ target }) => setContractNo(target.value)}
            maxLength={40}
            autoComplete="off"
            placeholder="纸质合同编号；不填，顾客在手机上签"
            aria-label="纸质合同编号"
            data-testid="pay-contract"
          />
        )}
        {bill.appointmentId !== null && (
          <Checkbox checked={ends} onChange={({ target }) => setEnds(target.checked)}>
            收款后把这次到店标为已完成
          </Checkbox>
        )}
        {error !== null && error !== undefined && (
          <p className={styles.error} role="alert" data-testid="pay-error">
            {isUnanswered(error)
              ? '没有收到应答，不知道有没有收成。请再点一次：已经收下的不会重复。'
              : sentenceOf(error)}
            {error instanceof ApiProblem && error.code === 'TREATMENT_FIRST' && (
              <Button size="small" onClick={() => setEnds(false)} data-testid="pay-unended">
                先收款，写好记录再完成
              </Button>
            )}
            {error instanceof ApiProblem && PRICE_IS_STALE.has(error.code) && (
              <Button size="small" onClick={onReprice} disabled={isBusy} data-testid="reprice">
                重新算价
              </Button>
            )}
          </p>
        )}
        <Button
          type="primary"
          size="large"
          htmlType="submit"
          loading={pay.isPending || ask.isPending}
          disabled={!isReady || !hasProof}
          autoFocus={takesKeys && !needsConsent}
          block
          data-testid="pay-submit"
        >
          {needsConsent && way === 'tap' ? '发到顾客手机确认' : `收款 ${moneyLabel(bill.payFen)}`}
        </Button>
        {fault && bill.lines.length > 0 && <p className="note">{fault}</p>}
      </form>
      {/* Beside the form, for its sheets have forms of their own. */}
      <CareWayOn
        error={error}
        clientId={bill.clientId}
        isPending={pay.isPending || ask.isPending}
        onAgreed={send}
      />
    </Card>
  );
}

function Totals({
  bill,
  usableFen,
  owedFen,
}: Omit<PanelProps, 'isBusy' | 'isFresh' | 'onReprice'>) {
  const saved = bill.listFen - bill.payFen;
  return (
    <>
      <dl className={styles.totals}>
        <div>
          <dt>原价</dt>
          <dd>
            <Amount fen={bill.listFen} />
          </dd>
        </div>
        <div>
          <dt>优惠</dt>
          <dd>
            <Amount fen={-saved} />
          </dd>
        </div>
        <div className={styles.due}>
          <dt>应收</dt>
          <dd>
            <Amount fen={bill.payFen} strong testId="bill-pay" />
          </dd>
        </div>
        {bill.clientId !== null && (
          <div>
            <dt>储值可用</dt>
            <dd>
              <Amount fen={usableFen} gold />
            </dd>
          </div>
        )}
        {bill.pointsOffer && (
          <div>
            <dt>积分 {bill.pointsOffer.balance}</dt>
            <dd data-testid="points-offer">
              {bill.pointsOffer.worthFen > 0 ? (
                <>
                  可抵 <Amount fen={bill.pointsOffer.worthFen} gold />
                </>
              ) : (
                '这单抵不了'
              )}
            </dd>
          </div>
        )}
      </dl>
      {owedFen > 0 && <Notice tone="alarm">顾客还欠 {moneyLabel(owedFen)}</Notice>}
    </>
  );
}

function Left({ rows, payFen }: { rows: readonly TenderRow[]; payFen: number }) {
  const [left, change] = [leftFen(rows, payFen), changeFen(rows)];
  if (change > 0 && left === 0)
    return (
      <p className={styles.change}>
        找零 <Amount fen={change} strong testId="pay-change" />
      </p>
    );
  if (left === 0) return null;
  return (
    <p className={styles.change}>
      {left > 0 ? '还差' : '多出'} <Amount fen={Math.abs(left)} strong />
    </p>
  );
}

function Consent({
  way,
  setWay,
  proof,
  setProof,
  takesKeys,
}: {
  way: 'code' | 'slip' | 'tap';
  setWay: (way: 'code' | 'slip' | 'tap') => void;
  proof: string;
  setProof: (proof: string) => void;
  takesKeys: boolean;
}) {
  return (
    <div className={styles.consent}>
      <Segmented
        value={way}
        onChange={setWay}
        options={[
          { value: 'code', label: '会员码' },
          { value: 'tap', label: '手机确认' },
          { value: 'slip', label: '签字单' },
        ]}
        aria-label="顾客怎么确认"
      />
      {way === 'tap' ? (
        <p className="note">账单会出现在顾客的小程序里，她点一下就付好了。</p>
      ) : (
        <Input
          key={way}
          value={proof}
          onChange={({ target }) => setProof(target.value)}
          maxLength={40}
          autoComplete="off"
          autoFocus={takesKeys || way === 'slip'}
          placeholder={way === 'code' ? '光标在这里，扫顾客的会员码' : '顾客签过名的单号'}
          aria-label={way === 'code' ? '会员码' : '签字单号'}
          data-testid={`pay-${way}`}
        />
      )}
    </div>
  );
}

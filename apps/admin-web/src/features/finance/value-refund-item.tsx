import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { REFUND_CAUSE_WORDS, REFUND_WAY_WORDS } from '@yance/shared-types';
import type { ValueRefund } from '../../shared/api/contract';
import { refundItemTag, refundTag } from '../../shared/format/money-words';
import { momentLabel } from '../../shared/format/time';
import { useDesk } from '../../shared/session/desk';
import { Amount, Code, ToneTag } from '../../shared/ui/amount';
import { useDecideValueRefund } from './api/decide-value-refund';
import {
  DecideButtons,
  DecideDrawer,
  decisionWord,
  WithdrawButton,
  type Step,
} from './decide-drawer';
import styles from './finance.module.css';
import { PayOutDrawer } from './pay-out-drawer';

export type RefundPart = ValueRefund['items'][number];

/** A refund of stored value: who asked, who decided, and where the money of each lot is. */
export function ValueRefundItem({
  refund,
  onHold,
}: {
  refund: ValueRefund;
  /** Told what is worked on as long as a sheet stands on it. */
  onHold: (refund: ValueRefund | null) => void;
}) {
  const { may } = useDesk();
  const [step, setStep] = useState<Step | null>(null);
  const decide = useDecideValueRefund(refund.id);
  const tag = refundTag(refund.state);
  const choose = (next: Step | null) => {
    onHold(next && refund);
    setStep(next);
  };
  return (
    <li
      className={styles.refund}
      data-testid={`value-refund-${refund.id}`}
      data-state={refund.state}
    >
      <div className={styles.refundHead}>
        <ToneTag tone={tag.tone}>{tag.word}</ToneTag>
        <span className={styles.what}>
          <span>
            <Link to={`/clients/${refund.clientId}`}>{refund.clientName}</Link>{' '}
            <span className="note tabular">会员号 {refund.memberNo}</span>
          </span>
          <span>
            {REFUND_CAUSE_WORDS[refund.cause]}：{refund.reason}
          </span>
          <span className="note tabular">
            {refund.requestedByName}申请于 {momentLabel(refund.requestedAt)}
            {refund.decidedByName && `，${refund.decidedByName}${decisionWord(refund.state)}`}
            {refund.decisionNote && `（${refund.decisionNote}）`}
          </span>
          {refund.bonusFen > 0 && (
            <span className="note">
              同时失效的赠金 <Amount fen={refund.bonusFen} />
            </span>
          )}
        </span>
        <Amount fen={refund.amountFen} strong />
        {refund.state === 'requested' && may('wallet.refund-decide') && (
          <DecideButtons
            isDecidable={refund.decidable}
            isWithdrawable={refund.withdrawable}
            onStep={choose}
          />
        )}
        {refund.withdrawable && !may('wallet.refund-decide') && <WithdrawButton onStep={choose} />}
      </div>
      <Parts refund={refund} onHold={onHold} />
      {step && (
        <DecideDrawer
          step={step}
          facts={[
            { name: '顾客', value: `${refund.clientName}（会员号 ${refund.memberNo}）` },
            { name: '退给顾客', value: <Amount fen={refund.amountFen} gold strong /> },
            { name: '依据', value: REFUND_CAUSE_WORDS[refund.cause] },
            { name: '申请人', value: refund.requestedByName },
            { name: '原因', value: refund.reason },
          ]}
          decide={decide}
          onClose={() => choose(null)}
        />
      )}
    </li>
  );
}

/** What WeChat stands in the way with, and what to do. */
const adviceOn = (refund: ValueRefund, { seq }: RefundPart): string | undefined =>
  refund.stuckItems.find((one) => one.seq === seq)?.advice;

function Parts({ refund, onHold }: Parameters<typeof ValueRefundItem>[0]) {
  const { may } = useDesk();
  const [paying, setPaying] = useState<RefundPart | null>(null);
  const choose = (part: RefundPart | null) => {
    onHold(part && refund);
    setPaying(part);
  };
  return (
    <ul className={styles.refundParts}>
      {refund.items.map((part) => (
        <li key={part.seq}>
          <span className={styles.what}>
            <span>{REFUND_WAY_WORDS[part.way]}</span>
            <span className="note tabular">
              {part.payoutReference && (
                <>
                  凭证 <Code>{part.payoutReference}</Code>，{part.payoutByName}登记{' '}
                </>
              )}
              {part.orderNo && (
                <Link to={`/finance/orders/${part.orderNo}`}>
                  <Code>{part.orderNo}</Code>
                </Link>
              )}
              {part.settledAt && ` ${momentLabel(part.settledAt)}退回`}
            </span>
            {adviceOn(refund, part) && (
              <span className={styles.attention} data-testid={`refund-advice-${part.seq}`}>
                {adviceOn(refund, part)} <Link to={`/finance/orders/${part.orderNo}`}>去处理</Link>
              </span>
            )}
            {part.state === 'failed' && (
              <span className={styles.attention}>
                微信没有退成功。请与顾客确认收款账户，转账或付现后在这里登记；登记后不要再到微信商户平台退这一笔。
              </span>
            )}
          </span>
          <ToneTag tone={refundItemTag(part.state).tone}>{refundItemTag(part.state).word}</ToneTag>
          <Amount fen={part.amountFen} />
          {may('wallet.pay-out') && (part.state === 'to_pay' || part.state === 'failed') && (
            <Button size="small" onClick={() => choose(part)} data-testid={`pay-out-${part.seq}`}>
              登记付款
            </Button>
          )}
        </li>
      ))}
      {paying && <PayOutDrawer refund={refund} part={paying} onClose={() => choose(null)} />}
    </ul>
  );
}

import { Link } from 'react-router';
import { useState } from 'react';
import type { PaymentRefund } from '../../shared/api/contract';
import { paymentRefundTag } from '../../shared/format/money-words';
import { momentLabel } from '../../shared/format/time';
import { useDesk } from '../../shared/session/desk';
import { Amount, Code, ToneTag } from '../../shared/ui/amount';
import { useDecidePaymentRefund } from './api/decide-payment-refund';
import { ByHandActs } from './by-hand';
import { DecideButtons, DecideDrawer, decisionWord, type Step } from './decide-drawer';
import styles from './finance.module.css';
import { RefundWarnings } from './refund-warnings';

/** Money of an order on its way back, what to do about it, and the yes or no of a second person. */
export function PaymentRefundItem({
  refund,
  withOrder = false,
  onHold,
}: {
  refund: PaymentRefund;
  withOrder?: boolean;
  /** Told what is worked on as long as a sheet stands on it. */
  onHold?: (refund: PaymentRefund | null) => void;
}) {
  const { may } = useDesk();
  const [step, setStep] = useState<Step | null>(null);
  const decide = useDecidePaymentRefund(refund.refundNo);
  const tag = paymentRefundTag(refund.state);
  const choose = (next: Step | null) => {
    onHold?.(next && refund);
    setStep(next);
  };
  return (
    <li className={styles.refund} data-testid={`payment-refund-${refund.refundNo}`}>
      <div className={styles.refundHead}>
        <ToneTag tone={tag.tone}>{tag.word}</ToneTag>
        <span className={styles.what}>
          <span>{refund.reason}</span>
          <span className="note tabular">
            {refund.requestedByName}申请于 {momentLabel(refund.requestedAt)}
            {refund.decidedByName && `，${refund.decidedByName}${decisionWord(refund.state)}`}
            {refund.state === 'success' &&
              refund.settledAt &&
              `，${momentLabel(refund.settledAt)}退到${refund.receivedAccount ?? '原账户'}`}
          </span>
          {refund.decisionNote && <span className="note">审批意见：{refund.decisionNote}</span>}
          {refund.advice && refund.state !== 'requested' && (
            <span className={styles.attention}>{refund.advice}</span>
          )}
          {refund.byHand?.agreedByName && (
            <span className="note tabular">
              {refund.byHand.askedByName}申请改为线下付款（{refund.byHand.reason}），
              {refund.byHand.agreedByName}同意
              {refund.byHand.agreedAt && `于 ${momentLabel(refund.byHand.agreedAt)}`}
            </span>
          )}
          <RefundWarnings refund={refund} onHold={(isOpen) => onHold?.(isOpen ? refund : null)} />
          {withOrder && (
            <Link to={`/finance/orders/${refund.orderNo}`}>
              <Code>{refund.orderNo}</Code>
            </Link>
          )}
        </span>
        <Amount fen={refund.amountFen} strong />
        {refund.state === 'requested' && may('payments.refund-decide') && (
          <DecideButtons
            isDecidable={refund.decidable}
            isWithdrawable={refund.withdrawable}
            onStep={choose}
          />
        )}
        <ByHandActs refund={refund} onHold={(isOpen) => onHold?.(isOpen ? refund : null)} />
      </div>
      {step && (
        <DecideDrawer
          step={step}
          facts={[
            { name: '退款', value: <Amount fen={refund.amountFen} strong /> },
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

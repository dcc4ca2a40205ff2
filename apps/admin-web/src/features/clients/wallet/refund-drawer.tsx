import { App, Form } from 'antd';
import { useState } from 'react';
import { REFUND_CAUSE_WORDS, REFUND_WAY_WORDS, type RefundCause } from '@yance/shared-types';
import type { RefundQuote } from '../../../shared/api/contract';
import { moneyLabel } from '../../../shared/format/money';
import { RefundBases, RefundReason } from '../../../shared/money/refund-bases';
import { useDesk } from '../../../shared/session/desk';
import { Amount, Notice } from '../../../shared/ui/amount';
import { Loaded } from '../../../shared/ui/states';
import { Review, WriteDrawer } from '../../../shared/ui/write-drawer';
import { useRefundQuote } from './api/read-refund-quote';
import { useRequestRefund } from './api/request-refund';
import type { WalletActProps } from './wallet-acts';
import styles from './wallet.module.css';

interface Fields {
  cause: RefundCause;
  reason: string;
}
type QuotedLot = RefundQuote['lots'][number];

/** Asks for a refund: what each of the law's three bases gives, and which one holds. A second person decides. */
export function RefundDrawer({ client, onClose }: WalletActProps) {
  const { message } = App.useApp();
  const { store } = useDesk();
  const quote = useRefundQuote(client.id);
  const [form] = Form.useForm<Fields>();
  const [fields, setFields] = useState<Fields | null>(null);
  const { write, error, isPending, reset } = useRequestRefund(client.id);
  const basis = quote.data?.bases.find(({ cause }) => cause === fields?.cause);
  const confirm = () => {
    if (!fields || !basis) return;
    write(
      { storeId: store.id, cause: fields.cause, amountFen: basis.amountFen, reason: fields.reason },
      {
        done: ({ amountFen }) => {
          void message.success(`已提交退款 ${moneyLabel(amountFen)}，等待另一位同事审批`);
          onClose();
        },
      },
    );
  };
  return (
    <WriteDrawer
      title={`为${client.name}申请退款`}
      testId="refund"
      onClose={onClose}
      review={
        fields &&
        basis && (
          <>
            <Review
              items={[
                { name: '退款依据', value: REFUND_CAUSE_WORDS[fields.cause] },
                { name: '退给顾客', value: <Amount fen={basis.amountFen} gold strong /> },
                { name: '退款方式', value: waysOf(quote.data?.lots ?? []) },
                { name: '原因', value: fields.reason },
              ]}
            />
            <Notice>
              提交后余额会先占用，由另一位同事审批；批准后才会退款，剩余赠金同时失效。
            </Notice>
          </>
        )
      }
      onReview={() => form.submit()}
      onBack={() => {
        reset();
        setFields(null);
        void quote.refetch();
      }}
      onConfirm={confirm}
      confirmWord="提交审批"
      isReady={quote.data?.possible === true}
      isPending={isPending}
      error={error}
    >
      <Loaded query={quote} rows={8}>
        {(data) => (
          <Form<Fields>
            form={form}
            layout="vertical"
            validateTrigger="onBlur"
            onFinish={({ cause, reason }) => setFields({ cause, reason: reason.trim() })}
          >
            {!data.possible && <Notice>现在没有可以退的储值。</Notice>}
            <RefundBases bases={data.bases} testId="refund" />
            <QuotedLots lots={data.lots} />
            <RefundReason testId="refund" />
          </Form>
        )}
      </Loaded>
    </WriteDrawer>
  );
}

const waysOf = (lots: readonly QuotedLot[]): string =>
  [...new Set(lots.map(({ way }) => REFUND_WAY_WORDS[way]))].join('、');

/** How each amount came about. */
function QuotedLots({ lots }: { lots: readonly QuotedLot[] }) {
  return (
    <details className={styles.quoted} data-testid="refund-lots">
      <summary>怎么算出来的</summary>
      {lots.map((lot) => (
        <div key={lot.lotId} className={styles.quotedLot}>
          <strong>{lot.title}</strong>
          <p className="note tabular">
            {lot.paidOn} 实付 {moneyLabel(lot.paidFen)}，赠送 {moneyLabel(lot.givenFen)}；已用{' '}
            {moneyLabel(lot.usedFen)}，按优惠前价格 {moneyLabel(lot.usedListFen)}
          </p>
          <p className="note tabular">
            无理由 {moneyLabel(lot.coolingOffFen)} · 门店原因 {moneyLabel(lot.operatorFen)} ·
            个人原因 {moneyLabel(lot.ownReasonFen)}
          </p>
          <p className="note">
            {lot.coolingOffUntil
              ? `无理由退款到 ${lot.coolingOffUntil}`
              : '续费的储值没有无理由退款期'}
            ；{REFUND_WAY_WORDS[lot.way]}
          </p>
          <p className="note">约定：{lot.refundTerms}</p>
        </div>
      ))}
    </details>
  );
}

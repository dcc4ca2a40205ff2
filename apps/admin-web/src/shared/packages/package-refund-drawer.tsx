import { App, Form } from 'antd';
import { useState } from 'react';
import { REFUND_CAUSE_WORDS, REFUND_WAY_WORDS, type RefundCause } from '@yance/shared-types';
import type { ClientPackage } from '../api/contract';
import { moneyLabel } from '../format/money';
import { RefundBases, RefundReason } from '../money/refund-bases';
import { Amount, Notice } from '../ui/amount';
import { Loaded } from '../ui/states';
import { Review, WriteDrawer } from '../ui/write-drawer';
import { usePackageQuote } from '../requests/read-package-quote';
import { useRequestPackageRefund } from '../requests/request-package-refund';

interface Fields {
  cause: RefundCause;
  reason: string;
}

/** Asks for a package's refund: what each of the law's three bases gives. A second person decides. */
export function PackageRefundDrawer({
  clientName,
  pack,
  onClose,
}: {
  clientName: string;
  pack: Pick<ClientPackage, 'id' | 'name'>;
  onClose: () => void;
}) {
  const { message } = App.useApp();
  const quote = usePackageQuote(pack.id);
  const [form] = Form.useForm<Fields>();
  const [fields, setFields] = useState<Fields | null>(null);
  const { write, error, isPending, reset } = useRequestPackageRefund(pack.id);
  const basis = quote.data?.bases.find(({ cause }) => cause === fields?.cause);
  const confirm = () => {
    if (!fields || !basis) return;
    write(
      { cause: fields.cause, amountFen: basis.amountFen, reason: fields.reason },
      {
        done: ({ amountFen }) => {
          void message.success(`已提交退卡 ${moneyLabel(amountFen)}，等待另一位同事审批`);
          onClose();
        },
      },
    );
  };
  return (
    <WriteDrawer
      title={`为${clientName}退卡：${pack.name}`}
      testId="package-refund"
      onClose={onClose}
      review={
        fields &&
        basis && (
          <>
            <Review
              items={[
                { name: '退款依据', value: REFUND_CAUSE_WORDS[fields.cause] },
                { name: '退给顾客', value: <Amount fen={basis.amountFen} gold strong /> },
                {
                  name: '退款方式',
                  value: [
                    ...new Set((quote.data?.lots ?? []).map(({ way }) => REFUND_WAY_WORDS[way])),
                  ].join('、'),
                },
                { name: '原因', value: fields.reason },
              ]}
            />
            <Notice>提交后这张卡先停用，由另一位同事在“财务 · 退款”里审批。</Notice>
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
            {!data.possible && <Notice>这张卡现在没有可以退的。</Notice>}
            <RefundBases bases={data.bases} testId="package-refund" />
            <RefundReason testId="package-refund" />
          </Form>
        )}
      </Loaded>
    </WriteDrawer>
  );
}

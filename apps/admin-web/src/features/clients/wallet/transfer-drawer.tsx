import { App, Form, Input, Segmented } from 'antd';
import { useState } from 'react';
import type { ClientRow, TransferDraft } from '../../../shared/api/contract';
import { moneyLabel, readYuan } from '../../../shared/format/money';
import { useDesk } from '../../../shared/session/desk';
import { Amount, Notice } from '../../../shared/ui/amount';
import { showFieldErrors } from '../../../shared/ui/field-errors';
import { AMOUNT_RULE } from '../../../shared/ui/money-rules';
import { SheetForm } from '../../../shared/ui/sheet-form';
import { Review, WriteDrawer } from '../../../shared/ui/write-drawer';
import { Taker, TransferProofFields, type TransferProof } from '../transfer-parts';
import { useTransferValue } from './api/transfer-value';
import type { WalletActProps } from './wallet-acts';

interface Fields extends TransferProof {
  part: 'all' | 'some';
  amount?: string;
}

/** Hands value on to another client: the giver shows her code, the person at the desk her password once more. */
export function TransferDrawer({ client, wallet, onClose }: WalletActProps) {
  const { message } = App.useApp();
  const { store } = useDesk();
  const [form] = Form.useForm<Fields>();
  const [to, setTo] = useState<ClientRow | null>(null);
  const [draft, setDraft] = useState<TransferDraft | null>(null);
  const { write, error, isPending, reset } = useTransferValue(client.id);
  const review = (fields: Fields) => {
    if (!to) return;
    const { code, reason, password } = fields;
    const amount = fields.part === 'some' ? readYuan(fields.amount ?? '') : undefined;
    setDraft({
      ...{ storeId: store.id, toClientId: to.id, code: code.trim(), reason: reason.trim() },
      ...{ password, ...(amount === undefined ? {} : { amountFen: amount }) },
    });
  };
  const confirm = () =>
    draft &&
    write(draft, {
      done: ({ principalFen, bonusFen }) => {
        void message.success(
          `已转给${to?.name ?? ''}：本金 ${moneyLabel(principalFen)}，赠金 ${moneyLabel(bonusFen)}`,
        );
        onClose();
      },
      refused: (cause) => {
        if (showFieldErrors(form, cause)) setDraft(null);
      },
    });
  return (
    <WriteDrawer
      title={`把${client.name}的储值转给他人`}
      testId="transfer"
      onClose={onClose}
      review={
        draft &&
        to && (
          <>
            <Review
              items={[
                { name: '转出', value: client.name },
                { name: '转入', value: `${to.name}（会员号 ${to.memberNo}）` },
                {
                  name: '金额',
                  value: (
                    <Amount
                      fen={draft.amountFen ?? wallet.principalFen + wallet.bonusFen}
                      gold
                      strong
                    />
                  ),
                },
                { name: '原因', value: draft.reason },
              ]}
            />
            <Notice>本金和赠金按各自的批次一起转过去，使用门店和约定不变。</Notice>
          </>
        )
      }
      onReview={() => form.submit()}
      onBack={() => {
        reset();
        setDraft(null);
      }}
      onConfirm={confirm}
      confirmWord="确认转赠"
      danger
      isReady={to !== null}
      isPending={isPending}
      error={error}
    >
      <Taker giverId={client.id} to={to} onPick={setTo} testId="transfer-to" />
      <TransferForm form={form} onFinish={review} />
    </WriteDrawer>
  );
}

function TransferForm({
  form,
  onFinish,
}: {
  form: ReturnType<typeof Form.useForm<Fields>>[0];
  onFinish: (fields: Fields) => void;
}) {
  const part = Form.useWatch('part', form);
  return (
    <SheetForm<Fields> form={form} onFinish={onFinish} initialValues={{ part: 'all' }}>
      <Form.Item name="part" label="转多少">
        <Segmented
          options={[
            { value: 'all', label: '全部' },
            { value: 'some', label: '一部分' },
          ]}
        />
      </Form.Item>
      {part === 'some' && (
        <Form.Item name="amount" label="金额" rules={AMOUNT_RULE}>
          <Input prefix="¥" inputMode="decimal" maxLength={12} data-testid="transfer-amount" />
        </Form.Item>
      )}
      <TransferProofFields />
    </SheetForm>
  );
}

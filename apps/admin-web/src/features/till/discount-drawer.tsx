import { Form, Input, Segmented } from 'antd';
import { useState } from 'react';
import type { Bill, BillEdit, BillLine } from '../../shared/api/contract';
import { ApiProblem } from '../../shared/api/problem';
import { readYuan, yuanText } from '../../shared/format/money';
import { useDesk } from '../../shared/session/desk';
import { Amount, Notice } from '../../shared/ui/amount';
import { AMOUNT_RULE, REASON_RULE } from '../../shared/ui/money-rules';
import { SheetForm } from '../../shared/ui/sheet-form';
import { Review, WriteDrawer } from '../../shared/ui/write-drawer';
import { useEditBill } from './api/bills';
import { draftOf, editOf } from './bill-draft';

interface Fields {
  kind: 'manual' | 'complimentary';
  amount?: string;
  reason: string;
  username?: string;
  password?: string;
}

/** Takes something off a line by hand: how much, why, and above the quota who answers for it. */
export function DiscountDrawer({
  bill,
  line,
  onClose,
}: {
  bill: Bill;
  line: BillLine;
  onClose: () => void;
}) {
  const { may } = useDesk();
  const [form] = Form.useForm<Fields>();
  const [draft, setDraft] = useState<Fields | null>(null);
  const edit = useEditBill(bill.id);
  const kind = Form.useWatch('kind', form);
  const isOver = edit.error instanceof ApiProblem && edit.error.code === 'DISCOUNT_OVER_QUOTA';
  const [needsSecond, setNeedsSecond] = useState(false);
  const off =
    draft?.kind === 'complimentary' ? line.priceFen : (readYuan(draft?.amount ?? '') ?? 0);
  const back = () => {
    setNeedsSecond(needsSecond || isOver);
    edit.reset();
    setDraft(null);
  };
  return (
    <WriteDrawer
      title={`${line.name}减价`}
      testId="discount"
      onClose={onClose}
      review={
        draft && (
          <Review
            items={[
              { name: '现价', value: <Amount fen={line.priceFen} /> },
              { name: '减', value: <Amount fen={off} strong /> },
              { name: '减后', value: <Amount fen={line.priceFen - off} strong /> },
              { name: '原因', value: draft.reason },
              ...(draft.username ? [{ name: '由谁批准', value: draft.username }] : []),
            ]}
          />
        )
      }
      onReview={() => form.submit()}
      onBack={back}
      onConfirm={() => draft && edit.write(editWith(bill, line, draft), { done: onClose })}
      confirmWord="确认减价"
      isPending={edit.isPending}
      error={edit.error}
    >
      <SheetForm<Fields>
        form={form}
        onFinish={setDraft}
        initialValues={{
          kind: 'manual',
          amount: line.discount?.kind === 'manual' ? yuanText(line.discount.amountFen) : undefined,
          reason: line.discount?.reason,
        }}
      >
        <Form.Item name="kind" label="怎么减">
          <Segmented
            options={[
              { value: 'manual', label: '减金额' },
              { value: 'complimentary', label: '整项赠送' },
            ]}
          />
        </Form.Item>
        {kind !== 'complimentary' && (
          <Form.Item name="amount" label="减多少" rules={AMOUNT_RULE}>
            <Input prefix="¥" inputMode="decimal" maxLength={12} data-testid="discount-amount" />
          </Form.Item>
        )}
        <Form.Item name="reason" label="原因" rules={REASON_RULE}>
          <Input maxLength={200} placeholder="例如：等候较久" data-testid="discount-reason" />
        </Form.Item>
        {(needsSecond || !may('bills.complimentary')) && (
          <>
            <Notice tone="quiet">超出您的额度时，请店长输入账号和密码批准。</Notice>
            <Form.Item name="username" label="批准人账号">
              <Input maxLength={64} autoComplete="off" data-testid="discount-username" />
            </Form.Item>
            <Form.Item name="password" label="批准人密码">
              <Input.Password
                maxLength={200}
                autoComplete="new-password"
                data-testid="discount-password"
              />
            </Form.Item>
          </>
        )}
      </SheetForm>
    </WriteDrawer>
  );
}

function editWith(bill: Bill, line: BillLine, fields: Fields): BillEdit {
  const { kind, amount = '', reason, username, password } = fields;
  const manual = kind === 'manual' ? { amountFen: readYuan(amount) ?? 0 } : {};
  const discount = { kind, reason: reason.trim(), ...manual };
  return {
    ...editOf(bill),
    lines: bill.lines.map((one) =>
      one.seq === line.seq ? { ...draftOf(one), discount } : draftOf(one),
    ),
    ...(username && password ? { approver: { username, password } } : {}),
  };
}

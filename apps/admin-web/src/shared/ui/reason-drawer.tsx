import { Form, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { REASON_RULE } from './money-rules';
import { Review, WriteDrawer, type ReviewItem } from './write-drawer';

/** A write that asks for nothing but the reason. The names of its parts in tests begin with `testId`. */
export function ReasonDrawer({
  items,
  notice,
  placeholder,
  label = '原因',
  onConfirm,
  sheet: { error, isPending, reset },
  ...rest
}: {
  title: string;
  testId: string;
  onClose: () => void;
  /** What will happen, line by line; the reason comes below. */
  items: readonly ReviewItem[];
  notice: ReactNode;
  placeholder?: string;
  confirmWord: string;
  /** What the words are, where they are more than a reason. */
  label?: string;
  danger?: boolean;
  onConfirm: (reason: string) => void;
  /** Where the write stands. */
  sheet: { error: unknown; isPending: boolean; reset: () => void };
}) {
  const [form] = Form.useForm<{ reason: string }>();
  const [reason, setReason] = useState<string | null>(null);
  return (
    <WriteDrawer
      {...rest}
      review={
        reason === null ? null : (
          <>
            <Review items={[...items, { name: label, value: reason }]} />
            {notice}
          </>
        )
      }
      onReview={() => form.submit()}
      onBack={() => {
        reset();
        setReason(null);
      }}
      onConfirm={() => onConfirm(reason ?? '')}
      isPending={isPending}
      error={error}
    >
      <Form form={form} layout="vertical" onFinish={(fields) => setReason(fields.reason.trim())}>
        <Form.Item name="reason" label={label} rules={REASON_RULE}>
          <Input.TextArea
            maxLength={200}
            autoSize={{ minRows: 3 }}
            autoFocus
            placeholder={placeholder}
            data-testid={`${rest.testId}-reason`}
          />
        </Form.Item>
      </Form>
    </WriteDrawer>
  );
}

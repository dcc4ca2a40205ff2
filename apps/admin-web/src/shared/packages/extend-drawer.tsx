import { App, Form, Input } from 'antd';
import { useState } from 'react';
import type { ClientPackage } from '../api/contract';
import { addDays } from '../format/time';
import { useToday } from '../requests/list-stores';
import { useDesk } from '../session/desk';
import { Notice } from '../ui/amount';
import { showFieldErrors } from '../ui/field-errors';
import { REASON_RULE } from '../ui/money-rules';
import { SheetForm } from '../ui/sheet-form';
import { Review, WriteDrawer } from '../ui/write-drawer';
import { useExtendPackage } from '../requests/extend-package';

interface Fields {
  expiresOn: string;
  reason: string;
}

const QUARTER_DAYS = 90;

/** Gives a package more time: until when, and why. */
export function ExtendDrawer({
  pack,
  onClose,
}: {
  pack: Pick<ClientPackage, 'id' | 'name' | 'expiresOn'>;
  onClose: () => void;
}) {
  const { message } = App.useApp();
  const { store } = useDesk();
  const today = useToday(store.id);
  const [form] = Form.useForm<Fields>();
  const [fields, setFields] = useState<Fields | null>(null);
  const { write, error, isPending, reset } = useExtendPackage(pack.id);
  const before = pack.expiresOn ?? today;
  const confirm = () =>
    fields &&
    write(fields, {
      done: () => {
        void message.success(`已延到 ${fields.expiresOn}`);
        onClose();
      },
      refused: (cause) => {
        if (showFieldErrors(form, cause)) setFields(null);
      },
    });
  return (
    <WriteDrawer
      title={`延期：${pack.name}`}
      testId="extend"
      onClose={onClose}
      review={
        fields && (
          <>
            <Review
              items={[
                { name: '现在的期限', value: before },
                { name: '新的期限', value: fields.expiresOn },
                { name: '原因', value: fields.reason },
              ]}
            />
            <Notice tone="quiet">顾客在小程序里会看到新的期限和原因。</Notice>
          </>
        )
      }
      onReview={() => form.submit()}
      onBack={() => {
        reset();
        setFields(null);
      }}
      onConfirm={confirm}
      confirmWord="确认延期"
      isPending={isPending}
      error={error}
    >
      <SheetForm<Fields>
        form={form}
        onFinish={({ expiresOn, reason }) => setFields({ expiresOn, reason: reason.trim() })}
        initialValues={{ expiresOn: addDays(before > today ? before : today, QUARTER_DAYS) }}
      >
        <Form.Item
          name="expiresOn"
          label="延到哪一天"
          extra="这一天还能用"
          rules={[
            { required: true, message: '请选择日期' },
            {
              validator: (_, day: string | undefined) =>
                !day || day > before
                  ? Promise.resolve()
                  : Promise.reject(new Error('新的期限要晚于现在的期限')),
            },
          ]}
        >
          <Input type="date" data-testid="extend-date" />
        </Form.Item>
        <Form.Item name="reason" label="原因" rules={REASON_RULE}>
          <Input.TextArea
            maxLength={200}
            autoSize={{ minRows: 2 }}
            placeholder="例如：约不上时间，门店同意延期"
            data-testid="extend-reason"
          />
        </Form.Item>
      </SheetForm>
    </WriteDrawer>
  );
}

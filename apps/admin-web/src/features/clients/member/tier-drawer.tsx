import { App, DatePicker, Form, Input, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import type { ClientFile, MemberTier } from '../../../shared/api/contract';
import { REASON_RULE } from '../../../shared/ui/money-rules';
import { SheetForm } from '../../../shared/ui/sheet-form';
import { Review, WriteDrawer } from '../../../shared/ui/write-drawer';
import { useSetTier } from './api/member';

const NONE = 'none';

interface Fields {
  tierId: string;
  keptUntil?: Dayjs | null;
  reason: string;
}

interface Props {
  client: ClientFile;
  member: MemberTier;
  onClose: () => void;
}

/** A tier given or taken by hand, with the reason. */
export function TierDrawer({ client, member, onClose }: Props) {
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const [fields, setFields] = useState<Fields | null>(null);
  const { write, error, isPending, reset } = useSetTier(client.id);
  const options = [
    ...member.tiers.map(({ id, name }) => ({ value: id, label: name })),
    { value: NONE, label: '没有等级' },
  ];
  const keptUntil = fields?.keptUntil?.format('YYYY-MM-DD');
  const confirm = () => {
    if (!fields) return;
    const { tierId, reason } = fields;
    write(
      {
        reason: reason.trim(),
        ...(tierId === NONE ? {} : { tierId }),
        ...(keptUntil === undefined || tierId === NONE ? {} : { keptUntil }),
      },
      {
        done: () => {
          void message.success('等级已调整');
          onClose();
        },
      },
    );
  };
  return (
    <WriteDrawer
      title={`调整${client.name}的等级`}
      testId="tier-set"
      onClose={onClose}
      review={
        fields && (
          <Review
            items={[
              { name: '现在', value: member.tier?.name ?? '没有等级' },
              {
                name: '调整为',
                value: options.find(({ value }) => value === fields.tierId)?.label,
              },
              { name: '保留到', value: keptUntil ?? '下次核定' },
              { name: '原因', value: fields.reason.trim() },
            ]}
          />
        )
      }
      onReview={() => form.submit()}
      onBack={() => {
        reset();
        setFields(null);
      }}
      onConfirm={confirm}
      confirmWord="确认调整"
      isPending={isPending}
      error={error}
    >
      <SheetForm
        form={form}
        onFinish={setFields}
        initialValues={{ tierId: member.tier?.id ?? NONE }}
      >
        <Form.Item name="tierId" label="等级">
          <Select options={options} data-testid="tier-set-tier" />
        </Form.Item>
        <Form.Item name="keptUntil" label="保留到" extra="不填就一直保留，直到规则让她升级">
          <DatePicker style={{ width: '100%' }} placeholder="选择日期" />
        </Form.Item>
        <Form.Item name="reason" label="原因" rules={REASON_RULE}>
          <Input.TextArea
            maxLength={200}
            autoSize={{ minRows: 3 }}
            placeholder="例如：老顾客搬回来了，恢复金卡"
            data-testid="tier-set-reason"
          />
        </Form.Item>
      </SheetForm>
    </WriteDrawer>
  );
}

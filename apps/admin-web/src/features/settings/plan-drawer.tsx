import { App, Checkbox, Form, Input, Segmented, Select } from 'antd';
import {
  OWN_REASON_BASES,
  OWN_REASON_BASIS_WORDS,
  PLAN_STATES,
  PLAN_STATE_WORDS,
  SPEND_ORDERS,
  SPEND_ORDER_WORDS,
} from '@yance/shared-types';
import type { Plan } from '../../shared/api/contract';
import { sentenceOf } from '../../shared/api/problem';
import { useDesk } from '../../shared/session/desk';
import { Notice } from '../../shared/ui/amount';
import { showFieldErrors } from '../../shared/ui/field-errors';
import { FormDrawer } from '../../shared/ui/form-drawer';
import { AMOUNT_RULE, amountRule } from '../../shared/ui/money-rules';
import { useSavePlan } from './api/save-plan';
import { draftOf, fieldsOf, type PlanFields } from './plan-form';
import { PlanPreview } from './plan-preview';
import styles from './settings.module.css';

/** A plan, new or changed, beside what a client will read. */
export function PlanDrawer({ plan, onClose }: { plan: Plan | null; onClose: () => void }) {
  const { session } = useDesk();
  const { message } = App.useApp();
  const [form] = Form.useForm<PlanFields>();
  const { write, error, isPending } = useSavePlan(plan);
  const { stores } = session.staff;
  const initial = fieldsOf(
    plan,
    stores.map(({ id }) => id),
  );
  const shown = Form.useWatch([], form) as PlanFields | undefined;
  const save = (fields: PlanFields) =>
    write(draftOf(fields), {
      done: () => {
        void message.success('已保存');
        onClose();
      },
      refused: (cause) => void showFieldErrors(form, cause),
    });
  return (
    <FormDrawer
      title={plan ? '修改储值方案' : '新建储值方案'}
      width={560}
      isPending={isPending}
      onSave={() => form.submit()}
      onClose={onClose}
      testId="plan-save"
    >
      <Form<PlanFields>
        form={form}
        layout="vertical"
        validateTrigger="onBlur"
        onFinish={save}
        initialValues={initial}
        data-testid="plan-form"
      >
        <PlanPreview fields={{ ...initial, ...shown }} />
        <Basics stores={stores} />
        {error && <Notice tone="alarm">{sentenceOf(error)}</Notice>}
      </Form>
    </FormDrawer>
  );
}

function Basics({ stores }: { stores: readonly { id: string; name: string }[] }) {
  return (
    <>
      <Form.Item
        name="name"
        label="名称"
        rules={[{ required: true, whitespace: true, message: '请填写名称' }]}
      >
        <Input maxLength={40} placeholder="例如：充1000送200" data-testid="plan-name" />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name="price" label="顾客实付" rules={AMOUNT_RULE}>
          <Input prefix="¥" inputMode="decimal" maxLength={12} data-testid="plan-price" />
        </Form.Item>
        <Form.Item name="bonus" label="赠送" rules={amountRule(true)}>
          <Input prefix="¥" inputMode="decimal" maxLength={12} data-testid="plan-bonus" />
        </Form.Item>
      </div>
      <Form.Item name="spendOrder" label="消费时先用哪一部分">
        <Segmented
          options={SPEND_ORDERS.map((value) => ({ value, label: SPEND_ORDER_WORDS[value] }))}
        />
      </Form.Item>
      <Form.Item name="validEverywhere" label="哪里能用">
        <Segmented
          options={[
            { value: true, label: '所有门店' },
            { value: false, label: '只在购买门店' },
          ]}
        />
      </Form.Item>
      <Form.Item
        name="storeIds"
        label="哪些门店出售"
        rules={[{ required: true, message: '请至少选一家门店' }]}
      >
        <Select
          mode="multiple"
          options={stores.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <Form.Item name="onPhone" valuePropName="checked">
        <Checkbox>顾客可以在小程序购买</Checkbox>
      </Form.Item>
      <Form.Item
        name="ownReasonBasis"
        label="顾客个人原因退卡时，已用部分怎么算"
        extra="不会低于法律规定的退款金额"
      >
        <Select
          options={OWN_REASON_BASES.map((value) => ({
            value,
            label: OWN_REASON_BASIS_WORDS[value],
          }))}
        />
      </Form.Item>
      <Form.Item
        name="refundTerms"
        label="退款约定"
        extra="写进协议，顾客签字"
        rules={[{ required: true, whitespace: true, message: '请写明怎么退款' }]}
      >
        <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} data-testid="plan-terms" />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name="state" label="状态">
          <Segmented
            options={PLAN_STATES.map((value) => ({ value, label: PLAN_STATE_WORDS[value] }))}
            data-testid="plan-state"
          />
        </Form.Item>
        <Form.Item
          name="sort"
          label="排列"
          rules={[{ pattern: /^\d{1,4}$/, message: '请填 0 到 9999 的数字，小的在前' }]}
        >
          <Input inputMode="numeric" maxLength={4} />
        </Form.Item>
      </div>
    </>
  );
}

import { App, Form, Input, Segmented } from 'antd';
import { SPEND_ORDERS, SPEND_ORDER_WORDS } from '@yance/shared-types';
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
import { PlanSaleFields } from './plan-sale-fields';
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
        <Basics />
        <PlanSaleFields stores={stores} termsLabel="退款约定" testId="plan" />
        {error && <Notice tone="alarm">{sentenceOf(error)}</Notice>}
      </Form>
    </FormDrawer>
  );
}

/** What it costs and gives. */
function Basics() {
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
    </>
  );
}

import { Form, Input, Segmented } from 'antd';
import { SPEND_ORDERS, SPEND_ORDER_WORDS } from '@yance/shared-types';
import type { Plan } from '../../shared/api/contract';
import { useDesk } from '../../shared/session/desk';
import { AMOUNT_RULE, amountRule } from '../../shared/ui/money-rules';
import { SaveDrawer } from '../../shared/ui/save-drawer';
import { useSavePlan } from './api/save-plan';
import { draftOf, fieldsOf } from './plan-form';
import { PlanPreview } from './plan-preview';
import { PlanSaleFields } from './plan-sale-fields';
import styles from './settings.module.css';

/** A plan, new or changed, beside what a client will read. */
export function PlanDrawer({ plan, onClose }: { plan: Plan | null; onClose: () => void }) {
  const { stores } = useDesk().session.staff;
  return (
    <SaveDrawer
      title={plan ? '修改储值方案' : '新建储值方案'}
      width={560}
      testId="plan"
      initial={fieldsOf(
        plan,
        stores.map(({ id }) => id),
      )}
      saving={useSavePlan(plan)}
      bodyOf={draftOf}
      onClose={onClose}
    >
      {(fields) => (
        <>
          <PlanPreview fields={fields} />
          <Basics />
          <PlanSaleFields stores={stores} termsLabel="退款约定" testId="plan" />
        </>
      )}
    </SaveDrawer>
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

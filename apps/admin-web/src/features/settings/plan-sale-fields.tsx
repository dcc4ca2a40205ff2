import { Checkbox, Form, Input, Segmented, Select } from 'antd';
import {
  OWN_REASON_BASES,
  OWN_REASON_BASIS_WORDS,
  PLAN_STATES,
  PLAN_STATE_WORDS,
} from '@yance/shared-types';
import { wholeRule } from './number-rules';
import styles from './settings.module.css';

/** What every plan on sale has: where it is sold and used, what is agreed to, and whether it is on the shelf. */
export function PlanSaleFields({
  stores,
  termsLabel,
  testId,
}: {
  stores: readonly { id: string; name: string }[];
  termsLabel: string;
  /** Begins the marks of the fields. */
  testId: string;
}) {
  return (
    <>
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
        label="顾客个人原因退款时，已用部分怎么算"
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
        label={termsLabel}
        extra="写进协议，顾客签字"
        rules={[{ required: true, whitespace: true, message: '请写明怎么退款' }]}
      >
        <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} data-testid={`${testId}-terms`} />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name="state" label="状态">
          <Segmented
            options={PLAN_STATES.map((value) => ({ value, label: PLAN_STATE_WORDS[value] }))}
            data-testid={`${testId}-state`}
          />
        </Form.Item>
        <Form.Item name="sort" label="排列" extra="小的在前" rules={wholeRule(0, 9_999)}>
          <Input inputMode="numeric" maxLength={4} />
        </Form.Item>
      </div>
    </>
  );
}

import { Checkbox, Form, Input, Segmented, Select } from 'antd';
import type { Rule } from 'antd/es/form';
import {
  COUPON_KINDS,
  COUPON_KIND_WORDS,
  COUPON_SCOPES,
  COUPON_SCOPE_WORDS,
  COUPON_TEMPLATE_STATES,
  COUPON_TEMPLATE_STATE_WORDS,
  COUPON_VALIDITIES,
  COUPON_VALIDITY_WORDS,
  type CouponKind,
  type CouponScope,
  type CouponValidity,
} from '@yance/shared-types';
import { AMOUNT_RULE, amountRule } from '../../shared/ui/money-rules';
import { DaysField } from './days-field';
import styles from './marketing.module.css';
import { isForService, readCount, readDiscount } from './template-form';

interface Named {
  readonly id: string;
  readonly name: string;
}

const optionsOf = (things: readonly Named[]) =>
  things.map(({ id, name }) => ({ value: id, label: name }));

const checked = (isGood: (text: string) => boolean, message: string): Rule[] => [
  {
    validator: (_, text: string | undefined) =>
      isGood(text ?? '') ? Promise.resolve() : Promise.reject(new Error(message)),
  },
];
const DISCOUNT_RULE = checked(
  (text) => readDiscount(text) !== undefined,
  '请填写折扣，例如 8.5 表示 8.5 折',
);
const COUNT_RULE = checked((text) => readCount(text) !== undefined, '请填写大于 0 的数字');
const MAYBE_COUNT_RULE = checked(
  (text) => text.trim() === '' || readCount(text) !== undefined,
  '请填写大于 0 的数字，不限请留空',
);

/** What it gives: kind, amounts, what for. */
export function GivesPart({
  kind,
  scope,
  services,
}: {
  kind: CouponKind;
  scope: CouponScope;
  services: readonly Named[];
}) {
  const forService = isForService(kind);
  return (
    <>
      <Form.Item
        name="name"
        label="名称"
        rules={[{ required: true, whitespace: true, message: '请填写名称' }]}
      >
        <Input maxLength={40} placeholder="例如：新客礼" data-testid="coupon-name" />
      </Form.Item>
      <Form.Item name="kind" label="种类">
        <Select
          options={COUPON_KINDS.map((value) => ({ value, label: COUPON_KIND_WORDS[value] }))}
          data-testid="coupon-kind"
        />
      </Form.Item>
      <Amounts kind={kind} />
      {!forService && (
        <Form.Item name="scope" label="适用于">
          <Select
            options={COUPON_SCOPES.map((value) => ({ value, label: COUPON_SCOPE_WORDS[value] }))}
            data-testid="coupon-scope"
          />
        </Form.Item>
      )}
      {(forService || scope === 'listed') && (
        <Form.Item
          name="serviceIds"
          label={forService ? '哪些项目（每次用于其中一项）' : '哪些项目'}
          rules={[{ required: true, message: '请选择项目' }]}
        >
          <Select
            mode="multiple"
            optionFilterProp="label"
            options={optionsOf(services)}
            data-testid="coupon-services"
          />
        </Form.Item>
      )}
    </>
  );
}

function Amounts({ kind }: { kind: CouponKind }) {
  return (
    <div className={styles.pair}>
      {(kind === 'money_off' || kind === 'trial_price') && (
        <Form.Item
          name="amountFen"
          label={kind === 'money_off' ? '减多少' : '体验价'}
          rules={kind === 'money_off' ? AMOUNT_RULE : amountRule(true)}
        >
          <Input prefix="¥" inputMode="decimal" maxLength={12} data-testid="coupon-amount" />
        </Form.Item>
      )}
      {kind === 'percent' && (
        <>
          <Form.Item name="permille" label="打几折" rules={DISCOUNT_RULE}>
            <Input suffix="折" inputMode="decimal" maxLength={5} data-testid="coupon-discount" />
          </Form.Item>
          <Form.Item name="capFen" label="最多减（不限请留空）" rules={amountRule(false)}>
            <Input prefix="¥" inputMode="decimal" maxLength={12} />
          </Form.Item>
        </>
      )}
      <Form.Item name="minSpendFen" label="满多少可用（不限请留空）" rules={amountRule(false)}>
        <Input prefix="¥" inputMode="decimal" maxLength={12} data-testid="coupon-least" />
      </Form.Item>
    </div>
  );
}

/** Where, when and with what it is good. */
export function RulesPart({
  validKind,
  stores,
}: {
  validKind: CouponValidity;
  stores: readonly Named[];
}) {
  return (
    <>
      <Form.Item
        name="storeIds"
        label="哪些门店可用"
        rules={[{ required: true, message: '请至少选一家门店' }]}
      >
        <Select mode="multiple" options={optionsOf(stores)} />
      </Form.Item>
      <Form.Item name="validKind" label="有效期">
        <Segmented
          options={COUPON_VALIDITIES.map((value) => ({
            value,
            label: COUPON_VALIDITY_WORDS[value],
          }))}
        />
      </Form.Item>
      {validKind === 'days' && (
        <Form.Item name="validDays" label="领取当日起有效几天" rules={COUNT_RULE}>
          <Input suffix="天" inputMode="numeric" maxLength={4} data-testid="coupon-days" />
        </Form.Item>
      )}
      {validKind === 'fixed' && (
        <Form.Item
          name="days"
          label="从哪天到哪天"
          rules={[{ required: true, message: '请选择起止日期' }]}
        >
          <DaysField />
        </Form.Item>
      )}
      <div className={styles.checks}>
        <Form.Item name="withTier" valuePropName="checked" noStyle>
          <Checkbox>可与会员折扣同享</Checkbox>
        </Form.Item>
        <Form.Item name="withCoupons" valuePropName="checked" noStyle>
          <Checkbox>可与其他优惠券同时使用</Checkbox>
        </Form.Item>
      </div>
      <Form.Item name="note" label="使用说明（选填）">
        <Input.TextArea maxLength={200} autoSize={{ minRows: 2 }} />
      </Form.Item>
    </>
  );
}

/** How many there are and who may give or take them. */
export function GivingPart() {
  return (
    <>
      <div className={styles.pair}>
        <Form.Item name="quota" label="总共几张（不限请留空）" rules={MAYBE_COUNT_RULE}>
          <Input suffix="张" inputMode="numeric" maxLength={8} data-testid="coupon-quota" />
        </Form.Item>
        <Form.Item name="perClientCap" label="每人最多几张（不限请留空）" rules={MAYBE_COUNT_RULE}>
          <Input suffix="张" inputMode="numeric" maxLength={4} />
        </Form.Item>
        <Form.Item name="returnDays" label="账单冲正退回后至少可用" rules={COUNT_RULE}>
          <Input suffix="天" inputMode="numeric" maxLength={3} />
        </Form.Item>
        <Form.Item
          name="sort"
          label="排列"
          rules={[{ pattern: /^\d{1,4}$/, message: '请填 0 到 9999 的数字，小的在前' }]}
        >
          <Input inputMode="numeric" maxLength={4} />
        </Form.Item>
      </div>
      <div className={styles.checks}>
        <Form.Item name="claimable" valuePropName="checked" noStyle>
          <Checkbox data-testid="coupon-claimable">顾客可以在小程序领取</Checkbox>
        </Form.Item>
        <Form.Item name="atDesk" valuePropName="checked" noStyle>
          <Checkbox>前台可以发放</Checkbox>
        </Form.Item>
      </div>
      <Form.Item name="state" label="状态">
        <Segmented
          options={COUPON_TEMPLATE_STATES.map((value) => ({
            value,
            label: COUPON_TEMPLATE_STATE_WORDS[value],
          }))}
          data-testid="coupon-state"
        />
      </Form.Item>
    </>
  );
}

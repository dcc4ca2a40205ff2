import { App, Button, Checkbox, Form, Input, Segmented } from 'antd';
import { useState } from 'react';
import type { Limits } from '../../shared/api/contract';
import { sentenceOf } from '../../shared/api/problem';
import { useLimits } from '../../shared/requests/read-limits';
import { useDesk } from '../../shared/session/desk';
import { Notice } from '../../shared/ui/amount';
import { showFieldErrors } from '../../shared/ui/field-errors';
import { amountRule } from '../../shared/ui/money-rules';
import { Card } from '../../shared/ui/page';
import { Loaded } from '../../shared/ui/states';
import { useChangeLimits } from './api/change-limits';
import { changesOf, limitFieldsOf, type LimitFields } from './limit-form';
import styles from './settings.module.css';

const BRAND = 'brand';

/** What the law and the house leave open, for the brand, and for a store where places differ. */
export default function LimitsPage() {
  const { store } = useDesk();
  const [scope, setScope] = useState(BRAND);
  const storeId = scope === BRAND ? null : store.id;
  const limits = useLimits(storeId);
  return (
    <>
      <Segmented
        className={styles.scope}
        options={[
          { value: BRAND, label: '全品牌' },
          { value: store.id, label: store.name },
        ]}
        value={scope}
        onChange={setScope}
      />
      <Loaded query={limits} rows={8}>
        {(data) => <LimitForm key={scope} limits={data} storeId={storeId} />}
      </Loaded>
    </>
  );
}

function LimitForm({ limits, storeId }: { limits: Limits; storeId: string | null }) {
  const { may } = useDesk();
  const { message } = App.useApp();
  const [form] = Form.useForm<LimitFields>();
  const { write, error, isPending } = useChangeLimits(storeId);
  const mayChange = may('membership.rules');
  const before = limitFieldsOf(limits.settings);
  const save = (fields: LimitFields) => {
    const changes = changesOf(before, fields);
    if (Object.keys(changes).length === 0) return void message.info('没有改动');
    write(changes, {
      done: () => void message.success('已保存，马上生效'),
      refused: (cause) => void showFieldErrors(form, cause),
    });
  };
  return (
    <Card title={storeId ? '这家门店的规则' : '全品牌的规则'}>
      <p className={`note ${styles.hint}`}>
        {storeId ? '没有单独设置的，跟着全品牌走。' : '各地规定不同时，可以在门店单独设置。'}
        {!mayChange && '只有老板可以修改。'}
      </p>
      <Form<LimitFields>
        form={form}
        layout="vertical"
        validateTrigger="onBlur"
        onFinish={save}
        initialValues={before}
        disabled={!mayChange}
        className={styles.limits}
        data-testid="limits"
      >
        <Fields />
        {error && <Notice tone="alarm">{sentenceOf(error)}</Notice>}
        {mayChange && (
          <Button type="primary" htmlType="submit" loading={isPending} data-testid="limits-save">
            保存
          </Button>
        )}
      </Form>
    </Card>
  );
}

function days(least: number, most: number) {
  return [
    {
      validator: (_: unknown, text: string) =>
        /^\d{1,3}$/.test(text) && Number(text) >= least && Number(text) <= most
          ? Promise.resolve()
          : Promise.reject(new Error(`应在 ${least} 到 ${most} 天之间`)),
    },
  ];
}

function Fields() {
  return (
    <>
      <Form.Item
        name="cardCapFen"
        label="单张储值卡的本金上限"
        extra="不填表示不设上限；规章对记名卡的上限是 5000 元"
        rules={amountRule(false)}
      >
        <Input prefix="¥" inputMode="decimal" maxLength={12} data-testid="limit-cap" />
      </Form.Item>
      <Form.Item
        name="packageCapFen"
        label="一位顾客的次卡、疗程卡未用价值上限"
        extra="不填表示不设上限；当地把卡项也算作预付卡的，按当地规定填写"
        rules={amountRule(false)}
      >
        <Input prefix="¥" inputMode="decimal" maxLength={12} data-testid="limit-package-cap" />
      </Form.Item>
      <Form.Item
        name="coolingOffDays"
        label="无理由退款期"
        extra="法律规定至少 7 天"
        rules={days(7, 90)}
      >
        <Input suffix="天" inputMode="numeric" maxLength={3} data-testid="limit-cooling" />
      </Form.Item>
      <Form.Item
        name="originalWayDays"
        label="付款后多少天内经微信原路退回"
        extra="超过后改用银行转账；微信最长 365 天"
        rules={days(1, 365)}
      >
        <Input suffix="天" inputMode="numeric" maxLength={3} />
      </Form.Item>
      <Form.Item
        name="cashRefundMostFen"
        label="现金退款最多"
        extra="超过的走银行转账"
        rules={amountRule(true)}
      >
        <Input prefix="¥" inputMode="decimal" maxLength={12} />
      </Form.Item>
      <Form.Item name="reversalSameDayOnly" valuePropName="checked">
        <Checkbox>录错只能当天冲正，过后走退款</Checkbox>
      </Form.Item>
      <Form.Item name="slipAllowed" valuePropName="checked">
        <Checkbox>顾客没带手机时，可以凭签字单扣款</Checkbox>
      </Form.Item>
      <Form.Item name="signBeforePaying" valuePropName="checked">
        <Checkbox>在小程序充值要先签协议再付款</Checkbox>
      </Form.Item>
      <Form.Item name="noShowUsesSession" valuePropName="checked">
        <Checkbox>爽约也扣掉预留的疗程次数</Checkbox>
      </Form.Item>
    </>
  );
}

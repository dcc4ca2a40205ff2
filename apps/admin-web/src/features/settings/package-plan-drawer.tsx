import { App, Checkbox, Form, Input, Segmented, Select } from 'antd';
import {
  OWN_REASON_BASES,
  OWN_REASON_BASIS_WORDS,
  PACKAGE_KINDS,
  PACKAGE_KIND_WORDS,
  PLAN_STATES,
  PLAN_STATE_WORDS,
} from '@yance/shared-types';
import type { PackagePlan } from '../../shared/api/contract';
import { sentenceOf } from '../../shared/api/problem';
import { useDesk } from '../../shared/session/desk';
import { Notice } from '../../shared/ui/amount';
import { showFieldErrors } from '../../shared/ui/field-errors';
import { FormDrawer } from '../../shared/ui/form-drawer';
import { AMOUNT_RULE } from '../../shared/ui/money-rules';
import { useSavePackagePlan } from './api/save-package-plan';
import { wholeRule } from './number-rules';
import { packageDraftOf, packageFieldsOf, type PackagePlanFields } from './package-plan-form';
import { PackageItems } from './package-plan-items';
import { PackagePlanPreview } from './package-plan-preview';
import styles from './settings.module.css';

const KIND_HINTS: Readonly<Record<PackagePlan['kind'], string>> = {
  fixed: '每一项是一个固定的项目，各算各的次数',
  pick: '一组项目共用一个次数，每次任选其中一个',
  time: '期限内按天计，例如月卡、年卡',
};

/** A package plan, new or changed, beside what a client will read and what a use will earn. */
export function PackagePlanDrawer({
  plan,
  onClose,
}: {
  plan: PackagePlan | null;
  onClose: () => void;
}) {
  const { session } = useDesk();
  const { message } = App.useApp();
  const [form] = Form.useForm<PackagePlanFields>();
  const { write, error, isPending } = useSavePackagePlan(plan);
  const { stores } = session.staff;
  const initial = packageFieldsOf(
    plan,
    stores.map(({ id }) => id),
  );
  const shown = Form.useWatch([], form) as PackagePlanFields | undefined;
  const fields = { ...initial, ...shown };
  const save = (said: PackagePlanFields) =>
    write(packageDraftOf(said), {
      done: () => {
        void message.success('已保存');
        onClose();
      },
      refused: (cause) => void showFieldErrors(form, cause),
    });
  return (
    <FormDrawer
      title={plan ? '修改次卡、疗程卡' : '新建次卡、疗程卡'}
      width={600}
      isPending={isPending}
      onSave={() => form.submit()}
      onClose={onClose}
      testId="package-plan-save"
    >
      <Form<PackagePlanFields>
        form={form}
        layout="vertical"
        validateTrigger="onBlur"
        onFinish={save}
        initialValues={initial}
        data-testid="package-plan-form"
      >
        <PackagePlanPreview fields={fields} />
        <Content kind={fields.kind} known={plan?.items ?? []} />
        <Sale stores={stores} />
        {error && <Notice tone="alarm">{sentenceOf(error)}</Notice>}
      </Form>
    </FormDrawer>
  );
}

/** What is in it, what it costs and how long it is good. */
function Content({ kind, known }: { kind: PackagePlan['kind']; known: PackagePlan['items'] }) {
  const isTime = kind === 'time';
  return (
    <>
      <Form.Item
        name="name"
        label="名称"
        rules={[{ required: true, whitespace: true, message: '请填写名称' }]}
      >
        <Input maxLength={40} placeholder="例如：肩颈护理十次卡" data-testid="package-plan-name" />
      </Form.Item>
      <Form.Item name="kind" label="种类" extra={KIND_HINTS[kind]}>
        <Segmented
          options={PACKAGE_KINDS.map((value) => ({ value, label: PACKAGE_KIND_WORDS[value] }))}
          data-testid="package-plan-kind"
        />
      </Form.Item>
      <PackageItems kind={kind} known={known} />
      <div className={styles.pair}>
        <Form.Item name="price" label="顾客实付" rules={AMOUNT_RULE}>
          <Input prefix="¥" inputMode="decimal" maxLength={12} data-testid="package-plan-price" />
        </Form.Item>
        <Form.Item
          name="validDays"
          label="有效天数"
          extra={isTime ? '付款当天算第一天' : '付款当天算第一天；不填为不限期'}
          rules={wholeRule(1, 3_660, isTime)}
        >
          <Input suffix="天" inputMode="numeric" maxLength={4} data-testid="package-plan-days" />
        </Form.Item>
      </div>
      {isTime && (
        <Form.Item
          name="usesPerDay"
          label="每天最多用几次"
          extra="不填为不限次"
          rules={wholeRule(1, 20, false)}
        >
          <Input suffix="次" inputMode="numeric" maxLength={2} data-testid="package-plan-per-day" />
        </Form.Item>
      )}
    </>
  );
}

/** Where it is sold and used, and what is agreed to. */
function Sale({ stores }: { stores: readonly { id: string; name: string }[] }) {
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
        label="退卡约定"
        extra="写进协议，顾客签字"
        rules={[{ required: true, whitespace: true, message: '请写明怎么退款' }]}
      >
        <Input.TextArea
          maxLength={500}
          autoSize={{ minRows: 2 }}
          data-testid="package-plan-terms"
        />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name="state" label="状态">
          <Segmented
            options={PLAN_STATES.map((value) => ({ value, label: PLAN_STATE_WORDS[value] }))}
            data-testid="package-plan-state"
          />
        </Form.Item>
        <Form.Item name="sort" label="排列" extra="小的在前" rules={wholeRule(0, 9_999)}>
          <Input inputMode="numeric" maxLength={4} />
        </Form.Item>
      </div>
    </>
  );
}

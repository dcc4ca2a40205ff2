import { Form, Input, Segmented } from 'antd';
import { PACKAGE_KINDS, PACKAGE_KIND_WORDS } from '@yance/shared-types';
import type { PackagePlan } from '../../shared/api/contract';
import { useDesk } from '../../shared/session/desk';
import { AMOUNT_RULE } from '../../shared/ui/money-rules';
import { SaveDrawer } from '../../shared/ui/save-drawer';
import { useSavePackagePlan } from './api/save-package-plan';
import { wholeRule } from './number-rules';
import { packageDraftOf, packageFieldsOf } from './package-plan-form';
import { PackageItems } from './package-plan-items';
import { PackagePlanPreview } from './package-plan-preview';
import { PlanSaleFields } from './plan-sale-fields';
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
  const { stores } = useDesk().session.staff;
  return (
    <SaveDrawer
      title={plan ? '修改次卡、疗程卡' : '新建次卡、疗程卡'}
      width={600}
      testId="package-plan"
      initial={packageFieldsOf(
        plan,
        stores.map(({ id }) => id),
      )}
      saving={useSavePackagePlan(plan)}
      bodyOf={packageDraftOf}
      onClose={onClose}
    >
      {(fields) => (
        <>
          <PackagePlanPreview fields={fields} />
          <Content kind={fields.kind} known={plan?.items ?? []} />
          <PlanSaleFields stores={stores} termsLabel="退卡约定" testId="package-plan" />
        </>
      )}
    </SaveDrawer>
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

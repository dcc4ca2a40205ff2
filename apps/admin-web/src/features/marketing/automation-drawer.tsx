import { Form, Input, Segmented, Select } from 'antd';
import type { Rule } from 'antd/es/form';
import {
  AUTOMATION_STATES,
  AUTOMATION_STATE_WORDS,
  LEAP_DAYS,
  LEAP_DAY_WORDS,
} from '@yance/shared-types';
import type { Automation, AutomationDraft } from '../../shared/api/contract';
import { useTemplates } from '../../shared/requests/list-templates';
import { useDesk } from '../../shared/session/desk';
import { Notice } from '../../shared/ui/amount';
import { amountRule } from '../../shared/ui/money-rules';
import { SaveDrawer } from '../../shared/ui/save-drawer';
import { useSaveAutomation } from './api/automations';
import { draftOf, fieldsOf, readDays, type AutomationFields } from './automation-form';
import styles from './marketing.module.css';
import { MessagePart } from './message-part';
import { readCount } from './template-form';

const checked = (isGood: (text: string) => boolean, message: string): Rule[] => [
  {
    validator: (_, text: string | undefined) =>
      isGood(text ?? '') ? Promise.resolve() : Promise.reject(new Error(message)),
  },
];
const DAYS_RULE = checked((text) => readDays(text) !== undefined, '请填 0 到 60 的天数');
const MAYBE_COUNT_RULE = checked(
  (text) => text.trim() === '' || readCount(text) !== undefined,
  '请填写大于 0 的数字，不限请留空',
);

/** A birthday automation, new or changed. */
export function AutomationDrawer({
  automation,
  onClose,
}: {
  automation: Automation | null;
  onClose: () => void;
}) {
  const { stores } = useDesk().session.staff;
  return (
    <SaveDrawer<AutomationFields, AutomationDraft>
      title={automation ? '修改自动发券' : '新建自动发券'}
      width={560}
      testId="automation"
      initial={fieldsOf(
        automation,
        stores.map(({ id }) => id),
      )}
      saving={useSaveAutomation(automation)}
      bodyOf={(_, all) => draftOf(all)}
      onClose={onClose}
    >
      {({ words, templateId, daysAfter, bySms, byCall }) => (
        <>
          <WhatPart templateId={automation?.templateId} />
          <WhenPart />
          <MessagePart {...{ words, templateId, daysAfter, bySms, byCall }} />
          <LimitsPart />
        </>
      )}
    </SaveDrawer>
  );
}

/** What is given, and to the clients of which stores. */
function WhatPart({ templateId }: { templateId: string | undefined }) {
  const { session } = useDesk();
  const templates = useTemplates();
  return (
    <>
      <Form.Item
        name="name"
        label="名称"
        rules={[{ required: true, whitespace: true, message: '请填写名称' }]}
      >
        <Input maxLength={40} data-testid="automation-name" />
      </Form.Item>
      <Form.Item
        name="templateId"
        label="送哪种优惠券"
        rules={[{ required: true, message: '请选择优惠券' }]}
      >
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          loading={templates.isPending}
          options={(templates.data ?? [])
            .filter(({ state, id }) => state !== 'off' || id === templateId)
            .map(({ id, name, words }) => ({ value: id, label: `${name} · ${words}` }))}
          data-testid="automation-template"
        />
      </Form.Item>
      <Form.Item
        name="storeIds"
        label="送给哪些门店的顾客"
        extra="按顾客档案里的所属门店；没有填所属门店的顾客也会收到。"
        rules={[{ required: true, message: '请至少选一家门店' }]}
      >
        <Select
          mode="multiple"
          options={session.staff.stores.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
    </>
  );
}

/** When it is given, and for how long it is good. */
function WhenPart() {
  return (
    <>
      <div className={styles.preview}>
        <Notice tone="quiet">
          按档案里的公历或农历生日计算。闰月出生的顾客，当年没有这个闰月时按同名的平月过；农历三十出生的，小月按廿九过。
        </Notice>
      </div>
      <div className={styles.pair}>
        <Form.Item name="daysBefore" label="生日前几天发放" rules={DAYS_RULE}>
          <Input suffix="天" inputMode="numeric" maxLength={2} data-testid="automation-before" />
        </Form.Item>
        <Form.Item name="daysAfter" label="生日后几天内有效" rules={DAYS_RULE}>
          <Input suffix="天" inputMode="numeric" maxLength={2} />
        </Form.Item>
      </div>
      <Form.Item name="leapDay" label="2月29日出生的顾客，平年按哪天过">
        <Segmented options={LEAP_DAYS.map((value) => ({ value, label: LEAP_DAY_WORDS[value] }))} />
      </Form.Item>
    </>
  );
}

/** How much of it a year sees, and whether it runs. */
function LimitsPart() {
  return (
    <>
      <div className={styles.pair}>
        <Form.Item name="budgetCount" label="每年最多发几张" rules={MAYBE_COUNT_RULE}>
          <Input suffix="张" inputMode="numeric" maxLength={8} placeholder="不限请留空" />
        </Form.Item>
        <Form.Item
          name="budgetFen"
          label="每年最多优惠多少"
          extra="按每张券最多能减的金额合计。"
          rules={amountRule(false)}
        >
          <Input prefix="¥" inputMode="decimal" maxLength={12} placeholder="不限请留空" />
        </Form.Item>
      </div>
      <Form.Item name="state" label="状态">
        <Segmented
          options={AUTOMATION_STATES.map((value) => ({
            value,
            label: AUTOMATION_STATE_WORDS[value],
          }))}
          data-testid="automation-state"
        />
      </Form.Item>
    </>
  );
}

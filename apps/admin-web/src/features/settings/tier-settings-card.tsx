import { App, Button, Checkbox, Form, Input, Segmented } from 'antd';
import {
  DOWNGRADE_STEPS,
  DOWNGRADE_STEP_WORDS,
  SPEND_COUNTS,
  SPEND_COUNTS_WORDS,
} from '@yance/shared-types';
import type { TierList, TierSettings } from '../../shared/api/contract';
import { sentenceOf } from '../../shared/api/problem';
import { useDesk } from '../../shared/session/desk';
import { Notice } from '../../shared/ui/amount';
import { showFieldErrors } from '../../shared/ui/field-errors';
import { Card } from '../../shared/ui/page';
import { useChangeTierSettings } from './api/save-tier';
import { wholeRule } from './number-rules';
import styles from './settings.module.css';

interface Fields extends Omit<TierSettings, 'keepMonths'> {
  keepMonths: string;
}

/** What counts for tiers, and how long one stays. */
export function TierSettingsCard({ settings }: { settings: TierList['settings'] }) {
  const { may } = useDesk();
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const { write, error, isPending } = useChangeTierSettings();
  const mayChange = may('membership.rules');
  const { keepMonths } = settings;
  const save = ({ keepMonths: months, ...rest }: Fields) =>
    write(
      { ...rest, ...(months.trim() === '' ? {} : { keepMonths: Number(months) }) },
      {
        done: () => void message.success('已保存，以后按新规则核定'),
        refused: (cause) => void showFieldErrors(form, cause),
      },
    );
  return (
    <Card title="升降级规则">
      {!mayChange && <p className={`note ${styles.hint}`}>只有老板可以修改。</p>}
      <Form<Fields>
        form={form}
        layout="vertical"
        validateTrigger="onBlur"
        onFinish={save}
        initialValues={{ ...settings, keepMonths: keepMonths === null ? '' : String(keepMonths) }}
        disabled={!mayChange}
        className={styles.limits}
        data-testid="tier-settings"
      >
        <Form.Item name="spendCounts" label="“累计消费”怎么算">
          <Segmented
            options={SPEND_COUNTS.map((value) => ({ value, label: SPEND_COUNTS_WORDS[value] }))}
          />
        </Form.Item>
        <Form.Item name="bonusCounts" valuePropName="checked">
          <Checkbox>赠金也计入消费和储值</Checkbox>
        </Form.Item>
        <Form.Item
          name="keepMonths"
          label="达到之后保留多久"
          extra="不填表示一直保留"
          rules={wholeRule(1, 120, false)}
        >
          <Input suffix="个月" inputMode="numeric" maxLength={3} data-testid="tier-keep" />
        </Form.Item>
        <Form.Item name="downgradeStep" label="没有保住时">
          <Segmented
            options={DOWNGRADE_STEPS.map((value) => ({
              value,
              label: DOWNGRADE_STEP_WORDS[value],
            }))}
          />
        </Form.Item>
        {error && <Notice tone="alarm">{sentenceOf(error)}</Notice>}
        {mayChange && (
          <Button
            type="primary"
            htmlType="submit"
            loading={isPending}
            data-testid="tier-settings-save"
          >
            保存
          </Button>
        )}
      </Form>
    </Card>
  );
}

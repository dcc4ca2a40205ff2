import { Button, Checkbox, Form, Input, Segmented, Select } from 'antd';
import type { ReactNode } from 'react';
import { CLIENT_SOURCES, STAGE_WORDS, sourceWord } from '../../shared/format/words';
import { useClientTags } from '../../shared/requests/list-client-tags';
import { useTiers } from '../../shared/requests/list-tiers';
import { AMOUNT_RULE } from '../../shared/ui/money-rules';
import { wholeRule } from './number-rules';
import styles from './settings.module.css';
import { RULE_KINDS, type RuleFields, type RuleKind } from './tag-rule-form';

interface Option {
  value: string;
  label: string;
}

const STAGES = Object.entries(STAGE_WORDS).map(([value, label]) => ({ value, label }));
const SOURCES = CLIENT_SOURCES.map((value) => ({ value, label: sourceWord(value) }));
const MONTHS = Array.from({ length: 12 }, (_, month) => ({
  value: String(month + 1),
  label: `${month + 1}月`,
}));
const MOST_CHOSEN = 10;

function Whole({
  name,
  label,
  most = 9999,
  least = 1,
  isRequired = true,
  prefix,
  suffix,
}: {
  name: keyof RuleFields;
  label: string;
  most?: number;
  least?: number;
  isRequired?: boolean;
  prefix?: string;
  suffix: string;
}) {
  return (
    <Form.Item name={name} rules={wholeRule(least, most, isRequired)}>
      <Input
        aria-label={label}
        prefix={prefix}
        suffix={suffix}
        placeholder={isRequired ? undefined : '不限'}
        inputMode="numeric"
        maxLength={4}
        data-testid={`rule-${name}`}
      />
    </Form.Item>
  );
}

function Yuan({ name, label }: { name: keyof RuleFields; label: string }) {
  return (
    <Form.Item name={name} rules={AMOUNT_RULE}>
      <Input
        aria-label={label}
        prefix="满"
        suffix="元"
        inputMode="decimal"
        maxLength={12}
        data-testid={`rule-${name}`}
      />
    </Form.Item>
  );
}

function AnyOf({
  name,
  label,
  options,
  none,
}: {
  name: keyof RuleFields;
  label: string;
  options: readonly Option[];
  none?: string;
}) {
  return (
    <Form.Item name={name} rules={[{ required: true, message: '请至少选一个' }]}>
      <Select
        mode="multiple"
        aria-label={label}
        maxCount={MOST_CHOSEN}
        options={[...options]}
        placeholder="任意一个"
        notFoundContent={none}
        showSearch={{ optionFilterProp: 'label' }}
        data-testid={`rule-${name}`}
      />
    </Form.Item>
  );
}

function Tiers() {
  const tiers = useTiers();
  const options = (tiers.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return <AnyOf name="tierIds" label="会员等级" options={options} none="还没有会员等级" />;
}

function Needs() {
  const tags = useClientTags();
  const options = (tags.data?.items ?? [])
    .filter(({ purpose }) => purpose === 'need')
    .flatMap((group) => group.tags)
    .filter(({ keptBy, state }) => keptBy === 'hand' && state === 'active')
    .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <AnyOf name="needIds" label="护理需求" options={options} none="先在标签分组里勾选“护理需求”" />
  );
}

function Birth({ fields }: { fields: RuleFields }) {
  return (
    <>
      <Form.Item name="birth">
        <Segmented
          options={[
            { value: 'now', label: '当月' },
            { value: 'months', label: '指定月份' },
          ]}
        />
      </Form.Item>
      {fields.birth === 'months' && (
        <Form.Item name="months" rules={[{ required: true, message: '请至少选一个' }]}>
          <Checkbox.Group options={MONTHS} className={styles.months} />
        </Form.Item>
      )}
      <p className="note">过农历生日的顾客按农历月份算。</p>
    </>
  );
}

const LINES: Readonly<Record<RuleKind, (fields: RuleFields) => ReactNode>> = {
  spend: () => (
    <div className={styles.way}>
      <Whole name="spendDays" label="最近多少天" prefix="近" suffix="天" />
      <Yuan name="spendYuan" label="消费满多少元" />
    </div>
  ),
  visits: () => (
    <div className={styles.way}>
      <Whole name="visitDays" label="最近多少天" prefix="近" suffix="天" isRequired={false} />
      <Whole name="visits" label="到店满几次" prefix="满" suffix="次" />
    </div>
  ),
  away: () => <Whole name="awayDays" label="多少天没来" prefix="满" suffix="天没来" />,
  stages: () => <AnyOf name="stages" label="阶段" options={STAGES} />,
  tiers: () => <Tiers />,
  needs: () => <Needs />,
  packages: () => (
    <Form.Item name="packages">
      <Segmented
        options={[
          { value: 'held', label: '有没用完的卡' },
          { value: 'none', label: '没有可用的卡' },
        ]}
      />
    </Form.Item>
  ),
  balance: () => <Yuan name="balanceYuan" label="储值余额满多少元" />,
  birth: (fields) => <Birth fields={fields} />,
  age: () => (
    <div className={styles.way}>
      <Whole name="ageFrom" label="从几岁" least={0} most={150} isRequired={false} suffix="岁起" />
      <Whole name="ageTo" label="到几岁" least={0} most={150} isRequired={false} suffix="岁止" />
    </div>
  ),
  sources: () => <AnyOf name="sources" label="来源" options={SOURCES} />,
};

/** What a rule asks, one condition after the other; a client has to meet all of them. */
export function TagRuleFields({ fields }: { fields: RuleFields }) {
  const form = Form.useFormInstance<RuleFields>();
  const { kinds } = fields;
  const rest = (Object.keys(RULE_KINDS) as RuleKind[]).filter((kind) => !kinds.includes(kind));
  const setKinds = (next: RuleKind[]) => form.setFieldsValue({ kinds: next });
  return (
    <>
      <Form.Item name="kinds" hidden>
        <Select mode="multiple" />
      </Form.Item>
      <div className={styles.ways}>
        <p>给谁打上（同时满足）</p>
        {kinds.map((kind) => (
          <section key={kind} className={styles.condition} data-testid={`rule-line-${kind}`}>
            <header>
              <strong>{RULE_KINDS[kind]}</strong>
              <Button
                type="text"
                size="small"
                aria-label={`去掉${RULE_KINDS[kind]}`}
                onClick={() => setKinds(kinds.filter((one) => one !== kind))}
              >
                去掉
              </Button>
            </header>
            {LINES[kind](fields)}
          </section>
        ))}
        {rest.length > 0 && (
          <Select<RuleKind | null>
            className={styles.addCondition}
            aria-label="加一个条件"
            placeholder="加一个条件"
            value={null}
            options={rest.map((value) => ({ value, label: RULE_KINDS[value] }))}
            onChange={(kind) => kind && setKinds([...kinds, kind])}
            data-testid="rule-add"
          />
        )}
      </div>
    </>
  );
}

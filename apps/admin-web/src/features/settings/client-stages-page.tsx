import { App, Button, Form, Input } from 'antd';
import type { StandingPolicy } from '../../shared/api/contract';
import { sentenceOf } from '../../shared/api/problem';
import { STAGE_WORDS } from '../../shared/format/words';
import { useDesk } from '../../shared/session/desk';
import { Notice } from '../../shared/ui/amount';
import { showFieldErrors } from '../../shared/ui/field-errors';
import { AMOUNT_RULE } from '../../shared/ui/money-rules';
import { Card } from '../../shared/ui/page';
import { Loaded } from '../../shared/ui/states';
import { useDebounced } from '../../shared/ui/use-debounced';
import { usePreviewStages, useSaveStandingPolicy, useStandingPolicy } from './api/standing-policy';
import { wholeRule } from './number-rules';
import styles from './settings.module.css';
import {
  FALLING_POINTS,
  RISING_POINTS,
  stageLimitsOf,
  standingFieldsOf,
  standingLimitsOf,
  type StandingFields,
} from './standing-form';

const STILL_MS = 400;

/** From when on a client is new, sleeps or is lost, and what counts as lately, often and much. */
export default function ClientStagesPage() {
  const policy = useStandingPolicy();
  return (
    <Loaded query={policy} rows={8}>
      {(data) => <PolicyForm key={data.version} policy={data} />}
    </Loaded>
  );
}

function PolicyForm({ policy }: { policy: StandingPolicy }) {
  const { may } = useDesk();
  const { message } = App.useApp();
  const [form] = Form.useForm<StandingFields>();
  const initial = standingFieldsOf(policy);
  const typed = Form.useWatch([], form) as StandingFields | undefined;
  const { write, error, isPending } = useSaveStandingPolicy();
  const mayChange = may('clients.policy');
  const save = (fields: StandingFields) =>
    write(standingLimitsOf(fields), {
      done: () => void message.success('已保存，所有顾客几分钟内按新的标准更新'),
      refused: (cause) => void showFieldErrors(form, cause),
    });
  return (
    <Form<StandingFields>
      form={form}
      layout="vertical"
      validateTrigger="onBlur"
      onFinish={save}
      initialValues={initial}
      disabled={!mayChange}
      className={styles.stages}
      data-testid="standing-policy"
    >
      {policy.waiting > 0 && (
        <Notice testId="standing-waiting">
          正在按新的标准更新，还有
          {policy.waiting >= 10_000 ? ' 1 万位以上' : ` ${policy.waiting} 位`}
          顾客。
        </Notice>
      )}
      <Card title="顾客阶段">
        {!mayChange && <p className={`note ${styles.hint}`}>只有店长和老板可以修改。</p>}
        <StageLimits />
        {mayChange && <Preview fields={typed ?? initial} />}
      </Card>
      <Card title="价值分（1 到 5 分）">
        <p className={`note ${styles.hint}`}>
          按最近一次到店、一年内到店次数和一年内消费各打一个分，一档要比一档大。
        </p>
        <Steps name="recencyDays" label="最近到店" points={FALLING_POINTS} />
        <Steps name="frequencyVisits" label="一年内到店" points={RISING_POINTS} />
        <Steps name="monetaryFen" label="一年内消费" points={RISING_POINTS} />
      </Card>
      {error && <Notice tone="alarm">{sentenceOf(error)}</Notice>}
      {mayChange && (
        <Button type="primary" htmlType="submit" loading={isPending} data-testid="standing-save">
          保存
        </Button>
      )}
    </Form>
  );
}

function StageLimits() {
  return (
    <>
      <div className={styles.pair}>
        <Whole name="newWithinDays" label="首次到店后多少天内算新客" suffix="天" most={3650} />
        <Whole name="newVisits" label="并且最多来过" suffix="次" most={999} />
      </div>
      <div className={styles.pair}>
        <Whole name="sleepingAfterDays" label="超过多少天没来算沉睡" suffix="天" most={3650} />
        <Whole name="lostAfterDays" label="超过多少天没来算流失" suffix="天" most={3650} />
      </div>
    </>
  );
}

function Whole({
  name,
  label,
  suffix,
  most,
}: {
  name: keyof StandingFields;
  label: string;
  suffix: string;
  most: number;
}) {
  return (
    <Form.Item name={name} label={label} rules={wholeRule(1, most)}>
      <Input suffix={suffix} inputMode="numeric" maxLength={4} data-testid={`standing-${name}`} />
    </Form.Item>
  );
}

const UNITS = {
  recencyDays: { prefix: '不超过', suffix: '天', most: 3650 },
  frequencyVisits: { prefix: '满', suffix: '次', most: 999 },
  monetaryFen: { prefix: '满', suffix: '元', most: 0 },
} as const;

function Steps({
  name,
  label,
  points,
}: {
  name: keyof typeof UNITS;
  label: string;
  points: Readonly<Record<'a' | 'b' | 'c' | 'd', number>>;
}) {
  const { prefix, suffix, most } = UNITS[name];
  return (
    <Form.Item label={label}>
      <div className={styles.fourSteps}>
        {(['a', 'b', 'c', 'd'] as const).map((step) => (
          <Form.Item
            key={step}
            name={[name, step]}
            rules={most === 0 ? AMOUNT_RULE : wholeRule(1, most)}
          >
            <Input
              aria-label={`${label}，${points[step]} 分`}
              addonBefore={`${points[step]} 分`}
              prefix={prefix}
              suffix={suffix}
              inputMode="decimal"
              maxLength={9}
            />
          </Form.Item>
        ))}
      </div>
    </Form.Item>
  );
}

/** How many clients would be in each stage by what is typed. */
function Preview({ fields }: { fields: StandingFields }) {
  const limits = useDebounced(stageLimitsOf(fields), STILL_MS);
  const preview = usePreviewStages(limits);
  if (limits === undefined)
    return <Notice tone="quiet">天数填对后，这里会显示每个阶段有多少位顾客。</Notice>;
  if (preview.error)
    return (
      <Notice testId="stage-preview">
        没能算出人数：{sentenceOf(preview.error)}{' '}
        <Button type="link" size="small" onClick={() => void preview.refetch()}>
          重试
        </Button>
      </Notice>
    );
  return (
    <Notice tone="leaf" testId="stage-preview">
      {preview.data === undefined
        ? '正在数人数…'
        : `按这样分，今天${preview.data.exact ? '有' : '大约有'}：${preview.data.stages
            .map(({ stage, clients }) => `${STAGE_WORDS[stage]} ${clients.toLocaleString('zh-CN')}`)
            .join(' · ')}`}
    </Notice>
  );
}

import { App, Button, Checkbox, Form, Input } from 'antd';
import { POINTS_TENDERS, POINTS_TENDER_WORDS } from '@yance/shared-types';
import type { PointsRules } from '../../shared/api/contract';
import { sentenceOf } from '../../shared/api/problem';
import { useDesk } from '../../shared/session/desk';
import { Notice } from '../../shared/ui/amount';
import { showFieldErrors } from '../../shared/ui/field-errors';
import { amountRule } from '../../shared/ui/money-rules';
import { Card } from '../../shared/ui/page';
import { useChangePointsRules } from './api/points';
import { decimalRule, wholeRule } from './number-rules';
import { ruleFieldsOf, rulesOf, type RuleFields } from './points-form';
import styles from './settings.module.css';

const MOST_POINTS = 100_000;

/** How points come and what they are worth; the owner's to change. */
export function PointsRulesCard({ rules }: { rules: PointsRules }) {
  const { may } = useDesk();
  const { message } = App.useApp();
  const [form] = Form.useForm<RuleFields>();
  const { write, error, isPending } = useChangePointsRules();
  const mayChange = may('membership.rules');
  const save = (fields: RuleFields) =>
    write(rulesOf(fields), {
      done: () => void message.success('已保存，马上生效'),
      refused: (cause) => void showFieldErrors(form, cause),
    });
  return (
    <Card title="积分规则">
      {!mayChange && <p className={`note ${styles.hint}`}>只有老板可以修改。</p>}
      <Form<RuleFields>
        form={form}
        layout="vertical"
        validateTrigger="onBlur"
        onFinish={save}
        initialValues={ruleFieldsOf(rules)}
        disabled={!mayChange}
        className={styles.limits}
        data-testid="points-rules"
      >
        <Form.Item name="enabled" valuePropName="checked">
          <Checkbox>发放积分（关掉后已有的照常能用）</Checkbox>
        </Form.Item>
        <p>每消费 100 元得多少分</p>
        <div className={styles.pair}>
          {POINTS_TENDERS.map((tender) => (
            <Form.Item
              key={tender}
              name={['perHundredYuan', tender]}
              label={POINTS_TENDER_WORDS[tender]}
              rules={wholeRule(0, 10_000)}
            >
              <Input suffix="分" inputMode="numeric" maxLength={5} />
            </Form.Item>
          ))}
        </div>
        <Earning />
        <Streaks />
        <Worth />
        {error && <Notice tone="alarm">{sentenceOf(error)}</Notice>}
        {mayChange && (
          <Button
            type="primary"
            htmlType="submit"
            loading={isPending}
            data-testid="points-rules-save"
          >
            保存
          </Button>
        )}
      </Form>
    </Card>
  );
}

const EARNING = [
  { name: 'checkInPoints', label: '每天签到' },
  { name: 'reviewPoints', label: '写一次评价' },
  { name: 'referralPoints', label: '推荐好友到店' },
] as const;

const Earning = () => (
  <div className={styles.pair}>
    {EARNING.map(({ name, label }) => (
      <Form.Item key={name} name={name} label={label} rules={wholeRule(0, MOST_POINTS)}>
        <Input suffix="分" inputMode="numeric" maxLength={6} data-testid={`points-${name}`} />
      </Form.Item>
    ))}
    <Form.Item
      name="expireMonths"
      label="多久过期"
      extra="到那个月的月底；不填不过期"
      rules={wholeRule(1, 120, false)}
    >
      <Input suffix="个月" inputMode="numeric" maxLength={3} />
    </Form.Item>
  </div>
);

const Streaks = () => (
  <Form.List name="streaks">
    {(fields, { add, remove }) => (
      <div className={styles.ways}>
        <p>连续签到多得的积分</p>
        {fields.map(({ key, name }) => (
          <div key={key} className={styles.way}>
            <Form.Item name={[name, 'days']} rules={wholeRule(2, 365)}>
              <Input
                aria-label="连续多少天"
                prefix="连签"
                suffix="天"
                inputMode="numeric"
                maxLength={3}
              />
            </Form.Item>
            <Form.Item name={[name, 'points']} rules={wholeRule(1, MOST_POINTS)}>
              <Input
                aria-label="多得多少分"
                prefix="多得"
                suffix="分"
                inputMode="numeric"
                maxLength={6}
              />
            </Form.Item>
            <Button type="text" onClick={() => remove(name)}>
              删除
            </Button>
          </div>
        ))}
        <Button size="small" onClick={() => add({ days: '', points: '' })}>
          再加一条
        </Button>
      </div>
    )}
  </Form.List>
);

const Worth = () => (
  <div className={styles.pair}>
    <Form.Item
      name="fenPerHundred"
      label="结账时 100 分抵多少"
      extra="填 0 表示不能抵"
      rules={amountRule(true)}
    >
      <Input prefix="¥" inputMode="decimal" maxLength={8} />
    </Form.Item>
    <Form.Item name="mostOfBillPermille" label="最多抵一张账单的" rules={decimalRule(0, 100)}>
      <Input suffix="%" inputMode="decimal" maxLength={5} />
    </Form.Item>
    <Form.Item
      name="handLimit"
      label="一人一天手动增减超过多少要第二人审批"
      rules={wholeRule(0, MOST_POINTS)}
    >
      <Input suffix="分" inputMode="numeric" maxLength={6} />
    </Form.Item>
  </div>
);

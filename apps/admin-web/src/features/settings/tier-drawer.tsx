import { Button, Checkbox, Form, Input, Segmented, Select } from 'antd';
import {
  TIER_MEASURES,
  TIER_MEASURE_WORDS,
  TIER_STATES,
  TIER_STATE_WORDS,
} from '@yance/shared-types';
import type { Tier } from '../../shared/api/contract';
import { AMOUNT_RULE } from '../../shared/ui/money-rules';
import { SaveDrawer } from '../../shared/ui/save-drawer';
import { useSaveTier } from './api/save-tier';
import { decimalRule, wholeRule } from './number-rules';
import styles from './settings.module.css';
import { tierDraftOf, tierFieldsOf } from './tier-form';

interface Props {
  tier: Tier | null;
  nextRank: number;
  onClose: () => void;
}

/** A tier, new or changed. */
export function TierDrawer({ tier, nextRank, onClose }: Props) {
  return (
    <SaveDrawer
      title={tier ? '修改等级' : '新建等级'}
      width={560}
      testId="tier"
      initial={tierFieldsOf(tier, nextRank)}
      saving={useSaveTier(tier)}
      bodyOf={tierDraftOf}
      onClose={onClose}
    >
      {() => (
        <>
          <Basics />
          <Ways />
          <Form.Item name="state" label="状态">
            <Segmented
              options={TIER_STATES.map((value) => ({ value, label: TIER_STATE_WORDS[value] }))}
            />
          </Form.Item>
        </>
      )}
    </SaveDrawer>
  );
}

function Basics() {
  return (
    <>
      <div className={styles.pair}>
        <Form.Item
          name="name"
          label="名称"
          rules={[{ required: true, whitespace: true, message: '请填写名称' }]}
        >
          <Input maxLength={20} placeholder="例如：银卡" data-testid="tier-name" />
        </Form.Item>
        <Form.Item name="rank" label="级别" extra="数字大的更高" rules={wholeRule(1, 99)}>
          <Input inputMode="numeric" maxLength={2} data-testid="tier-rank" />
        </Form.Item>
      </div>
      <div className={styles.pair}>
        <Form.Item name="service" label="项目折扣" rules={decimalRule(0.01, 10)}>
          <Input suffix="折" inputMode="decimal" maxLength={5} data-testid="tier-service" />
        </Form.Item>
        <Form.Item name="product" label="产品折扣" rules={decimalRule(0.01, 10)}>
          <Input suffix="折" inputMode="decimal" maxLength={5} data-testid="tier-product" />
        </Form.Item>
      </div>
      <div className={styles.pair}>
        <Form.Item name="multiplier" label="消费积分" rules={decimalRule(1, 10)}>
          <Input suffix="倍" inputMode="decimal" maxLength={5} data-testid="tier-multiplier" />
        </Form.Item>
        <Form.Item
          name="horizonDays"
          label="可提前多少天预约"
          extra="不填按门店的规则"
          rules={wholeRule(1, 366, false)}
        >
          <Input suffix="天" inputMode="numeric" maxLength={3} />
        </Form.Item>
      </div>
      <Form.Item name="waitlistFirst" valuePropName="checked">
        <Checkbox>候补时优先</Checkbox>
      </Form.Item>
      <Form.Item
        name="peakFirst"
        valuePropName="checked"
        extra="门店留出的高峰时段，她不用等放开就能约"
      >
        <Checkbox data-testid="tier-peak">高峰时段优先</Checkbox>
      </Form.Item>
      <Form.Item name="others" label="其他权益" extra="每行一条，顾客在手机上会看到">
        <Input.TextArea maxLength={400} autoSize={{ minRows: 2 }} data-testid="tier-others" />
      </Form.Item>
    </>
  );
}

/** Any one of them is enough; none: by hand only. */
function Ways() {
  return (
    <Form.List name="thresholds">
      {(fields, { add, remove }) => (
        <div className={styles.ways}>
          <p>怎么达到（满足任意一条）</p>
          {fields.map(({ key, name }) => (
            <div key={key} className={styles.way} data-testid="tier-way">
              <Form.Item name={[name, 'by']}>
                <Select
                  aria-label="按什么算"
                  options={TIER_MEASURES.map((value) => ({
                    value,
                    label: TIER_MEASURE_WORDS[value],
                  }))}
                />
              </Form.Item>
              <Form.Item noStyle shouldUpdate>
                {({ getFieldValue }) => {
                  const isVisits = getFieldValue(['thresholds', name, 'by']) === 'visits';
                  return (
                    <Form.Item
                      name={[name, 'amount']}
                      rules={isVisits ? wholeRule(1, 10_000) : AMOUNT_RULE}
                    >
                      <Input
                        aria-label="达到多少"
                        suffix={isVisits ? '次' : '元'}
                        inputMode="decimal"
                        maxLength={12}
                        data-testid={`tier-amount-${name}`}
                      />
                    </Form.Item>
                  );
                }}
              </Form.Item>
              <Form.Item name={[name, 'windowMonths']} rules={wholeRule(1, 120, false)}>
                <Input
                  aria-label="最近多少个月"
                  prefix="近"
                  suffix="个月"
                  placeholder="不限"
                  inputMode="numeric"
                  maxLength={3}
                />
              </Form.Item>
              <Button type="text" onClick={() => remove(name)}>
                删除
              </Button>
            </div>
          ))}
          {fields.length === 0 && <p className="note">没有条件的等级只能手动授予。</p>}
          <Button
            size="small"
            onClick={() => add({ by: 'spend', amount: '', windowMonths: '12' })}
            data-testid="tier-way-add"
          >
            再加一条
          </Button>
        </div>
      )}
    </Form.List>
  );
}

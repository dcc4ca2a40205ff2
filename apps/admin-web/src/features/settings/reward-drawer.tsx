import { Form, Input, Segmented, Select } from 'antd';
import { REWARD_STATES, REWARD_STATE_WORDS } from '@yance/shared-types';
import type { Reward } from '../../shared/api/contract';
import { useDesk } from '../../shared/session/desk';
import { useTemplates } from '../../shared/requests/list-templates';
import { SaveDrawer } from '../../shared/ui/save-drawer';
import { useSaveReward } from './api/points';
import { wholeRule } from './number-rules';
import { rewardDraftOf, rewardFieldsOf } from './points-form';
import styles from './settings.module.css';

/** A reward, new or changed: a piece that is picked up, or a coupon. */
export function RewardDrawer({ reward, onClose }: { reward: Reward | null; onClose: () => void }) {
  return (
    <SaveDrawer
      title={reward ? '修改兑换' : '新建兑换'}
      width={520}
      testId="reward"
      initial={rewardFieldsOf(reward)}
      saving={useSaveReward(reward)}
      bodyOf={rewardDraftOf}
      onClose={onClose}
    >
      {() => <Fields />}
    </SaveDrawer>
  );
}

function Fields() {
  const { may } = useDesk();
  return (
    <>
      <Form.Item
        name="name"
        label="名称"
        rules={[{ required: true, whitespace: true, message: '请填写名称' }]}
      >
        <Input maxLength={40} placeholder="例如：护手霜 30 毫升" data-testid="reward-name" />
      </Form.Item>
      <Form.Item name="description" label="说明" extra="顾客在手机上会看到">
        <Input.TextArea maxLength={200} autoSize={{ minRows: 2 }} />
      </Form.Item>
      {may('coupons.read') && <CouponChoice />}
      <div className={styles.pair}>
        <Form.Item name="cost" label="需要积分" rules={wholeRule(1, 10_000_000)}>
          <Input suffix="分" inputMode="numeric" maxLength={8} data-testid="reward-cost" />
        </Form.Item>
        <Form.Item
          name="stock"
          label="总数"
          extra="已兑出的也算在内，不填不限量"
          rules={wholeRule(0, 1_000_000, false)}
        >
          <Input suffix="份" inputMode="numeric" maxLength={7} data-testid="reward-stock" />
        </Form.Item>
      </div>
      <div className={styles.pair}>
        <Form.Item name="cap" label="每人最多" extra="不填不限" rules={wholeRule(1, 1000, false)}>
          <Input suffix="份" inputMode="numeric" maxLength={4} />
        </Form.Item>
        <Form.Item name="sort" label="排列" extra="小的在前" rules={wholeRule(0, 9_999)}>
          <Input inputMode="numeric" maxLength={4} />
        </Form.Item>
      </div>
      <Form.Item name="state" label="状态">
        <Segmented
          options={REWARD_STATES.map((value) => ({ value, label: REWARD_STATE_WORDS[value] }))}
          data-testid="reward-state"
        />
      </Form.Item>
    </>
  );
}

function CouponChoice() {
  const templates = useTemplates();
  return (
    <Form.Item name="couponTemplateId" label="兑换成优惠券" extra="选了就直接发券，不用到店领取">
      <Select
        allowClear
        placeholder="不是优惠券"
        loading={templates.isPending}
        options={(templates.data ?? [])
          .filter(({ state }) => state === 'on')
          .map(({ id, name }) => ({ value: id, label: name }))}
        data-testid="reward-coupon"
      />
    </Form.Item>
  );
}

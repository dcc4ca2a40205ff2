import { Button, Table, type TableProps } from 'antd';
import { useState } from 'react';
import { REWARD_STATE_WORDS, type RewardState } from '@yance/shared-types';
import type { Reward } from '../../shared/api/contract';
import { useDesk } from '../../shared/session/desk';
import { ToneTag, type Tone } from '../../shared/ui/amount';
import { Card } from '../../shared/ui/page';
import { Empty, Loaded } from '../../shared/ui/states';
import { useNarrow } from '../../shared/ui/use-width';
import { usePointsRules, useRewards } from './api/points';
import { PointsRulesCard } from './points-rules-card';
import { RewardDrawer } from './reward-drawer';
import { RewardHistoryDrawer } from './reward-history-drawer';
import styles from './settings.module.css';

const TONES: Readonly<Record<RewardState, Tone>> = {
  draft: 'amber',
  on_offer: 'leaf',
  off_offer: 'quiet',
};

/** What points buy, how they come and what they are worth. */
export default function PointsPage() {
  const { may } = useDesk();
  const rewards = useRewards();
  const rules = usePointsRules();
  const [edited, setEdited] = useState<Reward | 'new' | null>(null);
  const [history, setHistory] = useState<string | null>(null);
  return (
    <>
      <div className={styles.head}>
        <p className="note">已经兑换的按当时的积分，改动只影响以后。</p>
        {may('plans.write') && (
          <Button type="primary" onClick={() => setEdited('new')} data-testid="reward-new">
            新建兑换
          </Button>
        )}
      </div>
      <Card flush>
        <Loaded query={rewards} rows={5}>
          {(items) =>
            items.length === 0 ? (
              <Empty title="还没有可以兑换的" hint="放几样礼品或优惠券，顾客就会记得攒积分。" />
            ) : (
              <Rewards items={items} onEdit={setEdited} onHistory={setHistory} />
            )
          }
        </Loaded>
      </Card>
      <Loaded query={rules} rows={8}>
        {(data) => <PointsRulesCard rules={data} />}
      </Loaded>
      {edited && (
        <RewardDrawer reward={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
      {history && <RewardHistoryDrawer rewardId={history} onClose={() => setHistory(null)} />}
    </>
  );
}

interface RewardsProps {
  items: Reward[];
  onEdit: (reward: Reward) => void;
  onHistory: (id: string) => void;
}

function Rewards({ items, onEdit, onHistory }: RewardsProps) {
  const { may } = useDesk();
  const narrow = useNarrow();
  const acts = (reward: Reward) => (
    <span className={styles.acts}>
      <Button
        size="small"
        type="text"
        onClick={() => onHistory(reward.id)}
        data-testid={`reward-history-${reward.id}`}
      >
        历史
      </Button>
      {may('plans.write') && (
        <Button
          size="small"
          onClick={() => onEdit(reward)}
          data-testid={`reward-edit-${reward.id}`}
        >
          修改
        </Button>
      )}
    </span>
  );
  if (narrow)
    return (
      <ul className={styles.list} data-testid="rewards">
        {items.map((reward) => (
          <li key={reward.id} className={styles.row}>
            <Name reward={reward} />
            <strong className="tabular">{reward.costPoints} 分</strong>
            <State state={reward.state} />
            {acts(reward)}
          </li>
        ))}
      </ul>
    );
  return (
    <Table<Reward>
      rowKey="id"
      columns={[
        ...COLUMNS,
        { title: '', width: 130, align: 'right', render: (_, reward) => acts(reward) },
      ]}
      dataSource={items}
      pagination={false}
      className="tabular"
      data-testid="rewards"
    />
  );
}

const COLUMNS: NonNullable<TableProps<Reward>['columns']> = [
  { title: '兑换', render: (_, reward) => <Name reward={reward} /> },
  { title: '积分', dataIndex: 'costPoints', width: 100, align: 'right' },
  {
    title: '已兑 / 总数',
    width: 130,
    align: 'right',
    render: (_, { taken, stock }) => `${taken} / ${stock ?? '不限'}`,
  },
  {
    title: '每人最多',
    dataIndex: 'perClientCap',
    width: 100,
    align: 'right',
    render: (cap: number | null) => cap ?? '不限',
  },
  {
    title: '状态',
    dataIndex: 'state',
    width: 90,
    render: (state: RewardState) => <State state={state} />,
  },
];

const State = ({ state }: { state: RewardState }) => (
  <ToneTag tone={TONES[state]}>{REWARD_STATE_WORDS[state]}</ToneTag>
);

const Name = ({ reward: { name, description, isCoupon } }: { reward: Reward }) => (
  <span className={styles.what}>
    <strong>{name}</strong>
    <span className="note">
      {isCoupon ? '优惠券' : '到店领取'}
      {description === '' ? '' : ` · ${description}`}
    </span>
  </span>
);

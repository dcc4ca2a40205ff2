import { Button, Table, type TableProps } from 'antd';
import { useState } from 'react';
import { TIER_STATE_WORDS, tierRightWords } from '@yance/shared-types';
import type { Tier } from '../../shared/api/contract';
import { useTiers } from '../../shared/requests/list-tiers';
import { useDesk } from '../../shared/session/desk';
import { ToneTag } from '../../shared/ui/amount';
import { Card } from '../../shared/ui/page';
import { Empty, Loaded } from '../../shared/ui/states';
import { useNarrow } from '../../shared/ui/use-width';
import styles from './settings.module.css';
import { TierDrawer } from './tier-drawer';
import { wayWords } from './tier-form';
import { TierHistoryDrawer } from './tier-history-drawer';
import { TierSettingsCard } from './tier-settings-card';

/** Tiers from the lowest up: how one gets there, what each gives, and what counts. */
export default function TiersPage() {
  const { may } = useDesk();
  const tiers = useTiers();
  const [edited, setEdited] = useState<Tier | 'new' | null>(null);
  const [history, setHistory] = useState<string | null>(null);
  const ranks = tiers.data?.items.map(({ rank }) => rank ?? 0) ?? [];
  return (
    <>
      <div className={styles.head}>
        <p className="note">顾客保留现有等级，下次消费或保级日到了再按新规则核定。</p>
        {may('plans.write') && (
          <Button type="primary" onClick={() => setEdited('new')} data-testid="tier-new">
            新建等级
          </Button>
        )}
      </div>
      <Loaded query={tiers} rows={6}>
        {({ items, settings }) => (
          <>
            <Card flush>
              {items.length === 0 ? (
                <Empty title="还没有会员等级" hint="先建一个等级，写好怎么达到、有什么权益。" />
              ) : (
                <Tiers items={items} onEdit={setEdited} onHistory={setHistory} />
              )}
            </Card>
            <TierSettingsCard settings={settings} />
          </>
        )}
      </Loaded>
      {edited && (
        <TierDrawer
          tier={edited === 'new' ? null : edited}
          nextRank={Math.max(0, ...ranks) + 1}
          onClose={() => setEdited(null)}
        />
      )}
      {history && <TierHistoryDrawer tierId={history} onClose={() => setHistory(null)} />}
    </>
  );
}

interface TiersProps {
  items: Tier[];
  onEdit: (tier: Tier) => void;
  onHistory: (id: string) => void;
}

function Tiers({ items, onEdit, onHistory }: TiersProps) {
  const { may } = useDesk();
  const narrow = useNarrow();
  const acts = (tier: Tier) => (
    <span className={styles.acts}>
      <Button
        size="small"
        type="text"
        onClick={() => onHistory(tier.id)}
        data-testid={`tier-history-${tier.id}`}
      >
        历史
      </Button>
      {may('plans.write') && (
        <Button size="small" onClick={() => onEdit(tier)} data-testid={`tier-edit-${tier.id}`}>
          修改
        </Button>
      )}
    </span>
  );
  if (narrow)
    return (
      <ul className={styles.list} data-testid="tiers">
        {items.map((tier) => (
          <li key={tier.id} className={styles.row}>
            <Name tier={tier} />
            <State tier={tier} />
            <span className="note">{tierRightWords(tier).join('，')}</span>
            {acts(tier)}
          </li>
        ))}
      </ul>
    );
  return (
    <Table<Tier>
      rowKey="id"
      columns={[
        ...COLUMNS,
        { title: '', width: 130, align: 'right', render: (_, tier) => acts(tier) },
      ]}
      dataSource={items}
      pagination={false}
      className="tabular"
      data-testid="tiers"
    />
  );
}

const COLUMNS: NonNullable<TableProps<Tier>['columns']> = [
  { title: '等级', width: 160, render: (_, tier) => <Name tier={tier} /> },
  {
    title: '怎么达到',
    width: 270,
    render: (_, { thresholds }) => (
      <span className={styles.what}>
        {thresholds.length === 0
          ? '只能手动授予'
          : thresholds.map((way) => <span key={wayWords(way)}>{wayWords(way)}</span>)}
      </span>
    ),
  },
  { title: '权益', render: (_, tier) => tierRightWords(tier).join('，') || '无' },
  { title: '状态', width: 90, render: (_, tier) => <State tier={tier} /> },
];

const State = ({ tier: { state } }: { tier: Tier }) => (
  <ToneTag tone={state === 'active' ? 'leaf' : 'quiet'}>{TIER_STATE_WORDS[state]}</ToneTag>
);

const Name = ({ tier }: { tier: Tier }) => (
  <span className={styles.what}>
    <strong>{tier.name}</strong>
    <span className="note">{tier.rank === null ? '不再使用' : `第 ${tier.rank} 级`}</span>
  </span>
);

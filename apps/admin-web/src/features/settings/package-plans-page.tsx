import { Button, Table, type TableProps } from 'antd';
import { useState } from 'react';
import { PACKAGE_KIND_WORDS } from '@yance/shared-types';
import type { PackagePlan } from '../../shared/api/contract';
import { contentWords, validityWords } from '../../shared/format/package-words';
import { usePackagePlans } from '../../shared/requests/list-package-plans';
import { useDesk } from '../../shared/session/desk';
import { Amount } from '../../shared/ui/amount';
import { Card } from '../../shared/ui/page';
import { Empty, Loaded } from '../../shared/ui/states';
import { useNarrow } from '../../shared/ui/use-width';
import { PackagePlanDrawer } from './package-plan-drawer';
import { PackagePlanHistory } from './package-plan-history';
import { PlanActs, PlanStateTag, saleColumns } from './plan-list';
import styles from './settings.module.css';

/** Every package plan: what is in it, how long and where it is good, what it costs and whether it is sold. */
export default function PackagePlansPage() {
  const { may } = useDesk();
  const plans = usePackagePlans();
  const [edited, setEdited] = useState<PackagePlan | 'new' | null>(null);
  const [history, setHistory] = useState<string | null>(null);
  return (
    <>
      <div className={styles.head}>
        <p className="note">改动只影响以后的开卡；已经卖出的卡按当时签的协议。</p>
        {may('plans.write') && (
          <Button type="primary" onClick={() => setEdited('new')} data-testid="package-plan-new">
            新建卡项
          </Button>
        )}
      </div>
      <Card flush>
        <Loaded query={plans} rows={6}>
          {(items) =>
            items.length === 0 ? (
              <Empty title="还没有次卡、疗程卡" hint="先写好卡项协议，再新建卡项上架。" />
            ) : (
              <Plans items={items} onEdit={setEdited} onHistory={setHistory} />
            )
          }
        </Loaded>
      </Card>
      {edited && (
        <PackagePlanDrawer
          plan={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
      {history && <PackagePlanHistory planId={history} onClose={() => setHistory(null)} />}
    </>
  );
}

function Plans({
  items,
  onEdit,
  onHistory,
}: {
  items: PackagePlan[];
  onEdit: (plan: PackagePlan) => void;
  onHistory: (id: string) => void;
}) {
  const narrow = useNarrow();
  const acts = (plan: PackagePlan) => (
    <PlanActs plan={plan} testId="package-plan" onEdit={onEdit} onHistory={onHistory} />
  );
  if (narrow)
    return (
      <ul className={styles.list} data-testid="package-plans">
        {items.map((plan) => (
          <li key={plan.id} className={styles.row}>
            <Name plan={plan} />
            <Amount fen={plan.priceFen} gold strong />
            <PlanStateTag state={plan.state} />
            {acts(plan)}
          </li>
        ))}
      </ul>
    );
  return (
    <Table<PackagePlan>
      rowKey="id"
      columns={[
        ...COLUMNS,
        { title: '', width: 130, align: 'right', render: (_, plan) => acts(plan) },
      ]}
      dataSource={items}
      pagination={false}
      className="tabular"
      data-testid="package-plans"
    />
  );
}

const COLUMNS: NonNullable<TableProps<PackagePlan>['columns']> = [
  { title: '卡项', render: (_, plan) => <Name plan={plan} /> },
  {
    title: '期限',
    width: 90,
    render: (_, plan) => validityWords(plan),
  },
  ...saleColumns<PackagePlan>(),
  {
    title: '优惠前',
    dataIndex: 'listPriceFen',
    width: 120,
    align: 'right',
    render: (fen: number) => <Amount fen={fen} />,
  },
  {
    title: '实付',
    dataIndex: 'priceFen',
    width: 120,
    align: 'right',
    render: (fen: number) => <Amount fen={fen} gold strong />,
  },
];

function Name({ plan }: { plan: PackagePlan }) {
  return (
    <span className={styles.what}>
      <strong>{plan.name}</strong>
      <span className="note">
        {PACKAGE_KIND_WORDS[plan.kind]} · {contentWords(plan)}
      </span>
    </span>
  );
}

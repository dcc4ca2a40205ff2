import { Button, Table, type TableProps } from 'antd';
import { useState } from 'react';
import { SPEND_ORDER_WORDS } from '@yance/shared-types';
import type { Plan } from '../../shared/api/contract';
import { usePlans } from '../../shared/requests/list-plans';
import { useDesk } from '../../shared/session/desk';
import { Amount } from '../../shared/ui/amount';
import { Card } from '../../shared/ui/page';
import { Empty, Loaded } from '../../shared/ui/states';
import { useNarrow } from '../../shared/ui/use-width';
import { PlanDrawer } from './plan-drawer';
import { PlanHistoryDrawer } from './plan-history-drawer';
import { PlanActs, PlanStateTag, saleColumns } from './plan-list';
import styles from './settings.module.css';

/** Every stored-value plan, with what it gives, where it is good and whether it is sold. */
export default function PlansPage() {
  const { may } = useDesk();
  const plans = usePlans();
  const [edited, setEdited] = useState<Plan | 'new' | null>(null);
  const [history, setHistory] = useState<string | null>(null);
  const newPlan = may('plans.write') && (
    <Button type="primary" onClick={() => setEdited('new')} data-testid="plan-new">
      新建方案
    </Button>
  );
  return (
    <>
      <div className={styles.head}>
        <p className="note">改动只影响以后的充值；已经卖出的储值按当时签的协议。</p>
        {newPlan}
      </div>
      <Card flush>
        <Loaded query={plans} rows={6}>
          {(items) =>
            items.length === 0 ? (
              <Empty title="还没有储值方案" hint="先写好储值协议，再新建方案上架。" />
            ) : (
              <Plans items={items} onEdit={setEdited} onHistory={setHistory} />
            )
          }
        </Loaded>
      </Card>
      {edited && (
        <PlanDrawer plan={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
      {history && <PlanHistoryDrawer planId={history} onClose={() => setHistory(null)} />}
    </>
  );
}

function Plans({
  items,
  onEdit,
  onHistory,
}: {
  items: Plan[];
  onEdit: (plan: Plan) => void;
  onHistory: (id: string) => void;
}) {
  const narrow = useNarrow();
  const acts = (plan: Plan) => (
    <PlanActs plan={plan} testId="plan" onEdit={onEdit} onHistory={onHistory} />
  );
  if (narrow)
    return (
      <ul className={styles.list}>
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
    <Table<Plan>
      rowKey="id"
      columns={[
        ...COLUMNS,
        { title: '', width: 130, align: 'right', render: (_, plan) => acts(plan) },
      ]}
      dataSource={items}
      pagination={false}
      className="tabular"
      data-testid="plans"
    />
  );
}

const COLUMNS: NonNullable<TableProps<Plan>['columns']> = [
  { title: '方案', render: (_, plan) => <Name plan={plan} /> },
  ...saleColumns<Plan>(),
  {
    title: '实付',
    dataIndex: 'priceFen',
    width: 110,
    align: 'right',
    render: (fen: number) => <Amount fen={fen} gold strong />,
  },
  {
    title: '赠送',
    dataIndex: 'bonusFen',
    width: 110,
    align: 'right',
    render: (fen: number) => <Amount fen={fen} gold />,
  },
];

function Name({ plan }: { plan: Plan }) {
  return (
    <span className={styles.what}>
      <strong>{plan.name}</strong>
      <span className="note">{SPEND_ORDER_WORDS[plan.spendOrder]}</span>
    </span>
  );
}

import { Button } from 'antd';
import type { TableProps } from 'antd';
import { PLAN_STATE_WORDS, type PlanState } from '@yance/shared-types';
import { useDesk } from '../../shared/session/desk';
import { ToneTag, type Tone } from '../../shared/ui/amount';
import styles from './settings.module.css';

const TONES: Readonly<Record<PlanState, Tone>> = {
  draft: 'amber',
  on_sale: 'leaf',
  off_sale: 'quiet',
};

/** What all plans that are sold have in common. */
interface SoldPlan {
  id: string;
  state: PlanState;
  validEverywhere: boolean;
  stores: readonly { name: string }[];
  onPhone: boolean;
}

/** Whether a plan is on the shelf. */
export function PlanStateTag({ state }: { state: PlanState }) {
  return <ToneTag tone={TONES[state]}>{PLAN_STATE_WORDS[state]}</ToneTag>;
}

/** What it said before, and for those who may: changing it. */
export function PlanActs<P extends SoldPlan>({
  plan,
  testId,
  onEdit,
  onHistory,
}: {
  plan: P;
  testId: string;
  onEdit: (plan: P) => void;
  onHistory: (id: string) => void;
}) {
  const { may } = useDesk();
  return (
    <span className={styles.acts}>
      <Button
        size="small"
        type="text"
        onClick={() => onHistory(plan.id)}
        data-testid={`${testId}-history-${plan.id}`}
      >
        历史
      </Button>
      {may('plans.write') && (
        <Button size="small" onClick={() => onEdit(plan)} data-testid={`${testId}-edit-${plan.id}`}>
          修改
        </Button>
      )}
    </span>
  );
}

/** Where it is good and sold, and whether it is on sale. */
export function saleColumns<P extends SoldPlan>(): NonNullable<TableProps<P>['columns']> {
  return [
    {
      title: '适用',
      width: 180,
      render: (_, { validEverywhere, stores }) => (
        <span className={styles.what}>
          <span>{validEverywhere ? '所有门店' : '只在购买门店'}</span>
          <span className="note">{stores.map(({ name }) => name).join('、')}出售</span>
        </span>
      ),
    },
    {
      title: '手机可买',
      width: 90,
      render: (_, { onPhone }) => (onPhone ? '可以' : '只在前台'),
    },
    { title: '状态', width: 90, render: (_, { state }) => <PlanStateTag state={state} /> },
  ];
}

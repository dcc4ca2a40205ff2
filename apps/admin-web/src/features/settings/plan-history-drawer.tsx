import { Drawer } from 'antd';
import { PLAN_STATE_WORDS, SPEND_ORDER_WORDS } from '@yance/shared-types';
import { momentLabel } from '../../shared/format/time';
import { Amount, ToneTag } from '../../shared/ui/amount';
import { Loaded } from '../../shared/ui/states';
import { useNarrow } from '../../shared/ui/use-width';
import { usePlan } from './api/read-plan';
import styles from './settings.module.css';

/** Every version of a plan: who made it, when, and what it said. */
export function PlanHistoryDrawer({ planId, onClose }: { planId: string; onClose: () => void }) {
  const plan = usePlan(planId);
  const narrow = useNarrow();
  return (
    <Drawer
      open
      onClose={onClose}
      size={narrow ? '100%' : 520}
      title={plan.data ? `${plan.data.plan.name}的历史` : '历史'}
    >
      <Loaded query={plan} rows={6}>
        {({ changes }) => (
          <ol className={styles.versions} data-testid="plan-history">
            {changes.map(({ version, at, byName, plan: said }) => (
              <li key={version}>
                <div className={styles.ticketHead}>
                  <strong className="tabular">第 {version} 版</strong>
                  <ToneTag tone="quiet">{PLAN_STATE_WORDS[said.state]}</ToneTag>
                </div>
                <p className="note tabular">
                  {byName} · {momentLabel(at)}
                </p>
                <p>
                  {said.name}：实付 <Amount fen={said.priceFen} gold />
                  ，赠送 <Amount fen={said.bonusFen} gold />，{SPEND_ORDER_WORDS[said.spendOrder]}，
                  {said.validEverywhere ? '通店' : '本店'}
                </p>
                <p className="note">退款：{said.refundTerms}</p>
              </li>
            ))}
          </ol>
        )}
      </Loaded>
    </Drawer>
  );
}

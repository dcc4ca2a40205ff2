import { Radio } from 'antd';
import { PACKAGE_KIND_WORDS } from '@yance/shared-types';
import type { PackagePlan } from '../../../shared/api/contract';
import { Amount } from '../../../shared/ui/amount';
import styles from '../wallet/wallet.module.css';

/** What is in it, in words. */
export function contentWords({ kind, items, usesPerDay }: PackagePlan): string {
  return items
    .map(({ name, sessions, giftSessions }) => {
      if (kind === 'time')
        return usesPerDay === null ? `${name}不限次` : `${name}每天最多 ${usesPerDay} 次`;
      return giftSessions > 0
        ? `${name} ${sessions} 次，另赠 ${giftSessions} 次`
        : `${name} ${sessions} 次`;
    })
    .join('；');
}

export const validityWords = ({ validDays }: Pick<PackagePlan, 'validDays'>): string =>
  validDays === null ? '不限期' : `${validDays} 天`;

/** A plan to pick, with what is in it and its price. */
export function PlanChoice({ plan, disabled = false }: { plan: PackagePlan; disabled?: boolean }) {
  return (
    <Radio value={plan.id} disabled={disabled} data-testid={`package-plan-${plan.id}`}>
      <span className={styles.plan}>
        <span className={styles.why}>
          <strong>{plan.name}</strong>
          <span className="note">{contentWords(plan)}</span>
          <span className="note">
            {PACKAGE_KIND_WORDS[plan.kind]} · {validityWords(plan)} ·{' '}
            {plan.validEverywhere ? '通店可用' : '只在本店可用'}
          </span>
        </span>
        <span className={styles.split}>
          <Amount fen={plan.priceFen} gold strong />
        </span>
      </span>
    </Radio>
  );
}

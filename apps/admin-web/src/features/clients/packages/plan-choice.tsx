import { Radio } from 'antd';
import { PACKAGE_KIND_WORDS } from '@yance/shared-types';
import type { PackagePlan } from '../../../shared/api/contract';
import { contentWords, validityWords } from '../../../shared/format/package-words';
import { Amount } from '../../../shared/ui/amount';
import styles from '../../../shared/ui/choices.module.css';

/** A plan to pick, with what is in it and its price. */
export function PlanChoice({ plan, disabled = false }: { plan: PackagePlan; disabled?: boolean }) {
  return (
    <Radio value={plan.id} disabled={disabled} data-testid={`package-plan-${plan.id}`}>
      <span className={styles.choice}>
        <span className={styles.words}>
          <strong>{plan.name}</strong>
          <span className="note">{contentWords(plan)}</span>
          <span className="note">
            {PACKAGE_KIND_WORDS[plan.kind]} · {validityWords(plan)} ·{' '}
            {plan.validEverywhere ? '通店可用' : '只在本店可用'}
          </span>
        </span>
        <Amount fen={plan.priceFen} gold strong />
      </span>
    </Radio>
  );
}

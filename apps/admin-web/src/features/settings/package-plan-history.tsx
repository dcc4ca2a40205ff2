import { PLAN_STATE_WORDS } from '@yance/shared-types';
import { moneyLabel } from '../../shared/format/money';
import { usePackagePlan } from './api/read-package-plan';
import { VersionDrawer } from './version-list';

/** Every version of a package plan. */
export function PackagePlanHistory({ planId, onClose }: { planId: string; onClose: () => void }) {
  const plan = usePackagePlan(planId);
  return (
    <VersionDrawer
      query={plan}
      titleOf={(data) => data.plan.name}
      versionsOf={({ changes }) =>
        changes.map((said) => ({
          ...{ version: said.version, at: said.at, byName: said.byName },
          stateWord: PLAN_STATE_WORDS[said.state],
          said: `${said.name}：${moneyLabel(said.priceFen)}，${said.content}`,
        }))
      }
      onClose={onClose}
      testId="package-plan-history"
    />
  );
}

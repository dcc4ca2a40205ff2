import { TIER_STATE_WORDS, discountWords } from '@yance/shared-types';
import { useTier } from './api/read-tier';
import { VersionDrawer } from './version-list';

const rate = (permille: number): string => (permille === 1000 ? '不打折' : discountWords(permille));

/** Every version of a tier. */
export function TierHistoryDrawer({ tierId, onClose }: { tierId: string; onClose: () => void }) {
  const tier = useTier(tierId);
  return (
    <VersionDrawer
      query={tier}
      titleOf={(data) => data.tier.name}
      versionsOf={({ changes }) =>
        changes.map((said) => ({
          ...{ version: said.version, at: said.at, byName: said.byName },
          stateWord: TIER_STATE_WORDS[said.state],
          said: `${said.name}：第 ${said.rank ?? '-'} 级，项目${rate(said.serviceDiscountPermille)}，产品${rate(said.productDiscountPermille)}`,
        }))
      }
      onClose={onClose}
      testId="tier-history"
    />
  );
}

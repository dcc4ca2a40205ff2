import { REWARD_STATE_WORDS } from '@yance/shared-types';
import { useReward } from './api/points';
import { VersionDrawer } from './version-list';

/** Every version of a reward. */
export function RewardHistoryDrawer({
  rewardId,
  onClose,
}: {
  rewardId: string;
  onClose: () => void;
}) {
  const reward = useReward(rewardId);
  return (
    <VersionDrawer
      query={reward}
      titleOf={(data) => data.reward.name}
      versionsOf={({ changes }) =>
        changes.map(({ version, at, byName, state, name, costPoints, stock, perClientCap }) => ({
          ...{ version, at, byName, stateWord: REWARD_STATE_WORDS[state] },
          said: `${name}：${costPoints} 分，${stock === null ? '不限量' : `共 ${stock} 份`}${perClientCap === null ? '' : `，每人 ${perClientCap} 份`}`,
        }))
      }
      onClose={onClose}
      testId="reward-history"
    />
  );
}

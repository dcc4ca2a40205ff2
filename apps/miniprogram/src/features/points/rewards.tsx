import { View } from '@tarojs/components';
import { useState } from 'react';
import { usePoints, useRewards } from '@/api/points';
import type { RewardView } from '@/api/types';
import { Button } from '@/components/button';
import { EmptyState, Loaded, Skeleton } from '@/components/states';
import { whyNot } from './points-words';
import { RedeemSheet } from './redeem-sheet';
import './points.scss';

/** What points buy. */
export function Rewards() {
  const rewards = useRewards();
  const points = usePoints();
  const [wish, setWish] = useState<RewardView>();
  const has = points.data?.points;
  // As it is now: after a refusal the list is read again, and a new price is the one that is asked for.
  const latest = rewards.data?.find(({ id }) => id === wish?.id) ?? wish;
  const skeleton = (
    <View className="stack">
      <Skeleton />
      <Skeleton />
    </View>
  );
  return (
    <>
      <Loaded remote={rewards} skeleton={skeleton}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState title="暂时没有可以兑换的">上新之后会放在这里，积分先替您留着。</EmptyState>
          ) : (
            <View className="stack">
              {has !== undefined && (
                <View className="note figures points-head t-has">可用 {has} 积分</View>
              )}
              {items.map((reward) => (
                <RewardCard
                  key={reward.id}
                  reward={reward}
                  has={has}
                  onWish={() => setWish(reward)}
                />
              ))}
            </View>
          )
        }
      </Loaded>
      {wish && latest && <RedeemSheet reward={latest} onClose={() => setWish(undefined)} />}
    </>
  );
}

interface CardProps {
  reward: RewardView;
  has: number | undefined;
  onWish(): void;
}

function RewardCard({ reward, has, onWish }: CardProps) {
  const { id, name, description, costPoints, left, perClientCap, isCoupon } = reward;
  const reason = has === undefined ? undefined : whyNot(reward, has);
  const limits = [
    isCoupon ? '优惠券' : '到店领取',
    ...(left !== null && left > 0 ? [`还剩 ${left} 份`] : []),
    ...(perClientCap === null ? [] : [`每人 ${perClientCap} 份`]),
  ];
  return (
    <View className="card t-reward" id={`reward-${id}`}>
      <View className="row reward">
        <View className="grow">
          <View className="reward__name">{name}</View>
          {description !== '' && <View className="note">{description}</View>}
          <View className="note figures">{limits.join('，')}</View>
        </View>
        <View className="reward__side">
          <View className="figures reward__cost">{costPoints} 分</View>
          <Button
            id={`redeem-${id}`}
            className="reward__act"
            kind={reason === undefined ? 'primary' : 'plain'}
            disabled={reason !== undefined || has === undefined}
            onTap={onWish}
          >
            {reason ?? '兑换'}
          </Button>
        </View>
      </View>
    </View>
  );
}

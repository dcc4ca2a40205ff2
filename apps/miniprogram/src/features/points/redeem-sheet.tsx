import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useRedeemReward, type RedeemBody } from '@/api/points';
import { useStores } from '@/api/stores';
import type { RedemptionView, RewardView, StoreView } from '@/api/types';
import { Button } from '@/components/button';
import { Sheet } from '@/components/sheet';
import { Tap } from '@/components/tap';
import { Unsettled } from '@/features/booking/unsettled';
import { sentenceOf } from '@/lib/failure';
import { routes } from '@/routes';
import { PickUp } from './pick-up';

interface SheetProps {
  reward: RewardView;
  onClose(): void;
}

/** Asks where a piece is picked up, takes the points, and says what to do next. */
export function RedeemSheet({ reward, onClose }: SheetProps) {
  const { id, name, isCoupon, costPoints } = reward;
  const stores = useStores();
  const [chosen, setChosen] = useState<string>();
  const [made, setMade] = useState<RedemptionView>();
  const [failure, setFailure] = useState<unknown>();
  const { submit, retry, abandon, state } = useRedeemReward(id);
  const storeId = chosen ?? (stores.data?.length === 1 ? stores.data[0]?.id : undefined);
  const settle = async (answer: Promise<RedemptionView> | undefined) => {
    setFailure(undefined);
    try {
      const redemption = await answer;
      if (redemption) setMade(redemption);
    } catch (error) {
      setFailure(error);
    }
  };
  if (made) return <MadeSheet made={made} onClose={onClose} />;
  const busy = state.phase === 'sending';
  const place = isCoupon || !storeId ? {} : { storeId };
  const body: RedeemBody = { rewardId: id, costPoints, ...place };
  return (
    <Sheet id="redeem-sheet" title={`兑换${name}`} onClose={onClose}>
      <View className="stack">
        {state.phase === 'unknown' ? (
          <Unsettled
            what="兑换"
            where="我的兑换"
            busy={busy}
            onRetry={() => void settle(retry())}
            onAbandon={abandon}
          />
        ) : (
          <>
            <Terms reward={reward} />
            {!isCoupon && (
              <Where stores={stores.data ?? []} storeId={storeId} onChoose={setChosen} />
            )}
            {failure !== undefined && (
              <View className="alert" role="alert">
                {sentenceOf(failure)}
              </View>
            )}
            <Button
              id="redeem-confirm"
              busy={busy}
              disabled={!isCoupon && storeId === undefined}
              onTap={() => void settle(submit(body))}
            >
              用 {costPoints} 积分兑换
            </Button>
          </>
        )}
      </View>
    </Sheet>
  );
}

const Terms = ({ reward: { description, isCoupon } }: { reward: RewardView }) => (
  <View className="note">
    {description !== '' && <View>{description}</View>}
    <View>
      {isCoupon ? '兑换后直接放进我的优惠券。' : '兑换后凭领取码到店领取。'}积分会立即扣除。
    </View>
  </View>
);

interface WhereProps {
  stores: readonly StoreView[];
  storeId: string | undefined;
  onChoose(id: string): void;
}

function Where({ stores, storeId, onChoose }: WhereProps) {
  return (
    <View>
      <View className="redeem-where">到哪家店领取</View>
      {stores.map(({ id, name, address }) => (
        <Tap
          key={id}
          id={`redeem-store-${id}`}
          className="redeem-store t-redeem-store"
          selected={id === storeId}
          onTap={() => onChoose(id)}
        >
          <View className="redeem-store__name">{name}</View>
          <View className="note">{address}</View>
        </Tap>
      ))}
    </View>
  );
}

function MadeSheet({ made, onClose }: { made: RedemptionView; onClose(): void }) {
  const leave = (url: string) => () => {
    onClose();
    void Taro.navigateTo({ url });
  };
  return (
    <Sheet id="redeemed-sheet" title="兑换成功" onClose={onClose}>
      <View className="stack">
        {made.couponId === null ? (
          <PickUp redemption={made} />
        ) : (
          <>
            <View>{made.name}已经放进我的优惠券。</View>
            <Button id="redeemed-coupon" onTap={leave(routes.coupon(made.couponId))}>
              看看这张券
            </Button>
          </>
        )}
        <Button id="redeemed-close" kind="quiet" onTap={onClose}>
          好的
        </Button>
      </View>
    </Sheet>
  );
}

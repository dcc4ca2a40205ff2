import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { REDEMPTION_STATE_WORDS } from '@yance/shared-types';
import type { RedemptionView } from '@/api/types';
import { Tap } from '@/components/tap';
import { dateOf, monthDay } from '@/lib/time';
import { useToday } from '@/lib/use-today';
import { routes } from '@/routes';
import { PickUp } from './pick-up';

/** What was redeemed: what waits with its code first, then the rest. */
export function Redemptions({ redemptions }: { redemptions: readonly RedemptionView[] }) {
  if (redemptions.length === 0) return null;
  const waiting = redemptions.filter(({ state }) => state === 'waiting');
  const others = redemptions.filter(({ state }) => state !== 'waiting');
  return (
    <>
      <View className="section points-head">我的兑换</View>
      {waiting.map((one) => (
        <View key={one.id} className="card" id={`redemption-${one.id}`}>
          <PickUp redemption={one} />
        </View>
      ))}
      {others.length > 0 && (
        <View className="card rows">
          {others.map((one) => (
            <Done key={one.id} redemption={one} />
          ))}
        </View>
      )}
    </>
  );
}

function Done({ redemption }: { redemption: RedemptionView }) {
  const today = useToday();
  const { id, name, points, state, at, couponId, closeNote } = redemption;
  const isCoupon = couponId !== null;
  const word = isCoupon ? '已放入优惠券' : REDEMPTION_STATE_WORDS[state];
  const body = (
    <>
      <View className="grow">
        <View>{name}</View>
        <View className="note figures">
          {monthDay(dateOf(at), today)} {points} 分{closeNote ? `，${closeNote}` : ''}
        </View>
      </View>
      <View className="note">{word}</View>
    </>
  );
  if (couponId === null) return <View className="row redemption">{body}</View>;
  return (
    <Tap
      id={`redemption-${id}`}
      className="row redemption"
      label={`${name}，${word}`}
      onTap={() => void Taro.navigateTo({ url: routes.coupon(couponId) })}
    >
      {body}
      <View className="chevron" />
    </Tap>
  );
}

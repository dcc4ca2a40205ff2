import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { useBirthdayGift } from '@/api/marketing';
import { Tap } from '@/components/tap';
import { monthDay } from '@/lib/time';
import { useToday } from '@/lib/use-today';
import { routes } from '@/routes';
import './birthday-gift.scss';

/** What the salon gave her for her birthday, while she can use it; nothing before and after. */
export function BirthdayGift() {
  const { data: gift } = useBirthdayGift();
  const today = useToday();
  if (!gift) return null;
  const until = `有效期至${monthDay(gift.validUntil, today)}`;
  return (
    <Tap
      id="home-birthday-gift"
      className="card birthday-gift"
      label={`生日礼，${gift.couponWords}，${until}`}
      onTap={() => void Taro.navigateTo({ url: routes.coupons })}
    >
      <View className="birthday-gift__head">
        <View className="birthday-gift__mark">生日礼</View>
        <View className="note figures">{until}</View>
      </View>
      <View className="title birthday-gift__words">{gift.words}</View>
      <View className="birthday-gift__coupon">
        <View className="ellipsis">
          {gift.name} · {gift.couponWords}
        </View>
        <View className="chevron" />
      </View>
    </Tap>
  );
}

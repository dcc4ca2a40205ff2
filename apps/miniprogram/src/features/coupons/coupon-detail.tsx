import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { COUPON_SOURCE_WORDS, COUPON_STATE_WORDS } from '@yance/shared-types';
import { useCoupon } from '@/api/coupons';
import { useStores } from '@/api/stores';
import type { CouponView } from '@/api/types';
import { Button } from '@/components/button';
import { Fact } from '@/components/line-row';
import { Loaded, Skeleton } from '@/components/states';
import { StoreCard } from '@/features/home/store-card';
import { goBook } from '@/features/visits/rebook';
import { monthDay } from '@/lib/time';
import { useToday } from '@/lib/use-today';
import { routes } from '@/routes';
import { endWords, isEndingSoon, untilWords } from './coupon-words';
import { Ticket } from './ticket';
import './coupons.scss';

const toOwn = {
  label: '回到我的优惠券',
  onTap: () => void Taro.redirectTo({ url: routes.coupons }),
};

/** One coupon: what it gives, until when, how and where it is used. */
export function CouponDetail({ id }: { id: string }) {
  const coupon = useCoupon(id);
  return (
    <Loaded remote={coupon} skeleton={<Skeleton lines={4} />} wayOut={toOwn}>
      {(shown) => <Shown coupon={shown} />}
    </Loaded>
  );
}

function Shown({ coupon }: { coupon: CouponView }) {
  const today = useToday();
  const isOver =
    coupon.state !== 'held' && (coupon.state !== 'issued' || coupon.validUntil < today);
  return (
    <View className="stack">
      <View className="card ticket-card" id="coupon-face">
        <Ticket
          value={coupon.faceValue}
          unit={coupon.faceUnit}
          words={coupon.words}
          name={coupon.name}
          note={isOver ? endWords(coupon, today) : untilWords(coupon, today)}
          isSoon={!isOver && isEndingSoon(coupon, today)}
          isOver={isOver}
        />
      </View>
      {!isOver && (
        <Button id="coupon-book" onTap={goBook}>
          去预约
        </Button>
      )}
      <HowTo coupon={coupon} isOver={isOver} />
      <Facts coupon={coupon} today={today} isOver={isOver} />
      <Where coupon={coupon} />
    </View>
  );
}

function HowTo({ coupon, isOver }: { coupon: CouponView; isOver: boolean }) {
  return (
    <View className="card">
      <View className="section">怎么用</View>
      <View className="coupon-limits">
        {!isOver && <View className="coupon-limit">到店结账时告诉前台，或出示这张券的编号</View>}
        {coupon.limits.map((limit) => (
          <View key={limit} className="coupon-limit">
            {limit}
          </View>
        ))}
        {coupon.note !== '' && <View className="coupon-limit">{coupon.note}</View>}
      </View>
    </View>
  );
}

function Facts({ coupon, today, isOver }: { coupon: CouponView; today: string; isOver: boolean }) {
  const { validFrom, validUntil, state } = coupon;
  const isExpired = isOver && state === 'issued';
  return (
    <View className="card">
      <Fact name="编号">
        <View className="figures t-coupon-no">{coupon.no}</View>
      </Fact>
      <Fact name="状态">{COUPON_STATE_WORDS[isExpired ? 'expired' : state]}</Fact>
      <Fact name="有效期">
        <View className="figures">
          {monthDay(validFrom, today)} 至 {monthDay(validUntil, today)}
        </View>
      </Fact>
      <Fact name="来源">{COUPON_SOURCE_WORDS[coupon.source]}</Fact>
    </View>
  );
}

/** Stores in which it is good, with the way there. */
function Where({ coupon }: { coupon: CouponView }) {
  const stores = useStores();
  const good = stores.data?.filter(({ id }) => coupon.stores.some((store) => store.id === id));
  if (!good || good.length === 0) return null;
  return (
    <>
      <View className="section coupon-where">在哪里用</View>
      {good.map((store) => (
        <StoreCard key={store.id} store={store} />
      ))}
    </>
  );
}

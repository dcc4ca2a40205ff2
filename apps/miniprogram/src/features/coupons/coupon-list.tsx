import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useCoupons } from '@/api/coupons';
import type { CouponShelf, CouponView } from '@/api/types';
import { LinkRow } from '@/components/line-row';
import { EmptyState, Loaded, Skeleton } from '@/components/states';
import { Tap } from '@/components/tap';
import { NoticeAsk } from '@/features/notices/notice-ask';
import { useToday } from '@/lib/use-today';
import { routes } from '@/routes';
import { endWords, isEndingSoon, untilWords } from './coupon-words';
import { Ticket } from './ticket';
import './coupons.scss';

const SHELVES: readonly { shelf: CouponShelf; name: string; empty: string }[] = [
  { shelf: 'usable', name: '可用', empty: '还没有可用的优惠券' },
  { shelf: 'used', name: '已用', empty: '还没有用过优惠券' },
  { shelf: 'expired', name: '已过期', empty: '没有过期的优惠券' },
];

const goOffers = () => void Taro.navigateTo({ url: routes.couponOffers });

/** A client's coupons on three shelves. */
export function CouponList() {
  const [shelf, setShelf] = useState<CouponShelf>('usable');
  const coupons = useCoupons(shelf);
  const counts = coupons.data?.counts;
  const here = SHELVES.find((one) => one.shelf === shelf);
  return (
    <View className="stack">
      <View className="segments" role="tablist">
        {SHELVES.map((one) => (
          <Tap
            key={one.shelf}
            id={`coupons-${one.shelf}`}
            className="segment figures"
            selected={one.shelf === shelf}
            onTap={() => setShelf(one.shelf)}
          >
            {one.name}
            {counts && counts[one.shelf] > 0 ? ` ${counts[one.shelf]}` : ''}
          </Tap>
        ))}
      </View>
      <View className="card rows">
        <LinkRow id="coupons-offers" title="领券中心" value="去看看" onTap={goOffers} />
      </View>
      <Loaded remote={coupons} skeleton={<Waiting />}>
        {({ items }) =>
          items.length === 0 ? (
            <Nothing title={here?.empty ?? ''} isUsable={shelf === 'usable'} />
          ) : (
            <>
              {items.map((coupon) => (
                <CouponCard key={coupon.id} coupon={coupon} isOver={shelf !== 'usable'} />
              ))}
              {shelf === 'usable' && <EndNotice />}
            </>
          )
        }
      </Loaded>
    </View>
  );
}

/** While she looks at what she could lose by forgetting it. */
function EndNotice() {
  return (
    <NoticeAsk
      occasion="coupon"
      label="有新券时通知我"
      kind="plain"
      allowed="好的，下次送您券时，会用服务通知告诉您一次。"
      declined="好的，不发通知；券都在这里，随时能看。"
    />
  );
}

const Waiting = () => (
  <View className="stack">
    <Skeleton />
    <Skeleton />
  </View>
);

function Nothing({ title, isUsable }: { title: string; isUsable: boolean }) {
  return (
    <EmptyState
      title={title}
      {...(isUsable ? { action: { label: '去领券中心', onTap: goOffers } } : {})}
    >
      领到或门店送的优惠券，都会放在这里。
    </EmptyState>
  );
}

function CouponCard({ coupon, isOver }: { coupon: CouponView; isOver: boolean }) {
  const today = useToday();
  const note = isOver ? endWords(coupon, today) : untilWords(coupon, today);
  return (
    <Tap
      id={`coupon-${coupon.id}`}
      className="card ticket-card t-coupon"
      label={`${coupon.words}，${coupon.name}，${note}`}
      onTap={() => void Taro.navigateTo({ url: routes.coupon(coupon.id) })}
    >
      <Ticket
        value={coupon.faceValue}
        unit={coupon.faceUnit}
        words={coupon.words}
        name={coupon.name}
        note={coupon.state === 'held' ? '正在结账' : note}
        isSoon={!isOver && isEndingSoon(coupon, today)}
        isOver={isOver}
      />
    </Tap>
  );
}

import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useClaimCoupon, useCouponOffers } from '@/api/coupons';
import type { CouponOffer } from '@/api/types';
import { Button } from '@/components/button';
import { EmptyState, Loaded, Skeleton } from '@/components/states';
import { sentenceOf } from '@/lib/failure';
import { ShareButton } from '@/platform';
import { routes } from '@/routes';
import { storeWords } from './coupon-words';
import { Ticket } from './ticket';
import './coupons.scss';

const goOwn = () => void Taro.navigateTo({ url: routes.coupons });

/** Coupons that may be taken. */
export function CouponOffers() {
  const offers = useCouponOffers();
  const skeleton = (
    <View className="stack">
      <Skeleton lines={4} />
      <Skeleton lines={4} />
    </View>
  );
  return (
    <Loaded remote={offers} skeleton={skeleton}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState
            title="现在没有可以领的优惠券"
            action={{ label: '看看我的优惠券', onTap: goOwn }}
          >
            有新的优惠时，会放在这里。
          </EmptyState>
        ) : (
          <View className="stack">
            {items.map((offer) => (
              <OfferCard key={offer.templateId} offer={offer} />
            ))}
            <ShareButton>分享给朋友</ShareButton>
            <Button id="offers-own" kind="plain" onTap={goOwn}>
              我的优惠券
            </Button>
          </View>
        )
      }
    </Loaded>
  );
}

function OfferCard({ offer }: { offer: CouponOffer }) {
  const { left } = offer;
  return (
    <View className="card ticket-card" id={`offer-${offer.templateId}`}>
      <Ticket
        value={offer.faceValue}
        unit={offer.faceUnit}
        words={offer.words}
        name={offer.name}
        note={offer.validityWords}
        isOver={left === 0 && offer.mayTake !== 0}
      >
        <Claim offer={offer} />
      </Ticket>
      <View className="offer__limits">
        <View className="note">{offer.limits.slice(0, 2).join('；')}</View>
        <View className="note">{storeWords(offer.stores)}可用</View>
        {left !== null && left > 0 && <View className="note figures">还剩 {left} 张</View>}
      </View>
    </View>
  );
}

function Claim({ offer }: { offer: CouponOffer }) {
  const { templateId, left, mayTake, taken } = offer;
  const { submit, retry, state } = useClaimCoupon(templateId);
  const [failure, setFailure] = useState<unknown>();
  const claim = async () => {
    setFailure(undefined);
    try {
      await (state.phase === 'unknown' ? retry() : submit({}));
      void Taro.showToast({ title: '已放入我的优惠券', icon: 'none' });
    } catch (error) {
      setFailure(error);
    }
  };
  if (mayTake === 0)
    return (
      <Button id={`claimed-${templateId}`} kind="plain" className="offer__act" onTap={goOwn}>
        已领取，去看看
      </Button>
    );
  if (left === 0) return <View className="note offer__gone">已经领完了</View>;
  const again = taken ? '再领一张' : '领取';
  return (
    <>
      <Button
        id={`claim-${templateId}`}
        className="offer__act"
        busy={state.phase === 'sending'}
        onTap={() => void claim()}
      >
        {state.phase === 'unknown' ? '再试一次' : again}
      </Button>
      {failure !== undefined && (
        <View className="note offer__failure" role="alert">
          {sentenceOf(failure)}
        </View>
      )}
    </>
  );
}

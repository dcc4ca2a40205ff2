import { useBookingStanding } from '../requests/booking-standing';
import { Notice } from './amount';

/** Said to who books for her: how often she lately did not come. Nothing where there is nothing to say. */
export function BookingStanding({ clientId, storeId }: { clientId: string; storeId: string }) {
  const { data } = useBookingStanding(clientId, storeId);
  if (!data || data.noShows + data.lateCancels === 0) return null;
  const facts = [
    ...(data.noShows > 0 ? [`${data.noShows} 次未到店`] : []),
    ...(data.lateCancels > 0 ? [`${data.lateCancels} 次临时取消`] : []),
  ];
  return (
    <Notice testId="booking-standing">
      近 {data.historyMonths} 个月{facts.join('、')}。
      {data.byPhoneOnly && '小程序已请她打电话预约，约之前请和她说好。'}
    </Notice>
  );
}

import { View } from '@tarojs/components';
import { stopPullDownRefresh, useDidShow, usePullDownRefresh } from '@tarojs/taro';
import { useAppointments } from '@/api/appointments';
import { useBirthdayGift } from '@/api/marketing';
import { useWaitingUses } from '@/api/packages';
import { useStores } from '@/api/stores';
import { Home } from '@/features/home/home';
import { useVisiblePolling } from '@/lib/use-visible-polling';
import { useCallback } from 'react';

export default function HomePage() {
  const upcoming = useAppointments('upcoming');
  const stores = useStores();
  const waiting = useWaitingUses();
  const gift = useBirthdayGift();
  const reloadGift = gift.reload;
  // Used at the till meanwhile, it is gone when she comes back.
  useDidShow(() => void reloadGift());
  const [reloadVisits, reloadUses] = [upcoming.reload, waiting.reload];
  // A visit that ends while she looks has used her session: she sees it, and can say at once that it is wrong.
  const look = useCallback(async () => {
    await Promise.all([reloadVisits(), reloadUses()]);
  }, [reloadVisits, reloadUses]);
  useVisiblePolling(look);
  usePullDownRefresh(() => {
    void Promise.all([look(), stores.reload(), reloadGift()]).finally(() => stopPullDownRefresh());
  });
  return (
    <View className="page" id="page-home">
      <Home />
    </View>
  );
}

import { View } from '@tarojs/components';
import { stopPullDownRefresh, usePullDownRefresh } from '@tarojs/taro';
import { useAppointments } from '@/api/appointments';
import { useStores } from '@/api/stores';
import { Home } from '@/features/home/home';
import { useVisiblePolling } from '@/lib/use-visible-polling';

export default function HomePage() {
  const upcoming = useAppointments('upcoming');
  const stores = useStores();
  useVisiblePolling(upcoming.reload);
  usePullDownRefresh(() => {
    void Promise.all([upcoming.reload(), stores.reload()]).finally(() => stopPullDownRefresh());
  });
  return (
    <View className="page" id="page-home">
      <Home />
    </View>
  );
}

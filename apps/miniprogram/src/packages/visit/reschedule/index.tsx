import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useAppointment } from '@/api/appointments';
import { useStores } from '@/api/stores';
import { Loaded, Skeleton } from '@/components/states';
import { toOwnVisits } from '@/features/visits/rebook';
import { Reschedule } from '@/features/visits/reschedule';
import { useToday } from '@/lib/use-today';

export default function ReschedulePage() {
  const { id = '' } = useRouter().params;
  const visit = useAppointment(id);
  const stores = useStores();
  const today = useToday();
  return (
    <View className="page book" id="page-reschedule">
      <Loaded remote={stores} skeleton={<Skeleton />}>
        {(all) => (
          <Loaded remote={visit} skeleton={<Skeleton lines={5} />} wayOut={toOwnVisits}>
            {(shown) => {
              const store = all.find((one) => one.id === shown.storeId);
              return store ? (
                <Reschedule visit={shown} store={store} today={today} />
              ) : (
                <View className="card note">这家门店暂停预约，请致电门店改期。</View>
              );
            }}
          </Loaded>
        )}
      </Loaded>
    </View>
  );
}

import { View } from '@tarojs/components';
import { stopPullDownRefresh, usePullDownRefresh, useRouter } from '@tarojs/taro';
import { useAppointment } from '@/api/appointments';
import { Loaded, Skeleton } from '@/components/states';
import { toOwnVisits } from '@/features/visits/rebook';
import { VisitDetail } from '@/features/visits/visit-detail';
import { useToday } from '@/lib/use-today';
import { useVisiblePolling } from '@/lib/use-visible-polling';

export default function VisitPage() {
  const { id = '' } = useRouter().params;
  const visit = useAppointment(id);
  const today = useToday();
  useVisiblePolling(visit.reload);
  usePullDownRefresh(() => void visit.reload().finally(() => stopPullDownRefresh()));
  const skeleton = (
    <View className="page stack">
      <Skeleton />
      <Skeleton lines={4} />
    </View>
  );
  return (
    <View id="page-visit">
      <Loaded remote={visit} skeleton={skeleton} wayOut={toOwnVisits}>
        {(shown) => <VisitDetail visit={shown} today={today} />}
      </Loaded>
    </View>
  );
}

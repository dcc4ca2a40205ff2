import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { useAppointment } from '@/api/appointments';
import type { AppointmentView } from '@/api/types';
import { Button } from '@/components/button';
import { Loaded, Skeleton } from '@/components/states';
import { useVisiblePolling } from '@/lib/use-visible-polling';
import { routes } from '@/routes';
import { NoticeAsk } from '@/features/notices/notice-ask';
import { VisitCard } from '@/features/visits/visit-card';
import { justBooked } from './booking-store';

/** What a client sees right after booking; the place to ask for the notices, because it is a tap. */
export function BookedPanel({ id, today }: { id: string; today: string }) {
  const visit = useAppointment(id);
  useVisiblePolling(visit.reload);
  return (
    <View className="page booked t-booked" id="booked">
      <Loaded remote={visit} skeleton={<Skeleton lines={5} />}>
        {(booked) => (
          <>
            <Headline visit={booked} />
            <VisitCard visit={booked} today={today} />
          </>
        )}
      </Loaded>
      <View className="stack booked__actions">
        <NoticeAsk
          occasion="booking"
          visitId={id}
          label="有变化时通知我"
          allowed="有变化时会用服务通知告诉您。"
          declined="好的，不发通知；随时可在「我的预约」查看进度。"
        />
        <Button
          id="booked-open"
          kind="plain"
          onTap={() => {
            justBooked.set(undefined);
            void Taro.navigateTo({ url: routes.visit(id) });
          }}
        >
          查看预约
        </Button>
        <Button id="booked-again" kind="quiet" onTap={() => justBooked.set(undefined)}>
          继续预约
        </Button>
      </View>
    </View>
  );
}

function Headline({ visit }: { visit: AppointmentView }) {
  const waits = visit.state === 'held' || visit.state === 'requested';
  return (
    <View className="booked__head">
      <View className="booked__mark" />
      <View className="title">{waits ? '预约已提交' : '预约好了'}</View>
      <View className="note">
        {waits ? '门店确认后，这里会变成「已确认」。' : '按时到店即可，期待您的光临。'}
      </View>
    </View>
  );
}

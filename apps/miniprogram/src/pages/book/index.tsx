import { View } from '@tarojs/components';
import { stopPullDownRefresh, usePullDownRefresh } from '@tarojs/taro';
import { Loaded, Skeleton } from '@/components/states';
import { BookedPanel } from '@/features/booking/booked-panel';
import { useJustBooked } from '@/features/booking/booking-store';
import { BookingBar } from '@/features/booking/booking-bar';
import { ConfirmStep } from '@/features/booking/confirm-step';
import { ServicesStep } from '@/features/booking/services-step';
import { StaffStep } from '@/features/booking/staff-step';
import { StorePicker } from '@/features/booking/store-picker';
import { TimeStep } from '@/features/booking/time-step';
import { Unsettled } from '@/features/booking/unsettled';
import { useBooking, type Booking } from '@/features/booking/use-booking';
import { useSubmit } from '@/features/booking/use-submit';
import { PhoneSheet } from '@/features/sign-in/phone-sheet';

export default function BookPage() {
  const booking = useBooking();
  const booked = useJustBooked();
  const { stores, services, staff, availability } = booking;
  usePullDownRefresh(() => {
    const asked = [stores.reload(), services.reload(), staff.reload(), availability.reload()];
    void Promise.all(asked).finally(() => stopPullDownRefresh());
  });
  if (booked !== undefined) return <BookedPanel id={booked} today={booking.today} />;
  return (
    <View className="page book" id="page-book">
      <Loaded remote={stores} skeleton={<Skeleton lines={6} />}>
        {() => <BookingScroll booking={booking} />}
      </Loaded>
    </View>
  );
}

/** The four steps on one scroll, and the button that stays below them. */
function BookingScroll({ booking }: { booking: Booking }) {
  const submit = useSubmit(booking);
  const { stores, store } = booking;
  if (!store) return <View className="card note">现在没有可以预约的门店，请稍后再来。</View>;
  if (submit.write.state.phase === 'unknown') {
    return (
      <Unsettled what="预约" busy={false} onRetry={submit.retry} onAbandon={submit.write.abandon} />
    );
  }
  return (
    <>
      <StorePicker stores={stores.data ?? []} store={store} />
      <ServicesStep booking={booking} />
      <StaffStep booking={booking} />
      <TimeStep booking={booking} />
      <ConfirmStep booking={booking} submit={submit} />
      <BookingBar booking={booking} submit={submit} />
      {submit.phoneAsk !== 'no' && (
        <PhoneSheet
          onBound={submit.phoneSettled}
          onSkip={submit.phoneAsk === 'ask' ? submit.phoneSettled : undefined}
          onClose={submit.phoneClosed}
        />
      )}
    </>
  );
}

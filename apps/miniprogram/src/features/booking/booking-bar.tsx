import { View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Money } from '@/components/money';
import { durationWords } from '@/lib/time';
import type { Booking } from './use-booking';
import type { Submit } from './use-submit';

/** Stays at the bottom: what it comes to, and the one button. */
export function BookingBar({ booking, submit }: { booking: Booking; submit: Submit }) {
  const { chosen, start, totals, covered } = booking;
  const next = chosen.length === 0 ? '请选项目' : start ? '确认预约' : '请选时间';
  return (
    <View className="booking-bar">
      <View className="grow">
        {chosen.length > 0 && (
          <>
            <Money {...totals.price} className="section" />
            <View className="note figures">
              {durationWords(totals.minutes)}
              {covered.size > 0 && ` · 用卡 ${covered.size} 次`}
            </View>
          </>
        )}
      </View>
      <Button
        id="book-submit"
        className="button--inline booking-bar__button"
        disabled={!start || chosen.length === 0}
        busy={submit.write.state.phase === 'sending'}
        onTap={submit.submit}
      >
        {next}
      </Button>
    </View>
  );
}

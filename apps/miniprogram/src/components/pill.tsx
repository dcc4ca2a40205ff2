import { View } from '@tarojs/components';
import { APPOINTMENT_STATE_WORDS, type AppointmentState } from '@yance/shared-types';
import './pill.scss';

const TONES: Readonly<Record<AppointmentState, 'amber' | 'leaf' | 'brand' | 'quiet'>> = {
  held: 'amber',
  requested: 'amber',
  confirmed: 'leaf',
  arrived: 'brand',
  in_service: 'brand',
  completed: 'quiet',
  cancelled: 'quiet',
  no_show: 'quiet',
  expired: 'quiet',
};

/** Where a visit stands, in one word. */
export function StatePill({ state }: { state: AppointmentState }) {
  return (
    <View className={`pill pill--${TONES[state]} state-${state}`}>
      {APPOINTMENT_STATE_WORDS[state]}
    </View>
  );
}

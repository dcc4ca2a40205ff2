import Taro from '@tarojs/taro';
import type { AppointmentView } from '@/api/types';
import { draft, justBooked } from '@/features/booking/booking-store';
import { routes } from '@/routes';

/** One tap: the same services, with the same person where she was asked for; only the time is left to pick. */
export function rebook(visit: AppointmentView): void {
  draft.repeat(visit);
  justBooked.set(undefined);
  void Taro.switchTab({ url: routes.book });
}

export const openVisit = (visit: AppointmentView): void =>
  void Taro.navigateTo({ url: routes.visit(visit.id) });

/** From a visit that does not exist to those that do. */
export const toOwnVisits = {
  label: '回到我的预约',
  onTap: () => void Taro.redirectTo({ url: routes.visits }),
};

export const goBook = (): void => void Taro.switchTab({ url: routes.book });

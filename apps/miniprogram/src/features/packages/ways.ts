import Taro from '@tarojs/taro';
import type { PackageView } from '@/api/types';
import { draft, justBooked } from '@/features/booking/booking-store';
import { routes } from '@/routes';

/** Ways out of what does not exist. */
export const toCardPlans = {
  label: '看看其他卡',
  onTap: () => void Taro.redirectTo({ url: routes.cardPlans }),
};
export const toCards = {
  label: '回到我的卡',
  onTap: () => void Taro.redirectTo({ url: routes.cards }),
};

/** One tap: its service is chosen where it has only one, in a store where it is good. */
export function bookWith(pack: Pick<PackageView, 'items' | 'validEverywhere' | 'storeId'>): void {
  const services = pack.items.flatMap((item) => item.services.map(({ id }) => id));
  draft.begin({
    ...(pack.validEverywhere ? {} : { storeId: pack.storeId }),
    serviceIds: services.length === 1 ? services : [],
  });
  justBooked.set(undefined);
  void Taro.switchTab({ url: routes.book });
}

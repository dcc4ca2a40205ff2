import type { ServiceView, StoreView } from '@/api/types';

/** When the visit counts as agreed. One service that needs the store's word makes the whole visit wait for it. */
export function confirmWords(services: Pick<ServiceView, 'confirmPolicy'>[]): string {
  return services.some((service) => service.confirmPolicy === 'staff')
    ? '提交后由门店确认，确认后这里会显示「已确认」。'
    : '提交后立即确认，按时到店即可。';
}

/** Until when a client may cancel without it being noted as late. */
export function cancelWords(store: Pick<StoreView, 'freeCancelHours'>): string {
  return store.freeCancelHours === 0
    ? '开始前都可以免费取消或改期。'
    : `开始前 ${store.freeCancelHours} 小时可以免费取消或改期，再晚会记为临时取消。`;
}

export interface Totals {
  priceFen: number;
  minutes: number;
}

/** Sum of prices in fen and of minutes the client is there. */
export function totalsOf(
  services: Pick<ServiceView, 'priceFen' | 'durationMinutes'>[],
): Totals {
  return services.reduce(
    (sum, service) => ({
      priceFen: sum.priceFen + service.priceFen,
      minutes: sum.minutes + service.durationMinutes,
    }),
    { priceFen: 0, minutes: 0 },
  );
}

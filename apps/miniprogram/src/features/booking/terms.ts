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

type Priced = Pick<ServiceView, 'priceFen' | 'gradePrices'>;

export interface Price {
  fen: number;
  /** The least it costs: who does it is still open, and grades have prices of their own. */
  atLeast: boolean;
}

/** What a service costs with a person of this grade, or the least when nobody in particular is wished for. */
export function priceOf(service: Priced, grade: string | undefined): Price {
  if (grade !== undefined) {
    const own = service.gradePrices.find((price) => price.grade === grade);
    return { fen: own?.priceFen ?? service.priceFen, atLeast: false };
  }
  const all = [service.priceFen, ...service.gradePrices.map((price) => price.priceFen)];
  return { fen: Math.min(...all), atLeast: new Set(all).size > 1 };
}

export interface Totals {
  price: Price;
  minutes: number;
}

/** Sum of prices without what sessions cover, and of the minutes the client is there. */
export function totalsOf(
  services: (Priced & Pick<ServiceView, 'id' | 'durationMinutes'>)[],
  grade: string | undefined,
  covered: ReadonlySet<string> = new Set(),
): Totals {
  const prices = services
    .filter(({ id }) => !covered.has(id))
    .map((service) => priceOf(service, grade));
  return {
    price: {
      fen: prices.reduce((sum, price) => sum + price.fen, 0),
      atLeast: prices.some((price) => price.atLeast),
    },
    minutes: services.reduce((sum, service) => sum + service.durationMinutes, 0),
  };
}

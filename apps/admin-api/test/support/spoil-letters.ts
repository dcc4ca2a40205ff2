import type { TestApi } from './an-api.js';

/** The next notifications of one order suffer this: older orders' are still sent again and keep out of it. */
export function spoilLetters(
  { api }: { readonly api: Pick<TestApi, 'control'> },
  { orderNo }: { readonly orderNo: string },
  fault: object,
  path: '/notify/pay' | '/notify/refund' = '/notify/pay',
): Promise<Record<string, unknown>> {
  return api.control('faults', { path, outTradeNo: orderNo, ...fault });
}

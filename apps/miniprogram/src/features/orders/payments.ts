import { payOrder } from '@/api/orders';
import { walletChanged } from '@/api/wallet';
import { platform, type PayParams } from '@/platform';
import { PaymentMemory } from './payment-memory';

/** The one memory of this phone. */
export const payments = new PaymentMemory(platform.storage, () => Date.now());

let atCashier: Promise<void> | undefined;

/** Opens the cashier; a second tap joins the first. Whatever it says, only the server knows what became of the order. */
export function openCashier(orderNo: string, pay: PayParams): Promise<void> {
  atCashier ??= (async () => {
    payments.note(orderNo, 'open');
    payments.note(orderNo, await platform.requestPayment(pay));
    walletChanged();
  })().finally(() => {
    atCashier = undefined;
  });
  return atCashier;
}

/** Pays an order that was kept. @throws ApiProblem | NetworkFailure when the cashier could not be opened */
export async function payAgain(orderNo: string): Promise<void> {
  const { pay } = await payOrder(orderNo);
  // Paid or closed meanwhile: nothing is left to pay, and the order's page shows what became of it.
  if (pay) await openCashier(orderNo, pay);
  else walletChanged();
}

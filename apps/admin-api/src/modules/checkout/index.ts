export { CheckoutModule } from './checkout.module.js';
export { CloseDay, type CloseRequest } from './close-day.js';
export { EditBill, type EditRequest } from './edit-bill.js';
export { OpenBill, type OpenRequest } from './open-bill.js';
export { ReverseBill } from './reverse-bill.js';
export { TakePayment, type PayRequest } from './take-payment.js';

export { platform } from './platform';
export { Overlay } from './overlay';
export { PhoneButton } from './phone-button';
export { ShareButton } from './share-button';
export { InkSurface } from './ink-surface';
export type { CashierWord, PayParams, Place, SubscribeResult } from './types';

export { platform } from './platform';
export { Overlay } from './overlay';
export { PhoneButton } from './phone-button';
export type { Place, SubscribeResult } from './types';

export { platform } from './platform';
export { PhoneButton } from './phone-button';
export type { Place, SubscribeResult } from './types';

export {
  closeDay,
  isDayClosed,
  lockDay,
  lockOpenDay,
  nextBillNo,
  type BusinessDay,
} from './business-days.js';
export {
  brandOf,
  saveFreeCancelHours,
  openStores,
  openingTimesOf,
  storeById,
  storesByIds,
  type Brand,
  type OpeningTimes,
  type Store,
} from './data/store-rows.js';
export { OpenStore } from './open-store.js';
export { SetClosure } from './set-closure.js';
export { SetUpBrand, type BrandDraft } from './set-up-brand.js';
export { openOn, type Closure, type OpenRange, type WeekdayHours } from './rules/opening-hours.js';
export type { BookingSettings, StoreDraft } from './rules/store-draft.js';
export { StoresModule } from './stores.module.js';

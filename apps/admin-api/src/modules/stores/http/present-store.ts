import type { ListedStore } from '../store-queries.js';
import type { StaffStoreDto, StoreDto } from './dto/store.dto.js';

export function presentStore({ store, hours, openToday }: ListedStore): StoreDto {
  return {
    id: store.id,
    name: store.name,
    address: store.address,
    phone: store.phone,
    latitude: store.latitude,
    longitude: store.longitude,
    timeZone: store.timeZone,
    horizonDays: store.settings.horizonDays,
    freeCancelHours: store.settings.freeCancelHours,
    phoneRequired: store.settings.phoneRequired,
    hours: [...hours],
    openToday,
  };
}

export function presentStoreToStaff(listed: ListedStore): StaffStoreDto {
  const { shortName, state, settings } = listed.store;
  return { ...presentStore(listed), shortName, state, slotStepMinutes: settings.slotStepMinutes };
}

import { permissionsOf, type StaffPrincipal } from '../../platform/auth/index.js';
import type { PersonContent, StoreKey } from '../content/content-types.js';
import { PEOPLE } from '../content/staff.js';
import { idOf, type House } from './house.js';

/** Somebody of the demo as she acts in it. @throws Error when nobody is like this */
export function staffOf(house: House, is: (person: PersonContent) => boolean): StaffPrincipal {
  const person = PEOPLE.find(is);
  if (!person) throw new Error('the demo has nobody like this');
  return {
    kind: 'staff',
    staffId: idOf(house.people, person.name),
    name: person.displayName,
    roles: person.roles,
    storeIds: person.stores.map((key) => house.stores[key]),
    permissions: permissionsOf(person.roles),
    sessionId: '',
  };
}

/** Whoever is at a store's front desk. */
export function deskOf(house: House, store: StoreKey): StaffPrincipal {
  return staffOf(
    house,
    ({ position, stores }) => position === 'front_desk' && stores.includes(store),
  );
}

/** Whoever answers for a store. */
export function managerOf(house: House, store: StoreKey): StaffPrincipal {
  return staffOf(
    house,
    ({ roles, stores }) =>
      (roles.includes('manager') || roles.includes('owner')) && stores.includes(store),
  );
}

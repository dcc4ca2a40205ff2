import { describe, expect, it } from '@jest/globals';
import { canDoStep, leadsOf } from '../plan/abilities.js';
import { ABSENCES } from './absences.js';
import type { StoreKey } from './content-types.js';
import { COMBINATIONS, MENU, STORE_KEYS, storesOf } from './menu.js';
import { PRICE_RULES } from './price-rules.js';
import { SHELVES } from './products.js';
import { PEOPLE } from './staff.js';
import { DEVICES, PLACES } from './stores.js';

const services = MENU.flatMap((category) => category.services);
const offers = services.flatMap((service) =>
  storesOf(service).map((store) => ({ service, store })),
);
const workingIn = (store: StoreKey) =>
  PEOPLE.filter((person) => person.shifts && person.stores.includes(store));

describe('the demo salon', () => {
  it('has a menu of thirty services or more in seven categories, each named once', () => {
    expect(services.length).toBeGreaterThanOrEqual(30);
    expect(MENU).toHaveLength(7);
    expect(new Set(services.map((service) => service.name)).size).toBe(services.length);
  });

  it('has fifteen products or more on its shelves, with texts, names and barcodes of their own', () => {
    const products = SHELVES.flatMap((shelf) => shelf.products);
    expect(products.length).toBeGreaterThanOrEqual(15);
    expect(new Set(products.map(({ name }) => name)).size).toBe(products.length);
    const codes = products.flatMap(({ barcode }) => (barcode === undefined ? [] : [barcode]));
    expect(new Set(codes).size).toBe(codes.length);
    for (const { description, yuan, memberYuan } of products) {
      expect(description.length).toBeGreaterThan(10);
      expect(memberYuan ?? 0).toBeLessThan(yuan);
    }
  });

  it('has combos of services that it offers, at the sum of their shares and below their prices', () => {
    for (const { parts = [], value } of PRICE_RULES.filter(({ kind }) => kind === 'combo')) {
      expect(parts.reduce((sum, { yuan }) => sum + yuan, 0)).toBe(value);
      const list = parts.map(({ service }) => services.find(({ name }) => name === service)?.yuan);
      expect(list.reduce<number>((sum, yuan) => sum + (yuan ?? 0), 0)).toBeGreaterThan(value);
    }
  });

  it('has someone for each step of each service in each store that offers it', () => {
    const orphans = offers.flatMap(({ service, store }) =>
      service.steps
        .filter((step) => step.by && !workingIn(store).some((person) => canDoStep(person, step)))
        .map((step) => `${store} ${service.name} ${step.label}`),
    );
    expect(orphans).toEqual([]);
  });

  it('has someone to ask for by name for each service', () => {
    const nobody = offers.filter(
      ({ service, store }) => leadsOf(service, store, PEOPLE).length === 0,
    );
    expect(nobody.map(({ service, store }) => `${store} ${service.name}`)).toEqual([]);
  });

  it('has the place and the device that each step needs', () => {
    const missing = offers.flatMap(({ service, store }) => {
      const rooms = new Set(PLACES[store].map((place) => place.roomKind));
      const devices = new Set(DEVICES[store].map((device) => device.deviceKind));
      return service.steps
        .filter(
          (step) =>
            (step.room && !rooms.has(step.room)) || (step.device && !devices.has(step.device)),
        )
        .map((step) => `${store} ${service.name} ${step.label}`);
    });
    expect(missing).toEqual([]);
  });

  it('has an account for each of the seven demo names, and no name twice', () => {
    const usernames = PEOPLE.flatMap((person) => person.username ?? []);
    expect(usernames.sort()).toEqual([
      'consultant',
      'desk',
      'finance',
      'manager',
      'marketing',
      'owner',
      'therapist',
    ]);
    expect(new Set(PEOPLE.map((person) => person.name)).size).toBe(PEOPLE.length);
  });

  it('names only what it has in absences and combinations', () => {
    const names = new Set(services.map((service) => service.name));
    const places = STORE_KEYS.flatMap((store) =>
      [...PLACES[store], ...DEVICES[store]].map((place) => `${store}/${place.name}`),
    );
    const known = new Set([...PEOPLE.map((person) => person.name), ...places]);
    expect(COMBINATIONS.flat().filter((name) => !names.has(name))).toEqual([]);
    expect(ABSENCES.filter((absence) => !known.has(absence.who))).toEqual([]);
  });
});

import { at, dateOf, rfc3339 } from './days.mjs';
import { id, token } from './ids.mjs';
import { memberNoOf, nameOf, nameParts, phoneOf } from './people.mjs';
import { CLIENTS, SERVICES } from './seed.mjs';

const HOURS = 12;
const OPENS = 9 * 60;

/**
 * Empty stores to book in.
 * @typedef {{ firstStore: number, stores: number, therapists: number }} Room
 *
 * What each call is made from.
 * @typedef {{ room: Room, run: string }} BookingOptions
 * @typedef {{ store: number, days: number, services: number }} LookOptions
 * @typedef {{ path?: string }} MeOptions
 * @typedef {{ store: number, day: number, path?: string }} ListOptions
 * @typedef {{ readers: number }} WalletOptions
 * @typedef {{ clients: number, typed: keyof typeof TYPED }} SearchOptions
 * @typedef {{ clients: number }} FileOptions
 * @typedef {{ query: string }} ClientListOptions
 */

/**
 * The n-th free place of some empty stores: every store, person, hour and day once.
 * @param {Room} room  @param {number} n
 */
export function freePlace({ firstStore, stores, therapists }, n) {
  const store = firstStore + (n % stores);
  const person = Math.floor(n / stores) % therapists;
  const hour = Math.floor(n / (stores * therapists)) % HOURS;
  const day = 2 + Math.floor(n / (stores * therapists * HOURS));
  return { store, person, customer: n % CLIENTS, start: at(day, OPENS + hour * 60), n };
}

/** Places that freePlace has: days 2 to 59 ahead. @param {{ stores: number, therapists: number }} room */
export const placesIn = ({ stores, therapists }) => stores * therapists * HOURS * 57;

/** @param {string} bearer */
const authorised = (bearer) => ({ authorization: `Bearer ${bearer}` });

/** @typedef {import('./http-connection.mjs').Call} Call */

/** Another client at each call, none near the one before. @param {number} n  @param {number} clients */
const someone = (n, clients) => (n * 7_919) % clients;
const letters = (/** @type {number} */ client) =>
  nameParts(client)
    .map(({ pinyin }) => pinyin)
    .join('');

/** What is typed into the search box to find a client, by how it is typed. */
export const TYPED = {
  name: nameOf,
  'common name': () => '王芳',
  surname: () => '张',
  pinyin: letters,
  'one letter': () => 'z',
  initials: (/** @type {number} */ client) =>
    nameParts(client)
      .map(({ pinyin }) => pinyin.slice(0, 1))
      .join(''),
  'characters and letters': (/** @type {number} */ client) =>
    nameParts(client)
      .map(({ character, pinyin }, place) => (place === 0 ? character : pinyin.slice(0, 1)))
      .join(''),
  'pinyin by ear': (/** @type {number} */ client) =>
    letters(client).replace('ng', 'n').replace('zh', 'z'),
  phone: phoneOf,
  'last four': (/** @type {number} */ client) => phoneOf(client).slice(-4),
  'phone with a wrong digit': (/** @type {number} */ client) => `19${phoneOf(client).slice(2)}`,
  'card number': (/** @type {number} */ client) => String(client + 1).padStart(8, '0'),
  'client number': memberNoOf,
  nobody: () => '欧阳无此人',
};

/** @param {string} path  @returns {Call} */
const staffGet = (path) => ({ method: 'GET', path, headers: authorised(token('staff', 0)) });

/** Makers of calls by name, because functions cannot be sent to the process that calls. */
export const REQUESTS = {
  /** Books the n-th free place, with its person. @param {number} n  @param {BookingOptions} options  @returns {Call} */
  booking(n, { room, run }) {
    const { store, person, customer, start } = freePlace(room, n);
    const services = [{ serviceId: SERVICES[0], staffId: id('SF', store, person) }];
    return {
      method: 'POST',
      path: '/api/client/appointments',
      headers: {
        ...authorised(token('client', customer)),
        'content-type': 'application/json',
        'idempotency-key': `bench-${run}-${String(n).padStart(12, '0')}`,
      },
      body: JSON.stringify({ storeId: id('ST', store), start: rfc3339(start), services }),
    };
  },

  /**
   * Free times of some days from tomorrow on, with anybody; every call looks at another first day.
   * @param {number} n  @param {LookOptions} options  @returns {Call}
   */
  availability(n, { store, days, services }) {
    const wanted = SERVICES.slice(0, services).join(',');
    const from = dateOf(at(1 + (n % 8), 0));
    const query = `storeId=${id('ST', store)}&serviceIds=${wanted}&from=${from}&days=${days}`;
    return {
      method: 'GET',
      path: `/api/client/availability?${query}`,
      headers: authorised(token('client', n % CLIENTS)),
    };
  },

  /** Whoever is signed in. @param {number} n  @param {MeOptions} options  @returns {Call} */
  me(n, { path = '/api/client/me' }) {
    return { method: 'GET', path, headers: authorised(token('client', n % CLIENTS)) };
  },

  /** The visits of one of the long days, for the desk. @param {number} _n  @param {ListOptions} options  @returns {Call} */
  list(_n, { store, day, path = '/api/staff/appointments' }) {
    return {
      method: 'GET',
      path: `${path}?storeId=${id('ST', store)}&date=${dateOf(at(day, 0))}`,
      headers: authorised(token('staff', 0)),
    };
  },

  /** What a client has. @param {number} n  @param {WalletOptions} options  @returns {Call} */
  wallet(n, { readers }) {
    const headers = authorised(token('client', n % readers));
    return { method: 'GET', path: '/api/client/wallet', headers };
  },

  /** What is owed to all clients. @returns {Call} */
  liability() {
    const headers = authorised(token('staff', 0));
    return { method: 'GET', path: '/api/staff/ledger/liability', headers };
  },

  /** The search box. @param {number} n  @param {SearchOptions} options  @returns {Call} */
  search(n, { clients, typed }) {
    const text = encodeURIComponent(TYPED[typed](someone(n, clients)));
    return staffGet(`/api/staff/clients?q=${text}`);
  },

  /** A client on one page, all of it. @param {number} n  @param {FileOptions} options  @returns {Call} */
  page: (n, { clients }) =>
    staffGet(`/api/staff/clients/${id('CM', 0, someone(n, clients))}/page?storeId=${id('ST', 0)}`),

  /** The first page of what happened with a client. @param {number} n  @param {FileOptions} options  @returns {Call} */
  timeLine: (n, { clients }) =>
    staffGet(`/api/staff/clients/${id('CM', 0, someone(n, clients))}/time-line`),

  /** The first page of a list of clients. @param {number} _n  @param {ClientListOptions} options  @returns {Call} */
  clientList: (_n, { query }) => staffGet(`/api/staff/client-list?${query}`),

  /** A month of a client's statement: this one or one of the two before. @param {number} n  @param {WalletOptions} options  @returns {Call} */
  statement(n, { readers }) {
    const month = dateOf(at(-30 * (n % 3), 0)).slice(0, 7);
    return {
      method: 'GET',
      path: `/api/client/wallet/statement?month=${month}`,
      headers: authorised(token('client', n % readers)),
    };
  },
};

/**
 * @typedef {keyof typeof REQUESTS} RequestName
 * @typedef {BookingOptions & LookOptions & MeOptions & ListOptions & WalletOptions} PhoneOptions
 * @typedef {PhoneOptions & SearchOptions & FileOptions & ClientListOptions} AllOptions
 */

/**
 * The call of a task that came from another process, where types do not reach.
 * @param {RequestName} name  @param {number} n  @param {unknown} options
 */
export const requestOf = (name, n, options) =>
  REQUESTS[name](n, /** @type {AllOptions} */ (options));

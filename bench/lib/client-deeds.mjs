// What the synthetic clients did and have: visits, bills, balances, coupons, tiers, tags.
import { DAY_MS, at, date } from './days.mjs';
import { id } from './ids.mjs';
import { dateTime, load } from './load.mjs';
import { drawn } from './people.mjs';
import { SERVICES } from './seed.mjs';

/** @typedef {import('mysql2/promise').Connection} Connection */

export const TIERS = [1, 2, 3].map((n) => id('TR', 0, n));
export const TAGS = Array.from({ length: 8 }, (_, n) => id('TG', 0, n));
const NO_VISIT = 0.3;
const MOST_VISITS = 40;
const PRICE = 20_000;
/** What is drawn for a client; people.mjs draws 1 to 4. */
export const DRAW = {
  visits: 10,
  away: 11,
  rhythm: 12,
  source: 13,
  birth: 14,
  tier: 15,
  tag: 16,
  value: 17,
};

/** @param {number} client */
export const customerId = (client) => id('CM', 0, client);

/** How often she came, and when, latest first, as days from today. @param {number} client */
export function visitDays(client) {
  const share = drawn(client, DRAW.visits);
  if (share < NO_VISIT) return [];
  const often = 1 + Math.floor(-Math.log(1 - (share - NO_VISIT) / (1 - NO_VISIT)) * 2.5);
  const last = 1 + Math.floor(drawn(client, DRAW.away) ** 1.6 * 700);
  const rhythm = 14 + Math.floor(drawn(client, DRAW.rhythm) * 40);
  return Array.from({ length: Math.min(MOST_VISITS, often) }, (_, k) => -last - k * rhythm);
}

/** What her standing is by these visits. @param {readonly number[]} days */
function standingOf(days) {
  const [last, first] = [days[0], days.at(-1)];
  if (last === undefined || first === undefined) return undefined;
  const stage = -last > 180 ? 'lost' : -last > 90 ? 'sleeping' : days.length < 3 ? 'new' : 'active';
  const year = days.filter((day) => day > -365).length;
  const rhythm = days.length < 3 ? undefined : Math.round((last - first) / (days.length - 1));
  return { stage, last, first, year, rhythm };
}

/** Every one of a table's rows that belong to a client's visits, which lie on other days for each. */
const eachVisit = (
  /** @type {number} */ client,
  /** @type {(day: number, k: number) => (string | number)[]} */ row,
) => visitDays(client).map(row);

/** @param {Connection} connection  @param {{ clients: number, stores: number }} plan */
export async function writeVisits(connection, { clients, stores }) {
  const long = dateTime(at(-900, 0));
  const standing = `customer_id, stage, ?first_visit_on, ?last_visit_on, visits, visits_year, spend_year_fen,
    ?rhythm_days, ?expected_on, recency, frequency, monetary, balance_fen, ?due_on, weighed_at`;
  await load(connection, 'client_standing', standing, clients, (n) => {
    const days = visitDays(n);
    const of = standingOf(days);
    const balance = balanceOf(n);
    if (!of)
      return [[customerId(n), 'prospect', '', '', 0, 0, 0, '', '', 1, 1, 1, balance, '', long]];
    const expected = of.rhythm === undefined ? '' : date(of.last + of.rhythm);
    return [
      [
        ...[customerId(n), of.stage, date(of.first), date(of.last), days.length, of.year],
        ...[of.year * PRICE, of.rhythm ?? '', expected, 3, 3, 3, balance, date(1), long],
      ],
    ];
  });
  const store = (/** @type {number} */ n) => id('ST', n % stores);
  const from = (/** @type {number} */ day, /** @type {number} */ n) => at(day, 540 + 60 * (n % 10));
  const visit = `id, store_id, customer_id, state, starts_at, ends_at, channel, price_fen, version,
    free_cancel_until, created_at`;
  await load(connection, 'appointment', visit, clients, (n) =>
    eachVisit(n, (day, k) => {
      const [starts, ends] = [dateTime(from(day, n)), dateTime(from(day, n + 1))];
      const late = n % 10 === 9 ? dateTime(new Date(from(day, n).getTime() + 3_600_000)) : ends;
      const booked = dateTime(new Date(from(day, n).getTime() - 3 * DAY_MS));
      return [
        ...[id('VS', n, k), store(n), customerId(n), 'completed', starts, late, 'desk', PRICE],
        ...[1, starts, booked],
      ];
    }),
  );
  const item =
    'appointment_id, seq, service_id, service_name, staff_id, requested, starts_at, ends_at, price_fen';
  await load(connection, 'appointment_item', item, clients, (n) =>
    eachVisit(n, (day, k) => {
      const starts = from(day, n);
      const ends = dateTime(new Date(starts.getTime() + 3_600_000));
      const staff = id('SF', n % stores, 0);
      return [
        id('VS', n, k),
        0,
        SERVICES[0] ?? '',
        '补水护理',
        staff,
        1,
        dateTime(starts),
        ends,
        PRICE,
      ];
    }),
  );
  const bill = `id, store_id, on_date, no, customer_id, appointment_id, is_live, state, version, note, list_fen,
    pay_fen, paid_fen, paid_on, paid_at, paid_by, paid_name, opened_by, opened_name, created_at`;
  await load(connection, 'bill', bill, clients, (n) =>
    eachVisit(n, (day, k) => {
      const when = dateTime(new Date(from(day, n).getTime() + 4_000_000));
      const staff = id('SF', n % stores, 0);
      return [
        ...[
          id('BN', n, k),
          store(n),
          date(day),
          n * MOST_VISITS + k,
          customerId(n),
          id('VS', n, k),
        ],
        ...[
          1,
          'paid',
          3,
          '',
          PRICE,
          PRICE,
          PRICE,
          date(day),
          when,
          staff,
          '师0',
          staff,
          '师0',
          when,
        ],
      ];
    }),
  );
  const line =
    'bill_id, seq, kind, item_id, name, unit_fen, quantity, list_fen, price_fen, pay_fen, because, note';
  await load(connection, 'bill_line', line, clients, (n) =>
    eachVisit(n, (_day, k) => [
      ...[
        id('BN', n, k),
        0,
        'service',
        SERVICES[0] ?? '',
        '补水护理',
        PRICE,
        1,
        PRICE,
        PRICE,
        PRICE,
      ],
      ...['[]', ''],
    ]),
  );
}

/** What is left of three clients in ten, in fen. @param {number} client */
function balanceOf(client) {
  const share = drawn(client, DRAW.value);
  return share < 0.3 ? 10_000 + Math.floor(share * 3_000_000) : 0;
}

/** @param {Connection} connection  @param {{ clients: number, stores: number }} plan */
export async function writeValue(connection, { clients, stores }) {
  const long = dateTime(at(-900, 0));
  const holds = (/** @type {number} */ n) => balanceOf(n) > 0;
  const wallet = 'customer_id, card_no, code_turn, frozen, opened_at';
  await load(connection, 'wallet', wallet, clients, (n) =>
    holds(n) ? [[customerId(n), n + 1, 0, 0, long]] : [],
  );
  const zero = '00'.repeat(32);
  const account =
    'id, owner_kind, owner_id, store_id, code, asset, normal_side, tracked, balance, held, seq, @tip_hash';
  await load(connection, 'ledger_account', account, clients, (n) => {
    const balance = balanceOf(n);
    const bonus = Math.floor(balance / 10);
    const parts = /** @type {const} */ ([
      ['SV_PRINCIPAL', balance - bonus],
      ['SV_BONUS', bonus],
    ]);
    return holds(n)
      ? parts.map(([code, fen], k) => [
          ...[10_000 + 2 * n + k, 'customer', customerId(n), '', code, 'CNY', 'credit', 1, fen],
          ...[0, 0, zero],
        ])
      : [];
  });
  const topUp = `id, customer_id, store_id, title, price_fen, bonus_fen, list_price_fen, spend_order,
    valid_everywhere, refund_terms, own_reason_basis, renewal, tender, state, lot_id, tx_id, paid_on, by_kind,
    by_id, by_name, created_at`;
  await load(connection, 'top_up', topUp, clients, (n) => {
    const when = dateTime(at(-30 - (n % 400), 600));
    const staff = id('SF', n % stores, 0);
    return holds(n)
      ? [
          [
            ...[
              id('TP', 0, n),
              customerId(n),
              id('ST', n % stores),
              '充值 1000 元',
              100_000,
              10_000,
            ],
            ...[100_000, 'proportional', 1, '', 'principal', 0, 'cash', 'paid', n + 1, n + 1],
            ...[date(-30 - (n % 400)), 'staff', staff, '师0', when],
          ],
        ]
      : [];
  });
  const tier = 'customer_id, ?tier_id, since, updated_at';
  await load(connection, 'customer_tier', tier, clients, (n) => {
    const at = drawn(n, DRAW.tier);
    return at < 0.5 ? [[customerId(n), TIERS[Math.floor(at * 6)] ?? '', date(-300), long]] : [];
  });
  await load(connection, 'customer_tagging', 'customer_id, tag_id, at', clients, (n) =>
    TAGS.flatMap((tag, k) =>
      drawn(n, DRAW.tag + 10 * k) < 0.25 ? [[customerId(n), tag, long]] : [],
    ),
  );
  const terms = JSON.stringify({
    ...{ name: '满300减50', kind: 'money_off', amountFen: 5_000, permille: null, capFen: null },
    ...{ minSpendFen: 30_000, scope: 'all', itemNames: [], validKind: 'days', serviceIds: [] },
    ...{ productIds: [], storeIds: [id('ST', 0)], withTier: true, withCoupons: false },
    ...{ returnDays: 3, note: '' },
  });
  const coupon = `id, no, template_id, template_version, customer_id, seq, source, state, terms, valid_from,
    valid_until, expires_at, store_id, lot_id, uses, issued_at`;
  await load(connection, 'coupon', coupon, clients, (n) =>
    n % 2 === 0
      ? [
          [
            ...[
              id('CP', 0, n),
              n + 1,
              id('CP', 1, 0),
              1,
              customerId(n),
              1,
              'hand',
              'issued',
              terms,
            ],
            ...[date(-20), date(40), dateTime(at(41, 0)), id('ST', n % stores), n + 1, 1],
            dateTime(at(-20, 600)),
          ],
        ]
      : [],
  );
}

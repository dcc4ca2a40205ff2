import { TAGS, TIERS } from '../lib/client-deeds.mjs';
import { writeClients } from '../lib/clients.mjs';
import { date } from '../lib/days.mjs';
import { id } from '../lib/ids.mjs';
import { LINES_PER_CLIENT } from '../lib/books.mjs';
import { plansOf } from '../lib/plans.mjs';
import { REQUESTS, TYPED } from '../lib/requests.mjs';
import { compare } from '../lib/rounds.mjs';

/** How many times as many clients there are as on the smaller side. */
const TIMES = 100;
const STORES = 10;
/** Of the database, for both: a quarter of a small server. */
const PAGES_BYTES = 2 ** 30;
/** There are many reads, and each is short. */
const MOST_MS = 500;

/** @typedef {import('../lib/bar.mjs').Bench} Bench */
/** @typedef {'search' | 'page' | 'timeLine' | 'clientList'} Request */
/** @typedef {{ what: string, request: Request, options: Record<string, unknown> }} Read */
/** @typedef {{ url: string, api: import('../lib/stage.mjs').Api, clients: number, next: number }} Salon */
const middle = (/** @type {import('../lib/measure.mjs').Measured} */ measured) => measured.p50;

/** What a list is narrowed by, alone and together. */
const LISTS = {
  newest: '',
  stage: 'stage=sleeping',
  tier: `tierId=${TIERS[1]}`,
  store: `storeId=${id('ST', 3)}`,
  source: 'source=dianping',
  'birthday month': 'birthMonth=5',
  'last visit': `lastVisitFrom=${date(-60)}&lastVisitUntil=${date(-30)}`,
  balance: 'minBalanceFen=500000',
  'most spent': 'order=spend',
  overdue: 'order=overdue',
  consultant: `consultantId=${id('SF', 4, 0)}`,
  tag: `tagIds=${TAGS[0]}`,
  'two tags': `tagIds=${TAGS[0]},${TAGS[1]}`,
  away: 'awayDays=90',
  incomplete: 'order=incomplete',
  'missing birthday': 'missing=birthday',
  'below percent': `belowPercent=80&consultantId=${id('SF', 2, 0)}`,
  'need, store': `needId=${TAGS[2]}&storeId=${id('ST', 5)}`,
  'stage, tier': `stage=active&tierId=${TIERS[2]}`,
  'stage, store, source': `stage=sleeping&storeId=${id('ST', 3)}&source=walk_in`,
  'birthday month, tier, balance': `birthMonth=5&tierId=${TIERS[0]}&minBalanceFen=300000`,
  'last visit, store, source': `lastVisitUntil=${date(-200)}&storeId=${id('ST', 1)}&source=phone`,
  'most spent, birthday month': 'order=spend&birthMonth=5',
};

/** @returns {Read[]} */
const reads = () => [
  ...Object.keys(TYPED).map((typed) => {
    return {
      what: `search ${typed}`,
      request: /** @type {const} */ ('search'),
      options: { typed },
    };
  }),
  { what: 'a client on one page', request: 'page', options: {} },
  { what: 'time line', request: 'timeLine', options: {} },
  ...Object.entries(LISTS).map(([name, query]) => {
    return {
      what: `list ${name}`,
      request: /** @type {const} */ ('clientList'),
      options: { query },
    };
  }),
];

/** A salon with so many clients. @param {Bench} bench  @param {number} clients */
async function salonOf({ stage, say }, clients) {
  say(`  ${clients} clients`);
  const stores = Array.from({ length: STORES }, () => ({ therapists: 1 }));
  const fill = (/** @type {string} */ url) => writeClients(url, { clients, stores: STORES }, say);
  const url = await stage.filledSalon(`clients_${clients}`, { clients: 0, stores }, fill);
  return { url, clients };
}

/** The plans of what each read sends, told and kept. @param {Bench} bench  @param {Omit<Salon, 'api' | 'next'>} salon */
async function plans({ stage, say }, { url, clients }) {
  /** @type {Record<string, import('../lib/plans.mjs').Plan[]>} */
  const all = {};
  const calls = reads().map(({ request, options }) => {
    const given = /** @type {import('../lib/requests.mjs').AllOptions} */ ({ ...options, clients });
    return [1, 4].map((n) => REQUESTS[request](n, given));
  });
  const sent = await stage.statementsOfEach(url, calls);
  for (const [index, { what }] of reads().entries()) {
    all[what] = await plansOf(url, sent[index]?.statements ?? []);
    for (const { sql, plan } of all[what]) {
      say(`  ${what}: ${sql.slice(0, 90)}`);
      for (const line of plan) say(`    ${line}`);
    }
  }
  return all;
}

/** @type {import('../lib/bar.mjs').Bar} */
export const clients = {
  number: 10,
  name: 'clients',
  title:
    'search, page, time line and lists with a hundred times the clients / with one time, p50, c=1',
  async run(bench) {
    const { stage, rounds, ms, lines } = bench;
    await stage.pages(PAGES_BYTES);
    const most = Math.round(lines / LINES_PER_CLIENT);
    const few = await salonOf(bench, Math.round(most / TIMES));
    const many = await salonOf(bench, most);
    const seen = await plans(bench, many);
    /** @type {Salon[]} */
    const salons = [];
    for (const of of [few, many]) salons.push({ ...of, api: await stage.api(of.url), next: 0 });
    const look = async (/** @type {Salon} */ salon, /** @type {Read} */ { request, options }) => {
      const { api, clients: count, next: first } = salon;
      const task = { request, port: api.port, options: { ...options, clients: count }, first };
      const stretch = { concurrency: 1, ms: Math.min(ms, MOST_MS) };
      const measured = await stage.load({ kind: 'http', ...task, ...stretch });
      salon.next = measured.next;
      return measured;
    };
    /** @type {import('../lib/bar.mjs').Verdict[]} */
    const verdicts = [];
    for (const read of reads()) {
      const sides = { ours: () => look(salons[1], read), baseline: () => look(salons[0], read) };
      const comparison = await compare(rounds, sides, middle);
      verdicts.push({ what: read.what, goal: 'at most', bar: 2, unit: 'ms', comparison });
    }
    for (const { api } of salons) await stage.end(api);
    const page = verdicts.find(({ what }) => what === 'a client on one page');
    return {
      verdicts,
      note: `${many.clients} clients against ${few.clients}`,
      plot: {
        x: 'clients',
        y: 'p50 in ms',
        series: [
          {
            label: 'a client on one page',
            points: [
              [few.clients, page?.comparison.baseline ?? 0],
              [many.clients, page?.comparison.ours ?? 0],
            ],
          },
        ],
      },
      more: { plans: seen },
    };
  },
};

import { Injectable } from '@nestjs/common';
import { Clock, HOME_ZONE, localDate } from '../../platform/clock/index.js';
import { Database } from '../../platform/database/index.js';
import { refuseField } from '../../platform/errors/index.js';
import { ID_PATTERN } from '../../platform/ids/index.js';
import { CustomerQueries, type CustomerSummary } from '../customers/index.js';
import { candidates, matching, type ListPlace, type ListedClient } from './data/client-list.js';
import { orderFor, type ClientFilter, type ClientOrder } from './rules/client-filter.js';

export interface ClientListPage {
  readonly items: readonly (ListedClient & CustomerSummary)[];
  /** There may be more: also where a page is short, because a page looks at so many clients and no more. */
  readonly nextCursor?: string;
}

const PAGE = 20;
/**
 * How many clients are looked at, look after look. Most lists are full after the first; from a thousand on the database
 * would make a table of the ids instead of looking each of them up.
 */
const LOOKS = [40, 160, 600, 900];

/** How many are looked at in a round of all of them. */
const ROUND = 400;

const writePlace = ({ key, id }: ListPlace): string =>
  Buffer.from(`${id}.${key}`).toString('base64url');

/** @throws Refusal INVALID_INPUT naming `cursor` */
function readPlace(text: string, order: ClientOrder): ListPlace {
  const [id = '', key = ''] = Buffer.from(text, 'base64url').toString('latin1').split('.');
  const keys: Record<ClientOrder, RegExp> = {
    ...{ newest: /^$/, last_visit: /^\d{4}-\d\d-\d\d$/, overdue: /^\d{4}-\d\d-\d\d$/ },
    ...{ spend: /^\d{1,15}$/, balance: /^-?\d{1,15}$/, incomplete: /^\d{1,3}$/ },
  };
  if (!ID_PATTERN.test(id) || !keys[order].test(key))
    return refuseField('cursor', '翻页位置不正确，请从头看起');
  return { key, id };
}

/** Lists of clients, narrowed and ordered by keys. */
@Injectable()
export class ClientListQueries {
  constructor(
    private readonly database: Database,
    private readonly customers: CustomerQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * A page of the clients that a filter leaves. One filter leads through its key, the others are looked up by primary
   * keys for at most as many clients as LOOKS says: a page costs the same with a thousand files and with a million.
   * @throws Refusal INVALID_INPUT for a cursor that is not ours
   */
  async page(
    filter: ClientFilter,
    asked: ClientOrder | undefined,
    cursor: string | undefined,
  ): Promise<ClientListPage> {
    const order = orderFor(filter, asked);
    const today = localDate(this.clock.now(), HOME_ZONE);
    let after = cursor === undefined ? undefined : readPlace(cursor, order);
    const found: (ListedClient & { place: ListPlace })[] = [];
    let more = true;
    for (const look of LOOKS) {
      if (!more || found.length > PAGE) break;
      const places = await candidates(this.database, filter, order, after, today, look);
      const left = await matching(
        this.database,
        filter,
        places.map(({ id }) => id),
      );
      for (const place of places) {
        const client = left.get(place.id);
        if (client) found.push({ ...client, place });
      }
      more = places.length === look;
      after = places.at(-1) ?? after;
    }
    const shown = found.slice(0, PAGE);
    const end = found.length > PAGE ? shown.at(-1)?.place : more ? after : undefined;
    const items = await this.#named(shown);
    return end ? { items, nextCursor: writePlace(end) } : { items };
  }

  /**
   * All ids that a filter leaves, newest first, in rounds of at most ROUND.
   * @yields some of them; none in a round that found none
   */
  async *all(filter: ClientFilter): AsyncGenerator<readonly string[]> {
    const today = localDate(this.clock.now(), HOME_ZONE);
    const order = orderFor(filter, undefined);
    for (let after: ListPlace | undefined; ;) {
      const places = await candidates(this.database, filter, order, after, today, ROUND);
      const ids = places.map(({ id }) => id);
      const left = await matching(this.database, filter, ids);
      yield ids.filter((id) => left.has(id));
      after = places.at(-1);
      if (places.length < ROUND) return;
    }
  }

  async #named(clients: readonly ListedClient[]): Promise<(ListedClient & CustomerSummary)[]> {
    const ids = clients.map(({ id }) => id);
    const summaries = await this.customers.summaries(this.database, ids);
    const byId = new Map(summaries.map((summary) => [summary.id, summary]));
    return clients.flatMap((client) => {
      const summary = byId.get(client.id);
      return summary ? [{ ...client, ...summary }] : [];
    });
  }
}

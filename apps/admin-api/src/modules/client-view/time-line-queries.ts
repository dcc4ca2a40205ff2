import { Injectable } from '@nestjs/common';
import type { StaffPrincipal } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import { atMost } from '../../platform/collections/index.js';
import { Database } from '../../platform/database/index.js';
import { ConsentQueries, readsPapersByName } from '../care/index.js';
import { visibleTo } from '../customers/index.js';
import { entriesOf, type TimeLineEntry } from './data/time-line.js';
import {
  comparePlaces,
  kindsFor,
  readPlace,
  startAt,
  writePlace,
  type TimeLineGroup,
} from './rules/time-line.js';

export interface TimeLinePage {
  readonly items: readonly TimeLineEntry[];
  readonly nextCursor?: string;
}

const PAGE = 20;
/** Kinds that are read at once, at most. */
const AT_ONCE = 5;

/** Everything that happened with a client, in one line of time. */
@Injectable()
export class TimeLineQueries {
  constructor(
    private readonly database: Database,
    private readonly consents: ConsentQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * A page of what the asker may read of it, latest first. Each kind is asked for at most a page, so the page costs the
   * same however long her history is.
   * @throws Refusal INVALID_INPUT for a cursor that is not ours
   */
  async page(
    staff: StaffPrincipal,
    customerId: string,
    group: TimeLineGroup | undefined,
    cursor: string | undefined,
  ): Promise<TimeLinePage> {
    const after = cursor === undefined ? startAt(this.clock.now()) : readPlace(cursor);
    const said = await this.consents.said(this.database, customerId, 'health');
    const healthIsClosed = said === 'withdrawn';
    const kinds = kindsFor(group, staff.permissions, { healthIsClosed });
    const isNeutral = !readsPapersByName(staff);
    const scope = { storeIds: staff.storeIds, notes: visibleTo(staff), healthIsClosed, isNeutral };
    const parts = await atMost(
      AT_ONCE,
      kinds.map((kind) => () => entriesOf(this.database, kind, customerId, after, scope, PAGE + 1)),
    );
    const found = parts.flat().sort(comparePlaces);
    const items = found.slice(0, PAGE);
    const last = items.at(-1);
    return found.length > PAGE && last ? { items, nextCursor: writePlace(last) } : { items };
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CLIENT_TOPICS, type ClientEventPayload } from '../../../events/index.js';
import { Clock, HOME_ZONE, localDate, type LocalDate } from '../../../platform/clock/index.js';
import { Database, UnitOfWork, type Reader, type Tx } from '../../../platform/database/index.js';
import { EventSubscriptions, Sweeps } from '../../../platform/jobs/index.js';
import { SetRuleTags } from '../../customers/index.js';
import { lockWeighed } from '../data/standings.js';
import { holdersByRule, holdersNow, type TagOfRule } from './data/rule-holders.js';
import { allRules, filesAfter, noteWalked, rulesDue, type KeptRule } from './data/tag-rules.js';
import { ruleDay } from './rules/rule-day.js';
import { readTagRule } from './rules/tag-rule.js';

const MINUTE_MS = 60_000;
const PER_ROUND = 500;

const toTag = ({ tagId, rule, state }: KeptRule): TagOfRule => ({
  tagId,
  rule: state === 'active' ? readTagRule(rule) : undefined,
});

/** Whose tags are not as the rules say: by tag, who is to get it and who is to lose it. */
type Difference = ReadonlyMap<string, { readonly add: string[]; readonly remove: string[] }>;

/**
 * Keeps the tags that follow rules: of a client when something happened to her, and of all clients when a rule was
 * changed and on each new day, because days move who a rule means.
 */
@Injectable()
export class KeepTagRules implements OnModuleInit {
  constructor(
    private readonly subscriptions: EventSubscriptions,
    private readonly sweeps: Sweeps,
    private readonly setRuleTags: SetRuleTags,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.subscriptions.register({
      ...{ name: 'client-tag-rules', topics: CLIENT_TOPICS },
      handle: ({ payload }) =>
        this.unitOfWork.run((tx) => this.execute(tx, [(payload as ClientEventPayload).customerId])),
    });
    this.sweeps.register({
      ...{ name: 'tag-rules.walk', everyMs: MINUTE_MS },
      run: (signal) => this.walk(signal),
    });
  }

  /** Puts right the tags of some clients by all rules. Running it twice, or late, does no harm. */
  async execute(tx: Tx, customerIds: readonly string[]): Promise<void> {
    const tags = (await allRules(tx)).map(toTag);
    if (tags.length === 0 || customerIds.length === 0) return;
    await this.#putRight(tx, tags, customerIds);
  }

  /** Goes through all files under the rules that are due. May be broken off and begun again. */
  async walk(signal?: AbortSignal): Promise<void> {
    const today = this.#today();
    const due = await rulesDue(this.database, today);
    if (due.length === 0) return;
    const tags = due.map(toTag);
    for (let after = ''; ;) {
      if (signal?.aborted === true) return;
      const ids = await filesAfter(this.database, after, PER_ROUND);
      // Most files are right: only those that are not are locked, and then looked at again.
      const wrong = [...(await this.#difference(this.database, tags, ids)).values()];
      const some = [...new Set(wrong.flatMap(({ add, remove }) => [...add, ...remove]))];
      if (some.length > 0) await this.unitOfWork.run((tx) => this.#putRight(tx, tags, some));
      const last = ids.at(-1);
      if (last === undefined || ids.length < PER_ROUND) break;
      after = last;
    }
    await this.unitOfWork.run(async (tx) => {
      for (const rule of due) await noteWalked(tx, rule, today);
    });
  }

  /**
   * Whoever weighs or tags a client waits for whoever does so already: what is found here still holds when it is set.
   * One whom nobody has weighed comes here once somebody has.
   */
  async #putRight(tx: Tx, tags: readonly TagOfRule[], ids: readonly string[]): Promise<void> {
    const weighed = await lockWeighed(tx, ids);
    const difference = await this.#difference(tx, tags, weighed);
    for (const [tagId, change] of difference)
      if (change.add.length + change.remove.length > 0)
        await this.setRuleTags.execute(tx, tagId, change);
  }

  async #difference(
    reader: Reader,
    tags: readonly TagOfRule[],
    ids: readonly string[],
  ): Promise<Difference> {
    const wanted = await holdersByRule(reader, tags, ids, ruleDay(this.#today()));
    const now = await holdersNow(
      reader,
      tags.map(({ tagId }) => tagId),
      ids,
    );
    return new Map(
      tags.map(({ tagId }) => {
        const [should, does] = [wanted.get(tagId) ?? new Set(), now.get(tagId) ?? new Set()];
        return [
          tagId,
          {
            add: ids.filter((id) => should.has(id) && !does.has(id)),
            remove: ids.filter((id) => does.has(id) && !should.has(id)),
          },
        ] as const;
      }),
    );
  }

  #today(): LocalDate {
    return localDate(this.clock.now(), HOME_ZONE);
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ClientDataHandlers, type ClientDataHandler } from '../../../platform/client-data/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { UnitOfWork, type Tx } from '../../../platform/database/index.js';
import { idsSince, newId } from '../../../platform/ids/index.js';
import { Sweeps } from '../../../platform/jobs/index.js';
import {
  dropPairsOf,
  dismissParted,
  dropOthers,
  keepPairs,
  lockWalk,
  moveWalk,
  type DuplicatePair,
  type WalkName,
} from './data/pairs.js';
import {
  changesAfter,
  filesAfter,
  isTelling,
  openFiles,
  sameBirthday,
  samePhone,
  sameTail,
  type SharedPair,
} from './data/resembling.js';
import { reasonsOf } from './rules/alike.js';

const MINUTE_MS = 60_000;
/** What was begun so long ago is committed or never will be. */
const SETTLED_MS = 2 * MINUTE_MS;
const LOOK = 100;

/**
 * Holds new and changed files against all others, each by a few keys and once, so that it costs the same with a
 * thousand files and with a million.
 */
@Injectable()
export class FindDuplicates implements OnModuleInit, ClientDataHandler {
  readonly name = 'duplicates';
  readonly made = ['duplicate_pair'];

  constructor(
    private readonly sweeps: Sweeps,
    private readonly handlers: ClientDataHandlers,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.register(this);
    this.sweeps.register({
      ...{ name: 'duplicates.find', everyMs: MINUTE_MS },
      run: (signal) => this.find(signal),
    });
  }

  /** @param settledMs how old something has to be to be looked at */
  async find(signal?: AbortSignal, settledMs = SETTLED_MS): Promise<void> {
    const until = idsSince(settledMs);
    for (const walk of ['files', 'changes'] as const)
      for (let isMore = true; isMore && signal?.aborted !== true;)
        isMore = await this.unitOfWork.run((tx) => this.#step(tx, walk, until));
  }

  /** Pairs stay: a file that was joined with another is in none that is shown. */
  move(): Promise<void> {
    return Promise.resolve();
  }

  /** Whoever parts two files says that they are two people. */
  moveBack(tx: Tx, from: string, to: string): Promise<void> {
    return dismissParted(tx, from, to, this.clock.now());
  }

  forgetMade(tx: Tx, customerId: string): Promise<void> {
    return dropPairsOf(tx, customerId);
  }

  async #step(tx: Tx, walk: WalkName, until: string): Promise<boolean> {
    const after = await lockWalk(tx, walk);
    const { ids, last, isMore } = await next(tx, walk, after, until);
    if (last === undefined) return false;
    const found = await this.#look(tx, ids);
    await dropOthers(tx, ids, found);
    await keepPairs(tx, found);
    await moveWalk(tx, walk, last);
    return isMore;
  }

  async #look(tx: Tx, ids: readonly string[]): Promise<DuplicatePair[]> {
    const looked = [...(await openFiles(tx, ids)).values()];
    if (looked.length === 0) return [];
    const own = looked.map(({ id }) => id);
    const [phones, tails] = [await samePhone(tx, own), await sameTail(tx, own)];
    const days: SharedPair[] = [];
    for (const file of looked) days.push(...(await sameBirthday(tx, file)));
    const all = [...phones, ...tails, ...days];
    const files = await openFiles(tx, [...new Set(all.flatMap(({ one, other }) => [one, other]))]);
    const [byPhone, byTail] = [new Set(phones.map(pairKey)), new Set(tails.map(pairKey))];
    const found = new Map<string, DuplicatePair>();
    for (const pair of all) {
      const [one, other] = [files.get(pair.one), files.get(pair.other)];
      const key = pairKey(pair);
      if (!one || !other || found.has(key)) continue;
      const shared = { phone: byPhone.has(key), tail: byTail.has(key) };
      const reasons = reasonsOf(one, other, shared);
      const [lowId = '', highId = ''] = [one.id, other.id].sort();
      if (reasons)
        found.set(key, { ...reasons, id: newId(), lowId, highId, foundAt: this.clock.now() });
    }
    return [...found.values()];
  }
}

const pairKey = ({ one, other }: SharedPair): string => [one, other].sort().join(' ');

interface Next {
  readonly ids: readonly string[];
  /** Where the walk is afterwards; undefined where there was nothing. */
  readonly last: string | undefined;
  readonly isMore: boolean;
}

async function next(tx: Tx, walk: WalkName, after: string, until: string): Promise<Next> {
  if (walk === 'files') {
    const ids = await filesAfter(tx, after, until, LOOK);
    return { ids, last: ids.at(-1), isMore: ids.length === LOOK };
  }
  const changes = await changesAfter(tx, after, until, LOOK);
  const ids = [...new Set(changes.filter(isTelling).map(({ customerId }) => customerId))];
  return { ids, last: changes.at(-1)?.id, isMore: changes.length === LOOK };
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../clock/index.js';
import { UnitOfWork, isDuplicateKey, type Tx } from '../database/index.js';
import { Sweeps } from '../jobs/index.js';
import { insertLinks, lastLink, loggedAfter, type Link } from './chain-rows.js';
import { NO_LINK, type LoggedRow } from './link.js';
import { LinkKeys } from './link-keys.js';
import { TipFiles } from './tip-files.js';

const EVERY_MS = 60_000;
const BATCH = 1_000;
/** A transaction lives for seconds: what was written this long ago is either there by now or never will be. */
const SETTLED_MS = 10 * 60_000;

/**
 * Chains the audit log behind the deeds, so that no deed waits for another one's entry: a sweep takes the rows that have
 * settled in the order of their numbers and writes each link on top of the one before. The log's own rows are never
 * touched; the API may not even change them.
 */
@Injectable()
export class LinkAudit implements OnModuleInit {
  constructor(
    private readonly sweeps: Sweeps,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly keys: LinkKeys,
    private readonly files: TipFiles,
  ) {}

  onModuleInit(): void {
    this.sweeps.register({
      name: 'link-audit',
      everyMs: EVERY_MS,
      run: async (signal) => void (await this.run(signal)),
    });
  }

  /** @returns how many links were made */
  async run(signal?: AbortSignal, batch = BATCH): Promise<number> {
    let made = 0;
    let tip: Link | undefined;
    for (;;) {
      const links = await this.#next(batch);
      made += links.length;
      tip = links.at(-1) ?? tip;
      if (links.length < batch || signal?.aborted === true) break;
    }
    if (tip) await this.files.append(this.clock.now(), tip);
    return made;
  }

  /** Two that run at once take the same numbers: the key of the chain lets one of them in. */
  async #next(batch: number): Promise<Link[]> {
    try {
      return await this.unitOfWork.run(async (tx) => {
        const last = await lastLink(tx);
        const links = this.#linksOf(last, await this.#settled(tx, last?.auditId ?? 0, batch));
        if (links.length > 0) await insertLinks(tx, links);
        return links;
      });
    } catch (error) {
      if (isDuplicateKey(error)) return [];
      throw error;
    }
  }

  /** Up to the first row that may still have older ones on their way. */
  async #settled(tx: Tx, after: number, batch: number): Promise<LoggedRow[]> {
    const until = this.clock.now().getTime() - SETTLED_MS;
    const rows = await loggedAfter(tx, after, batch);
    const young = rows.findIndex(({ at }) => at.getTime() >= until);
    return young === -1 ? rows : rows.slice(0, young);
  }

  #linksOf(last: Link | undefined, rows: readonly LoggedRow[]): Link[] {
    const key = this.keys.current;
    let [seq, previous] = [last?.seq ?? 0, last?.hash ?? NO_LINK];
    return rows.map((row) => {
      const link = { seq: seq + 1, auditId: row.id, previous, keyId: key.id };
      [seq, previous] = [link.seq, key.link(previous, row)];
      return { ...link, hash: previous };
    });
  }
}

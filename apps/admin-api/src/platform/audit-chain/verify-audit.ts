import { Injectable } from '@nestjs/common';
import { Database, type Reader } from '../database/index.js';
import {
  countAfter,
  coveredAfter,
  firstUncovered,
  lastLink,
  linkAt,
  type Covered,
  type Link,
} from './chain-rows.js';
import { NO_LINK } from './link.js';
import { LinkKeys } from './link-keys.js';
import { TipFiles } from './tip-files.js';

/** The first row that is not as the chain says it must be. */
export interface BadAuditRow {
  readonly table: 'audit_log' | 'audit_chain' | 'tip_file';
  /** The row's number; of a file its name and line. */
  readonly key: string;
  /** What is wrong, in Chinese. */
  readonly problem: string;
}

export interface AuditVerdict {
  readonly ok: boolean;
  /** Rows of the log that were held against the chain. */
  readonly checked: number;
  /** Newer rows that the chain has not reached yet. */
  readonly waiting: number;
  readonly firstBadRow?: BadAuditRow;
  readonly tookMs: number;
}

const BATCH = 2_000;

/**
 * Walks the chain beside the log and names the first row that was changed, taken away, exchanged or slipped in
 * afterwards. Log and chain only ever grow: what stood when it began stands still while it walks.
 */
@Injectable()
export class VerifyAudit {
  #running: Promise<AuditVerdict> | undefined;

  constructor(
    private readonly database: Database,
    private readonly keys: LinkKeys,
    private readonly files: TipFiles,
  ) {}

  /** Who asks while a check is under way gets that one's verdict. */
  run(batch = BATCH): Promise<AuditVerdict> {
    this.#running ??= this.#run(this.database, batch).finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #run(reader: Reader, batch: number): Promise<AuditVerdict> {
    const began = performance.now();
    const until = await lastLink(reader);
    const walked = { checked: 0 };
    const bad =
      (await this.#walk(reader, until?.seq ?? 0, batch, walked)) ?? (await this.#tips(reader));
    return {
      ...{ ok: !bad, checked: walked.checked, ...(bad ? { firstBadRow: bad } : {}) },
      waiting: await countAfter(reader, until?.auditId ?? 0),
      tookMs: Math.round(performance.now() - began),
    };
  }

  async #walk(
    reader: Reader,
    until: number,
    batch: number,
    walked: { checked: number },
  ): Promise<BadAuditRow | undefined> {
    let last: Link | undefined;
    for (;;) {
      const part = await coveredAfter(reader, last?.seq ?? 0, until, batch);
      const from = last?.auditId ?? 0;
      for (const covered of part) {
        const bad = this.#check(covered, last);
        if (bad) return bad;
        walked.checked += 1;
        last = covered.link;
      }
      const extra = last && (await firstUncovered(reader, from, last.auditId));
      if (extra !== undefined) return inLog(extra, '这条记录是事后插进来的');
      if (part.length < batch) return undefined;
    }
  }

  #check({ link, row }: Covered, before: Link | undefined): BadAuditRow | undefined {
    const expected = (before?.seq ?? 0) + 1;
    if (link.seq !== expected) return inChain(expected, '链上的这一环不见了');
    if (!row) return inLog(link.auditId, '这条记录被删除了');
    const key = this.keys.byId(link.keyId);
    if (!key) return inChain(link.seq, '不认识做这一环的密钥，请把旧密钥也放进 YANCE_SEAL_KEY');
    if (!link.previous.equals(before?.hash ?? NO_LINK))
      return inChain(link.seq, '这一环没有接在上一环之后');
    if (!key.link(link.previous, row).equals(link.hash))
      return inLog(link.auditId, '这条记录的内容被改动过');
    return undefined;
  }

  /** What was on record outside the database must still be there. */
  async #tips(reader: Reader): Promise<BadAuditRow | undefined> {
    for await (const { file, lineNo, tip } of this.files.lines()) {
      const key = `${file}/${lineNo}`;
      if (!tip) return { table: 'tip_file', key, problem: '这一行不是留底记录' };
      const link = await linkAt(reader, tip.seq);
      if (!link) return inChain(tip.seq, '留底文件里有这一环，数据库里没有');
      if (link.hash.toString('hex') !== tip.hash)
        return { table: 'tip_file', key, problem: `与数据库里的第 ${tip.seq} 环不符` };
    }
    return undefined;
  }
}

const inLog = (id: number, problem: string): BadAuditRow => ({
  ...{ table: 'audit_log', key: String(id), problem },
});
const inChain = (seq: number, problem: string): BadAuditRow => ({
  ...{ table: 'audit_chain', key: String(seq), problem },
});

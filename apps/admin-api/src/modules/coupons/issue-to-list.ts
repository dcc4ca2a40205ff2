import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/index.js';
import { requireStore, type StaffPrincipal } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, UnitOfWork, type Tx } from '../../platform/database/index.js';
import { Refusal, refuse } from '../../platform/errors/index.js';
import { newId } from '../../platform/ids/index.js';
import { JobQueue, JobRegistry } from '../../platform/jobs/index.js';
import {
  batchById,
  endBatch,
  endRow,
  insertBatch,
  lockRow,
  openRowsOf,
  type Batch,
} from './data/batches.js';
import { templateById } from './data/templates.js';
import { IssueCoupon } from './issue-coupon.js';

/** What somebody gives away by hand. */
export interface ListWish {
  readonly templateId: string;
  /** The store in whose name it is given. */
  readonly storeId: string;
  readonly customerIds: readonly string[];
  readonly reason: string | null;
}

interface BatchJob {
  readonly batchId: string;
}

const QUEUE = 'coupons.issue-to-list';
const PER_LOOK = 100;
/** Lists up to this long are served while the sender waits. */
export const AT_ONCE = 20;

/** Gives coupons to one client or a list, each in a transaction of its own; what became of each stands in her row. */
@Injectable()
export class IssueToList implements OnModuleInit {
  constructor(
    private readonly issue: IssueCoupon,
    private readonly jobs: JobQueue,
    private readonly registry: JobRegistry,
    private readonly audit: AuditTrail,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.registry.register<BatchJob>({
      queue: QUEUE,
      run: ({ batchId }, { signal }) => this.serve(batchId, signal),
    });
  }

  /**
   * Notes the list and the job that serves it.
   * @returns the batch's id
   * @throws Refusal WRONG_STORE, COUPON_TEMPLATE_NOT_FOUND, COUPON_NOT_OFFERED; COUPON_NOT_AT_DESK for who may only give
   *   what is meant for the desk
   */
  async start(tx: Tx, staff: StaffPrincipal, wish: ListWish): Promise<string> {
    const { templateId, storeId, reason } = wish;
    requireStore(staff, storeId);
    const template = (await templateById(tx, templateId)) ?? refuse('COUPON_TEMPLATE_NOT_FOUND');
    if (!template.atDesk && !staff.permissions.has('coupons.write')) refuse('COUPON_NOT_AT_DESK');
    if (template.state !== 'on') refuse('COUPON_NOT_OFFERED');
    const [id, createdAt] = [newId(), this.clock.now()];
    const by = { byId: staff.staffId, byName: staff.name };
    const batch = { id, templateId, storeId, reason, createdAt, ...by };
    await insertBatch(tx, batch, [...new Set(wish.customerIds)]);
    await this.jobs.add(tx, {
      queue: QUEUE,
      payload: { batchId: id },
      dedupeKey: `${QUEUE}:${id}`,
    });
    const subject = { kind: 'coupon_batch', id };
    const detail = { templateId, storeId, clients: wish.customerIds.length, reason };
    await this.audit.record(tx, { actor: staff, action: 'coupons.given', subject, detail });
    return id;
  }

  /** Serves the rows that have no end yet. Several at once, or a second time, harm nothing. */
  async serve(batchId: string, signal?: AbortSignal): Promise<void> {
    const batch = await batchById(this.database, batchId);
    if (batch?.state !== 'running') return;
    for (;;) {
      const open = await openRowsOf(this.database, batchId, PER_LOOK);
      if (open.length === 0) break;
      for (const { place } of open) {
        if (signal?.aborted) return;
        await this.#serveRow(batch, place);
      }
    }
    await this.unitOfWork.run((tx) => endBatch(tx, batchId, this.clock.now()));
  }

  async #serveRow(batch: Batch, place: number): Promise<void> {
    try {
      await this.unitOfWork.run((tx) => this.#issueRow(tx, batch, place));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await this.unitOfWork.run(async (tx) => {
        const row = await lockRow(tx, batch.id, place);
        if (row?.couponId === null)
          await endRow(tx, batch.id, place, { couponId: null, refusal: error.code });
      });
    }
  }

  async #issueRow(tx: Tx, batch: Batch, place: number): Promise<void> {
    const { id, templateId, storeId, byId, byName } = batch;
    const row = await lockRow(tx, id, place);
    if (!row || row.couponId !== null || row.refusal !== null) return;
    const coupon = await this.issue.execute(tx, {
      ...{ templateId, customerId: row.customerId, storeId, source: 'hand' },
      ...{ issueKey: `list:${id}:${place}`, by: { kind: 'staff', id: byId, name: byName } },
    });
    await endRow(tx, id, place, { couponId: coupon.id, refusal: null });
  }
}

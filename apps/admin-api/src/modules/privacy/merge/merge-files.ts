import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { StaffPrincipal } from '../../../platform/auth/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { JoinFiles, SplitFiles, type Taken } from '../../customers/index.js';

/** Which two files are one person's, and what of the one that closes is to hold. */
export interface MergeRequest {
  readonly fromId: string;
  readonly toId: string;
  readonly take: readonly Taken[];
  readonly reason: string;
}

/** Brings two files of one person together, and takes it back. */
@Injectable()
export class MergeFiles {
  constructor(
    private readonly join: JoinFiles,
    private readonly split: SplitFiles,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * @returns the id of the record
   * @throws Refusal CLIENT_NOT_FOUND, CLIENT_MERGED, MERGE_SAME_FILE, REFUND_OPEN
   */
  async execute(tx: Tx, staff: StaffPrincipal, request: MergeRequest): Promise<string> {
    const { fromId, toId, take, reason } = request;
    const by = { kind: 'staff' as const, id: staff.staffId, name: staff.name };
    const mergeId = await this.join.execute(tx, fromId, toId, { by, reason, take });
    await this.audit.record(tx, {
      ...{ actor: staff, action: 'client.merged', subject: { kind: 'customer', id: toId } },
      detail: { mergeId, from: fromId },
    });
    return mergeId;
  }

  /** @throws Refusal MERGE_NOT_FOUND, MERGE_STATE, MERGE_TOO_OLD, MERGE_VALUE_SPENT, REFUND_OPEN */
  async undo(tx: Tx, staff: StaffPrincipal, mergeId: string, reason: string): Promise<void> {
    const by = { id: staff.staffId, name: staff.name, reason };
    const { fromId, toId } = await this.split.execute(tx, mergeId, by);
    await this.audit.record(tx, {
      ...{ actor: staff, action: 'client.merge_undone', subject: { kind: 'customer', id: toId } },
      detail: { mergeId, from: fromId },
    });
  }
}

import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { StaffPrincipal } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { Database, type Tx } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import { CustomerQueries, type CustomerSummary } from '../../customers/index.js';
import { dismissPair, openPairs, type DuplicatePair } from './data/pairs.js';

const PAGE = 20;

/** A pair with both files; the older one first. */
export interface SeenPair extends DuplicatePair {
  readonly older: CustomerSummary;
  readonly newer: CustomerSummary;
}

/** Files that may be one person's, and what people say of them. */
@Injectable()
export class ReadDuplicates {
  constructor(
    private readonly database: Database,
    private readonly customers: CustomerQueries,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** The latest found first; `next` is where the page after begins. */
  async page(before: string | undefined): Promise<{ items: SeenPair[]; next?: string }> {
    const found = await openPairs(this.database, before, PAGE + 1);
    const shown = found.slice(0, PAGE);
    const ids = [...new Set(shown.flatMap(({ lowId, highId }) => [lowId, highId]))];
    const files = new Map(
      (await this.customers.summaries(this.database, ids)).map((file) => [file.id, file]),
    );
    const items = shown.flatMap((pair) => {
      const [older, newer] = [files.get(pair.lowId), files.get(pair.highId)];
      return older && newer ? [{ ...pair, older, newer }] : [];
    });
    const last = shown.at(-1);
    return found.length > PAGE && last ? { items, next: last.id } : { items };
  }

  /** These are two people, and nobody is asked again. @throws Refusal DUPLICATE_NOT_FOUND */
  async dismiss(tx: Tx, staff: StaffPrincipal, pairId: string): Promise<void> {
    const by = { staffId: staff.staffId, name: staff.name, at: this.clock.now() };
    if (!(await dismissPair(tx, pairId, by))) refuse('DUPLICATE_NOT_FOUND');
    await this.audit.record(tx, {
      ...{ actor: staff, action: 'client.duplicate_dismissed' },
      subject: { kind: 'duplicate_pair', id: pairId },
    });
  }
}

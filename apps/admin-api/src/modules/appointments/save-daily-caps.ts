import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/index.js';
import type { StaffPrincipal } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { refuse, refuseField } from '../../platform/errors/index.js';
import { saveCaps, type CapKind, type DailyCap } from './data/daily-caps.js';
import { capKey } from './rules/day-caps.js';
import { StoreSetups, type StoreSetup } from './store-setups.js';

/** A service or a person with what a day takes of it; null: as many as there is room for. */
export interface NamedCap {
  readonly kind: CapKind;
  readonly subjectId: string;
  readonly name: string;
  readonly most: number | null;
}

/** Decides for a store how much of a service, and how many visits of a person, a day takes. */
@Injectable()
export class SaveDailyCaps {
  constructor(
    private readonly setups: StoreSetups,
    private readonly audit: AuditTrail,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Everything of a store that may have a cap, with it. @throws Refusal STORE_NOT_FOUND */
  async read(storeId: string): Promise<NamedCap[]> {
    const setup = (await this.setups.of(storeId)) ?? refuse('STORE_NOT_FOUND');
    const mostOf = (kind: CapKind, subjectId: string): number | null =>
      setup.caps.find((cap) => cap.kind === kind && cap.subjectId === subjectId)?.most ?? null;
    return subjectsOf(setup).map((each) => ({ ...each, most: mostOf(each.kind, each.subjectId) }));
  }

  /**
   * What is booked already stays. Who is not named has no cap.
   * @throws Refusal STORE_NOT_FOUND, INVALID_INPUT for what the store does not have, or names twice
   */
  async execute(
    by: StaffPrincipal,
    storeId: string,
    caps: readonly DailyCap[],
  ): Promise<NamedCap[]> {
    const setup = (await this.setups.of(storeId)) ?? refuse('STORE_NOT_FOUND');
    const known = new Set(subjectsOf(setup).map(({ kind, subjectId }) => capKey(kind, subjectId)));
    caps.forEach(({ kind, subjectId }, at) => {
      if (!known.delete(capKey(kind, subjectId)))
        refuseField(`caps.${at}.subjectId`, '这里没有这个项目或这个人，或者写了两次');
    });
    await this.unitOfWork.run(async (tx) => {
      await saveCaps(tx, storeId, caps, { staffId: by.staffId, at: this.clock.now() });
      await this.audit.record(tx, {
        ...{ actor: by, action: 'booking.caps-changed' },
        subject: { kind: 'daily_cap', id: storeId },
        detail: { caps },
      });
    });
    return this.read(storeId);
  }
}

/** Services, and those who can be booked. */
function subjectsOf({ services, means }: StoreSetup): Omit<NamedCap, 'most'>[] {
  const bookable = new Set(means.resources.map(({ staffId }) => staffId));
  return [
    ...[...services.values()].map(({ id, name }) => ({
      ...{ kind: 'service' as const, subjectId: id, name },
    })),
    ...means.members
      .filter(({ id }) => bookable.has(id))
      .map(({ id, displayName }) => ({
        ...{ kind: 'staff' as const, subjectId: id, name: displayName },
      })),
  ];
}

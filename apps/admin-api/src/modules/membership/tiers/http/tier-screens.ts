import { Injectable } from '@nestjs/common';
import { Clock, HOME_ZONE, localDate } from '../../../../platform/clock/index.js';
import { Database } from '../../../../platform/database/index.js';
import { allTiers } from '../data/tiers.js';
import { TierQueries } from '../tier-queries.js';
import type { StaffMemberTierDto } from './dto/tier.dto.js';
import { presentMemberTier, presentStep } from './present-tier.js';

/** Tiers as the desk sees them. */
@Injectable()
export class TierScreens {
  constructor(
    private readonly database: Database,
    private readonly queries: TierQueries,
    private readonly clock: Clock,
  ) {}

  /** Where a client stands, what is missing to the next, and how she came to it. */
  async ofClient(id: string): Promise<StaffMemberTierDto> {
    const today = localDate(this.clock.now(), HOME_ZONE);
    const [sight, all, steps] = await Promise.all([
      this.queries.sight(this.database, id, today),
      allTiers(this.database),
      this.queries.steps(this.database, id),
    ]);
    const names = new Map(all.map((tier) => [tier.id, tier.name]));
    return { ...presentMemberTier(sight), steps: steps.map((step) => presentStep(step, names)) };
  }
}

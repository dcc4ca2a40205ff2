import { HOME_ZONE, toRfc3339 } from '../../../../platform/clock/index.js';
import type { TierStep } from '../data/customer-tiers.js';
import type { Tier, TierDraft, TierVersion } from '../data/tiers.js';
import type { TierSight } from '../tier-queries.js';
import type {
  MemberTierDto,
  StaffTierDto,
  TierDto,
  TierStepDto,
  TierVersionDto,
  WriteTierDto,
} from './dto/tier.dto.js';

export function presentTier(tier: Tier): TierDto {
  const { id, rank, name, serviceDiscountPermille, productDiscountPermille } = tier;
  const { pointsMultiplierPercent, privileges, thresholds } = tier;
  return {
    ...{ id, rank, name, serviceDiscountPermille, productDiscountPermille },
    ...{ pointsMultiplierPercent, privileges: { ...privileges, others: [...privileges.others] } },
    thresholds: thresholds.map((threshold) => ({ ...threshold })),
  };
}

export function presentStaffTier(tier: Tier): StaffTierDto {
  const { state, version, updatedAt } = tier;
  return { ...presentTier(tier), state, version, updatedAt: toRfc3339(updatedAt, HOME_ZONE) };
}

export function presentTierVersion({ version, at, byName, tier }: TierVersion): TierVersionDto {
  const { name, rank, state, serviceDiscountPermille, productDiscountPermille } = tier;
  return {
    ...{ version, at: toRfc3339(at, HOME_ZONE), byName, name, rank, state },
    ...{ serviceDiscountPermille, productDiscountPermille },
  };
}

/** What was written, as the rules know it. */
export function readTier(body: WriteTierDto): TierDraft {
  const { rank, serviceDiscountPermille, productDiscountPermille } = body;
  const { pointsMultiplierPercent, state, privileges } = body;
  const lines = (privileges.others ?? '').split('\n').map((line) => line.trim());
  return {
    ...{ rank, name: body.name.trim(), serviceDiscountPermille, productDiscountPermille },
    ...{ pointsMultiplierPercent, state },
    privileges: {
      horizonDays: privileges.horizonDays ?? null,
      waitlistFirst: privileges.waitlistFirst,
      peakFirst: privileges.peakFirst ?? false,
      others: lines.filter(Boolean),
    },
    thresholds: body.thresholds.map(({ by, amount, windowMonths = null }) => ({
      ...{ by, amount, windowMonths },
    })),
  };
}

export function presentMemberTier({ tier, standing, next, tiers }: TierSight): MemberTierDto {
  return {
    tier: tier ? presentTier(tier) : null,
    since: tier ? (standing?.since ?? null) : null,
    keptUntil: tier ? (standing?.keptUntil ?? null) : null,
    next: next
      ? { tier: presentTier(next.tier), ways: next.ways.map((way) => ({ ...way })) }
      : null,
    tiers: tiers.map(presentTier),
  };
}

export function presentStep(step: TierStep, names: ReadonlyMap<string, string>): TierStepDto {
  const nameOf = (id: string | null): string | null => (id === null ? null : (names.get(id) ?? ''));
  const { kind, on, reason, byName, at } = step;
  return {
    ...{ kind, fromName: nameOf(step.from.tierId), toName: nameOf(step.to.tierId), on },
    ...{ keptUntil: step.to.keptUntil, reason, byName, at: toRfc3339(at, HOME_ZONE) },
  };
}

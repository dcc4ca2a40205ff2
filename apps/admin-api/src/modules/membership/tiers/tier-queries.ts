import { Injectable } from '@nestjs/common';
import type { LocalDate } from '../../../platform/clock/index.js';
import type { Reader } from '../../../platform/database/index.js';
import { activitiesOf } from '../activity/data/activities.js';
import { houseRules } from '../data/house-rules.js';
import {
  customerTier,
  lastStepUntil,
  tierSteps,
  type CustomerTier,
  type TierStep,
} from './data/customer-tiers.js';
import { activeTiers, allTiers, tierById, type Tier } from './data/tiers.js';
import { progressToNext, type Progress } from './rules/tier-progress.js';
import { DEFAULT_TIER_SETTINGS, type TierSettings } from './rules/tier-rules.js';

/** Where a client stands and what is missing. */
export interface TierSight {
  readonly tier: Tier | undefined;
  readonly standing: CustomerTier | undefined;
  readonly next: (Progress & { readonly tier: Tier }) | undefined;
  /** Tiers that are given, from the lowest up. */
  readonly tiers: readonly Tier[];
  readonly settings: TierSettings;
}

const STEPS = 50;

/** Reads of tiers: for prices, for phone and desk. */
@Injectable()
export class TierQueries {
  /** The tier that a client had on a day, with its discounts, multiplier and privileges; undefined without one. */
  async of(reader: Reader, customerId: string, on: LocalDate): Promise<Tier | undefined> {
    const step = await lastStepUntil(reader, customerId, on);
    const tierId = step?.to.tierId ?? null;
    return tierId === null ? undefined : tierById(reader, tierId);
  }

  /** What her tier takes off on a day, as a price asks for it; null without one. Permille that is paid. */
  async discount(
    reader: Reader,
    customerId: string,
    on: LocalDate,
  ): Promise<{
    readonly name: string;
    readonly servicePermille: number;
    readonly productPermille: number;
  } | null> {
    const tier = await this.of(reader, customerId, on);
    if (!tier) return null;
    const { name, serviceDiscountPermille, productDiscountPermille } = tier;
    return {
      ...{ name, servicePermille: serviceDiscountPermille },
      productPermille: productDiscountPermille,
    };
  }

  /** How many days ahead her tier lets a client book; null where that is as everybody. */
  async horizonDays(reader: Reader, customerId: string): Promise<number | null> {
    const tierId = (await customerTier(reader, customerId))?.tierId ?? null;
    const tier = tierId === null ? undefined : await tierById(reader, tierId);
    return tier?.privileges.horizonDays ?? null;
  }

  /** Whether her tier has the hours that stores keep for members. */
  async peakFirst(reader: Reader, customerId: string): Promise<boolean> {
    const tierId = (await customerTier(reader, customerId))?.tierId ?? null;
    const tier = tierId === null ? undefined : await tierById(reader, tierId);
    return tier?.privileges.peakFirst ?? false;
  }

  /** Names of the tiers that have those hours, from the lowest up. */
  async withPeakFirst(reader: Reader): Promise<string[]> {
    const tiers = await activeTiers(reader);
    return tiers.filter(({ privileges }) => privileges.peakFirst).map(({ name }) => name);
  }

  async sight(reader: Reader, customerId: string, on: LocalDate): Promise<TierSight> {
    const all = await allTiers(reader);
    const settings = await houseRules(reader, 'tier_rules', DEFAULT_TIER_SETTINGS);
    const standing = await customerTier(reader, customerId);
    const tiers = all.filter(({ state }) => state === 'active');
    const tierId = standing?.tierId ?? null;
    const activities = await activitiesOf(reader, customerId);
    const progress = progressToNext(tiers, tierId, activities, on, settings);
    const next = progress && tiers.find(({ id }) => id === progress.tierId);
    return {
      ...{ tier: all.find(({ id }) => id === tierId), standing, tiers, settings },
      next: progress && next && { ...progress, tier: next },
    };
  }

  /** A client's steps, latest first. */
  steps(reader: Reader, customerId: string): Promise<TierStep[]> {
    return tierSteps(reader, customerId, STEPS);
  }
}

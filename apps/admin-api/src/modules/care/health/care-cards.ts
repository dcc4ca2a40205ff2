import { Injectable } from '@nestjs/common';
import type { Reader } from '../../../platform/database/index.js';
import { refuseField } from '../../../platform/errors/index.js';
import { CareChecks } from './care-checks.js';
import type { CareFinding } from './rules/judge.js';
import { findingsOfCards } from './rules/card-findings.js';

/** What a package is sold as, and the services that its sessions are good for. */
export interface CardOffer {
  readonly planId: string;
  readonly name: string;
  readonly serviceIds: readonly string[];
}

/** Tells what some package plans are good for now; nothing of one that does not exist. */
export type OfferSource = (reader: Reader, planIds: readonly string[]) => Promise<CardOffer[]>;

/** Cards that a client is about to buy. */
interface CardQuestion {
  readonly customerId: string;
  readonly storeId: string;
  readonly planIds: readonly string[];
}

/** Lets care, which may not know session cards, ask what a card is good for. Membership tells. */
@Injectable()
export class CareCards {
  #source: OfferSource | undefined;

  constructor(private readonly checks: CareChecks) {}

  toldBy(source: OfferSource): void {
    this.#source = source;
  }

  /**
   * What speaks against services of cards that are sold, as of a plan: nothing is done yet, so all of it is soft.
   * @throws Refusal INVALID_INPUT naming `packagePlanIds` when one of them does not exist; as CareChecks.check
   */
  async check(
    reader: Reader,
    { customerId, storeId, planIds }: CardQuestion,
  ): Promise<CareFinding[]> {
    if (planIds.length === 0) return [];
    if (!this.#source) throw new Error('nobody tells what cards are good for');
    const cards = await this.#source(reader, planIds);
    if (cards.length !== new Set(planIds).size) refuseField('packagePlanIds', '有的卡不存在');
    const serviceIds = [...new Set(cards.flatMap((card) => card.serviceIds))];
    const asked = { customerId, storeId, serviceIds, productIds: [], plannedFor: 'plan' } as const;
    return findingsOfCards(await this.checks.check(reader, asked), cards);
  }
}

import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CustomerQueries } from '../../customers/index.js';
import type { Reader } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import type { ContractText } from '../data/contract-texts.js';
import { sellingStore } from '../selling-store.js';
import type { PackagePlan } from './data/package-plans.js';
import { offeredPackageBody } from './open-package.js';

/** The contract of a package plan as it would be agreed to at a store. */
export interface PackageOffer {
  readonly textId: string;
  readonly title: string;
  readonly body: string;
  readonly storeId: string;
  /** Stands for words, terms and store. SHA-256, hex. */
  readonly offerHash: string;
}

/** What a client reads and signs before she buys a package on the phone. */
@Injectable()
export class PackageOffers {
  constructor(private readonly customers: CustomerQueries) {}

  /** One for each store that she may choose; one where there is nothing to choose. */
  async of(
    reader: Reader,
    customerId: string,
    text: ContractText,
    plan: PackagePlan,
    wished: string | undefined,
  ): Promise<PackageOffer[]> {
    const mustChoose = !plan.validEverywhere && plan.storeIds.length > 1;
    const storeIds =
      mustChoose && wished === undefined
        ? plan.storeIds
        : [await this.storeOf(reader, customerId, plan, wished)];
    return Promise.all(storeIds.map((storeId) => offerAt(reader, text, plan, storeId)));
  }

  /** The store that sells it. @throws as sellingStore, PACKAGE_PLAN_NOT_ON_SALE */
  storeOf(
    reader: Reader,
    customerId: string,
    plan: PackagePlan,
    wished: string | undefined,
  ): Promise<string> {
    const way = { wished, code: 'PACKAGE_PLAN_NOT_ON_SALE' } as const;
    return sellingStore(reader, this.customers, customerId, plan, way);
  }

  /** What she read is what she would sign. @throws Refusal CONTRACT_TEXT_CHANGED */
  async requireRead(
    reader: Reader,
    text: ContractText,
    plan: PackagePlan,
    storeId: string,
    read: string | undefined,
  ): Promise<void> {
    if (read === undefined) return;
    const { offerHash } = await offerAt(reader, text, plan, storeId);
    if (offerHash !== read) refuse('CONTRACT_TEXT_CHANGED');
  }
}

async function offerAt(
  reader: Reader,
  text: ContractText,
  plan: PackagePlan,
  storeId: string,
): Promise<PackageOffer> {
  const body = await offeredPackageBody(reader, text, plan, [storeId]);
  const { id: textId, title } = text;
  return { textId, title, body, storeId, offerHash: hashOf(body, plan, storeId) };
}

/** The words, and the terms that a text may leave out of them. */
function hashOf(body: string, plan: PackagePlan, storeId: string): string {
  const items = plan.items.map(({ name, serviceIds, sessions, giftSessions, listPriceFen }) => [
    ...[name, [...serviceIds].sort(), sessions, giftSessions, listPriceFen],
  ]);
  const terms = [plan.name, plan.kind, plan.priceFen, plan.validDays, plan.usesPerDay, items];
  const rules = [plan.validEverywhere, plan.refundTerms, plan.ownReasonBasis];
  const said = JSON.stringify([body, ...terms, ...rules, storeId]);
  return createHash('sha256').update(said).digest('hex');
}

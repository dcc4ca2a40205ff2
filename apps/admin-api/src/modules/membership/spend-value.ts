import { Injectable } from '@nestjs/common';
import {
  Ledger,
  ofHouse,
  type Buying,
  type EntryKind,
  type Json,
  type Spent,
  type SpentPart,
} from '../ledger/index.js';
import { AuditTrail } from '../../platform/audit/index.js';
import type { Principal } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import { isDuplicateKey, type Tx } from '../../platform/database/index.js';
import { refuse, refuseField } from '../../platform/errors/index.js';
import { newId } from '../../platform/ids/index.js';
import { splitByLargestRemainder } from '../../platform/money/index.js';
import { Activity } from './activity/activity.js';
import { ClientConsent, type Consent } from './client-consent.js';
import { CustomerWallets } from './customer-wallets.js';
import { SLIP_KEY, insertSpend, type Spend, type SpendLot } from './data/spends.js';
import { bookTitle } from './rules/book-title.js';
import { listPriceFault } from './rules/list-price.js';
import { referenceKey } from './rules/reference-key.js';
import { actorOf, byOf, storeDay } from './store-day.js';
import { ValueEvents } from './value-events.js';

export interface SpendRequest {
  readonly customerId: string;
  readonly storeId: string;
  readonly amountFen: number;
  /** What it would have cost before discount, in fen; the amount unless told. */
  readonly listPriceFen?: number;
  readonly title: string;
  /** One of the two: the client's code, or the number of the slip that she signed. */
  readonly code?: string;
  readonly slipNo?: string;
}

/** An entry that sells what is kept for the client, paid out of her stored value. */
export interface Sale {
  readonly kind: EntryKind;
  readonly bizKey: string;
  readonly to: Buying;
  readonly request: Json;
  readonly meta: Readonly<Record<string, Json>>;
}

/** One deduction of a bill. Amounts in fen. */
export interface BillPart {
  readonly revenue: 'REV_SERVICE' | 'REV_PRODUCT';
  readonly amountFen: number;
  readonly listPriceFen: number;
  readonly title: string;
}

/** What a bill takes from a wallet, and how the client agreed to all of it at once. */
export interface BillSpend {
  readonly billId: string;
  readonly customerId: string;
  readonly storeId: string;
  readonly parts: readonly BillPart[];
  /** What she agreed with: looked at already, for all that the bill takes from her. */
  readonly consent: Consent;
}

/** A card of a bill that stored value pays, alone or in part. */
export interface CardSpend extends Omit<BillSpend, 'parts'> {
  /** The line of the bill. */
  readonly line: number;
  readonly amountFen: number;
  readonly title: string;
}

/** One slip may stand for services, for products, and for each line that sells a card. */
const PARTS_OF_USE = 2;

interface Taking extends BillPart {
  readonly customerId: string;
  readonly storeId: string;
  readonly billId: string | null;
  readonly slipPart: number;
}

interface Taken {
  readonly spend: Spend;
  readonly spent: Spent;
}

/** Takes value from a client's wallet, with her consent by code, tap or slip. */
@Injectable()
export class SpendValue {
  constructor(
    private readonly wallets: CustomerWallets,
    private readonly consent: ClientConsent,
    private readonly ledger: Ledger,
    private readonly activity: Activity,
    private readonly audit: AuditTrail,
    private readonly events: ValueEvents,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Refusal WALLET_FROZEN, MEMBER_CODE_WRONG, SLIP_NOT_ALLOWED, SLIP_USED, BALANCE_TOO_LOW with
   *   `availableFen` good in this store, CLIENT_NOT_FOUND, CLIENT_MERGED
   */
  async execute(tx: Tx, staff: Principal, request: SpendRequest): Promise<Spend> {
    return (await this.buy(tx, staff, request)).spend;
  }

  /** The same for what is kept for her: principal goes into it, and the entry is the sale's. @throws as execute */
  async buy(tx: Tx, staff: Principal, request: SpendRequest, sale?: Sale): Promise<Taken> {
    const { customerId, storeId, amountFen, listPriceFen = amountFen } = request;
    const fault = listPriceFault(amountFen, listPriceFen);
    if (fault !== undefined) refuseField('listPriceFen', fault);
    const wallet = await this.wallets.lockUsable(tx, customerId);
    const consent = await this.consent.require(tx, wallet, request);
    const taking = { customerId, storeId, amountFen, listPriceFen, title: request.title.trim() };
    return this.#take(
      tx,
      staff,
      consent,
      { ...taking, revenue: 'REV_SERVICE', billId: null, slipPart: 1 },
      sale,
    );
  }

  /**
   * Pays a bill, services and products apart. `ClientConsent.agree` was asked before.
   * @param by the desk, or the client who tapped @throws as execute
   */
  async payBill(tx: Tx, by: Principal, request: BillSpend): Promise<Spend[]> {
    const { customerId, storeId, billId, consent } = request;
    await this.wallets.lockUsable(tx, customerId);
    const spends: Spend[] = [];
    for (const [place, part] of request.parts.entries()) {
      const taking = { ...part, customerId, storeId, billId, slipPart: place + 1 };
      spends.push((await this.#take(tx, by, consent, taking)).spend);
    }
    return spends;
  }

  /** A card that a bill sells. `ClientConsent.agree` was asked before. @throws as execute */
  async buyOnBill(tx: Tx, by: Principal, request: CardSpend, sale: Sale): Promise<Taken> {
    const { customerId, storeId, billId, consent, amountFen, title, line } = request;
    await this.wallets.lockUsable(tx, customerId);
    const taking = {
      ...{ customerId, storeId, billId, amountFen, listPriceFen: amountFen, title },
      ...{ revenue: 'REV_SERVICE' as const, slipPart: PARTS_OF_USE + line },
    };
    return this.#take(tx, by, consent, taking, sale);
  }

  async #take(
    tx: Tx,
    principal: Principal,
    consent: Consent,
    taking: Taking,
    sale?: Sale,
  ): Promise<Taken> {
    const { customerId, storeId, amountFen, listPriceFen, title, billId, slipPart } = taking;
    const { today } = await storeDay(tx, storeId, this.clock.now());
    const [id, by] = [newId(), byOf(principal)];
    const spent = await this.ledger.spend(tx, {
      ...{ kind: 'spend', bizKey: id, customerId, amountFen, storeId, atStoreId: storeId },
      ...{ to: ofHouse(taking.revenue, storeId), effectiveOn: today, actor: actorOf(by) },
      ...sale,
      meta: {
        ...{ title: bookTitle(taking), spendId: id, listPriceFen },
        ...(billId === null ? {} : { billId }),
        ...sale?.meta,
      },
    });
    const spend: Spend = {
      ...{ id, customerId, storeId, title, amountFen, listPriceFen, billId, slipPart },
      ...{ principalFen: spent.principalFen, bonusFen: spent.bonusFen },
      consent: 'code' in consent ? 'member_code' : 'tap' in consent ? 'tap' : 'slip',
      slipNo: 'slipNo' in consent ? referenceKey(consent.slipNo) : null,
      ...{ state: 'done', txId: spent.txId, entryNo: spent.entryNo },
      ...{ reverseTxId: null, reverseReason: null, byKind: by.kind, byId: by.id, byName: by.name },
      ...{ disputedAt: null, disputeNote: null, createdAt: this.clock.now() },
    };
    await insertSpend(tx, spend, shareListPrice(listPriceFen, spent.parts)).catch(toRefusal);
    const { principalFen, bonusFen } = spend;
    // What is kept for her counts when it is used.
    if (!sale)
      await this.activity.note(tx, {
        ...{ customerId, storeId, on: today, sourceKind: 'spend', sourceId: id },
        facts: [
          {
            kind: taking.revenue === 'REV_PRODUCT' ? 'product' : 'consumption',
            ...{ amountFen: principalFen, bonusFen },
          },
        ],
      });
    await this.audit.record(tx, {
      ...{ actor: principal, action: 'wallet.spent' },
      subject: { kind: 'customer', id: customerId },
      detail: { spendId: id, storeId, amountFen, consent: spend.consent },
    });
    await this.events.tell(tx, 'value.spent', spend);
    return { spend, spent };
  }
}

/** Each lot's part of the price before discount, by what it gave. */
function shareListPrice(listPriceFen: number, parts: readonly SpentPart[]): SpendLot[] {
  const gave = parts.map((part) => part.principalFen + part.bonusFen);
  const shares = splitByLargestRemainder(listPriceFen, gave);
  return parts.map((part, place) => ({ ...part, listPriceFen: shares[place] ?? 0 }));
}

function toRefusal(error: unknown): never {
  if (isDuplicateKey(error, SLIP_KEY)) return refuse('SLIP_USED');
  throw error;
}

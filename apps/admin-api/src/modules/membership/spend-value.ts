import { Injectable } from '@nestjs/common';
import { Ledger, ofHouse, type SpentPart } from '../ledger/index.js';
import { AuditTrail } from '../../platform/audit/index.js';
import type { StaffPrincipal } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import { isDuplicateKey, type Tx } from '../../platform/database/index.js';
import { refuse, refuseField } from '../../platform/errors/index.js';
import { newId } from '../../platform/ids/index.js';
import { splitByLargestRemainder } from '../../platform/money/index.js';
import { CustomerWallets } from './customer-wallets.js';
import { settingsOf } from './data/settings.js';
import { SLIP_KEY, insertSpend, type Spend, type SpendLot } from './data/spends.js';
import type { Wallet } from './data/wallets.js';
import { MemberCodes } from './member-codes.js';
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

/** Takes value from a client's wallet, with her consent by code or slip. */
@Injectable()
export class SpendValue {
  constructor(
    private readonly wallets: CustomerWallets,
    private readonly codes: MemberCodes,
    private readonly ledger: Ledger,
    private readonly audit: AuditTrail,
    private readonly events: ValueEvents,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Refusal WALLET_FROZEN, MEMBER_CODE_WRONG, SLIP_NOT_ALLOWED, SLIP_USED, BALANCE_TOO_LOW with
   *   `availableFen` good in this store, CLIENT_NOT_FOUND, CLIENT_MERGED
   */
  async execute(tx: Tx, staff: StaffPrincipal, request: SpendRequest): Promise<Spend> {
    const { customerId, storeId, amountFen, listPriceFen = amountFen } = request;
    if (listPriceFen < amountFen) refuseField('listPriceFen', '优惠前价格不能低于扣款金额');
    const wallet = await this.wallets.lockUsable(tx, customerId);
    await this.#agree(tx, wallet, request);
    const { today } = await storeDay(tx, storeId, this.clock.now());
    const [id, title, by] = [newId(), request.title.trim(), byOf(staff)];
    const spent = await this.ledger.spend(tx, {
      ...{ kind: 'spend', bizKey: id, customerId, amountFen, storeId, atStoreId: storeId },
      ...{ to: ofHouse('REV_SERVICE', storeId), effectiveOn: today, actor: actorOf(by) },
      meta: { title, spendId: id, listPriceFen },
    });
    const spend: Spend = {
      ...{ id, customerId, storeId, title, amountFen, listPriceFen },
      ...{ principalFen: spent.principalFen, bonusFen: spent.bonusFen },
      consent: request.code === undefined ? 'slip' : 'member_code',
      slipNo: slipOf(request),
      ...{ state: 'done', txId: spent.txId, entryNo: spent.entryNo },
      ...{ reverseTxId: null, reverseReason: null, byKind: by.kind, byId: by.id, byName: by.name },
      ...{ disputedAt: null, disputeNote: null, createdAt: this.clock.now() },
    };
    await insertSpend(tx, spend, shareListPrice(listPriceFen, spent.parts)).catch(toRefusal);
    await this.audit.record(tx, {
      ...{ actor: staff, action: 'wallet.spent', subject: { kind: 'customer', id: customerId } },
      detail: { spendId: id, storeId, amountFen, consent: spend.consent },
    });
    await this.events.tell(tx, 'value.spent', spend);
    return spend;
  }

  async #agree(tx: Tx, wallet: Wallet, request: SpendRequest): Promise<void> {
    if (request.code !== undefined) return this.codes.use(tx, wallet, request.code);
    if (request.slipNo === undefined) refuseField('code', '请扫顾客的会员码，或填写签字单号');
    const { slipAllowed } = await settingsOf(tx, request.storeId);
    if (!slipAllowed) refuse('SLIP_NOT_ALLOWED');
  }
}

/** The slip that a deduction uses up; none where the client's code speaks for it. */
function slipOf({ code, slipNo }: SpendRequest): string | null {
  return code !== undefined || slipNo === undefined ? null : referenceKey(slipNo);
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

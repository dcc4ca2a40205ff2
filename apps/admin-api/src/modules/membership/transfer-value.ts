import { Injectable } from '@nestjs/common';
import { Ledger, lotsOf, type Lot, type LotShare, type Transferred } from '../ledger/index.js';
import { AuditTrail } from '../../platform/audit/index.js';
import type { StaffPrincipal } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { newId } from '../../platform/ids/index.js';
import { splitByLargestRemainder } from '../../platform/money/index.js';
import { CustomerWallets } from './customer-wallets.js';
import { handOnLot } from './data/lot-origins.js';
import { insertTransfer, type Transfer } from './data/transfers.js';
import { MemberCodes } from './member-codes.js';
import { requireRoom } from './open-top-up.js';
import { actorOf, byOf, storeDay } from './store-day.js';
import { ValueEvents } from './value-events.js';

export interface TransferRequest {
  readonly from: string;
  readonly to: string;
  readonly storeId: string;
  /** Principal and bonus together, in fen; everything unless told. */
  readonly amountFen?: number;
  readonly reason: string;
  /** The giver's member code. */
  readonly code: string;
}

/** Gives stored value to another client, lot by lot: each keeps its store, its terms and its day of payment. */
@Injectable()
export class TransferValue {
  constructor(
    private readonly wallets: CustomerWallets,
    private readonly codes: MemberCodes,
    private readonly ledger: Ledger,
    private readonly events: ValueEvents,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * The caller has shown her password again.
   * @throws Refusal TRANSFER_REFUSED to herself, WALLET_FROZEN of either, MEMBER_CODE_WRONG, REFUND_OPEN,
   *   BALANCE_TOO_LOW with `availableFen`, CARD_CAP_EXCEEDED of the receiver, CLIENT_NOT_FOUND, CLIENT_MERGED
   */
  async execute(tx: Tx, staff: StaffPrincipal, request: TransferRequest): Promise<Transfer> {
    const { from, to, storeId, reason } = request;
    if (from === to) refuse('TRANSFER_REFUSED');
    const giver = await this.wallets.lockBoth(tx, from, to);
    await this.codes.use(tx, giver, request.code);
    await this.wallets.requireNoOpenRefund(tx, from);
    const lots = await lotsOf(tx, { kind: 'customer', id: from });
    const shares = sharesFor(lots, request.amountFen);
    const principal = shares.reduce((sum, share) => sum + share.principalFen, 0);
    await requireRoom(tx, { customerId: to, storeId, amountFen: principal });
    const { today } = await storeDay(tx, storeId, this.clock.now());
    const [id, by] = [newId(), byOf(staff)];
    const moved = await this.ledger.moveLots(tx, {
      ...{ kind: 'transfer', bizKey: id, storeId, effectiveOn: today, actor: actorOf(by) },
      ...{ from, to, shares, meta: { title: '储值转赠', transferId: id } },
    });
    const transfer: Transfer = {
      ...{ id, fromCustomerId: from, toCustomerId: to, kind: 'gift', storeId, reason },
      ...{ principalFen: moved.principalFen, bonusFen: moved.bonusFen },
      ...{ txId: moved.txId, entryNo: moved.entryNo, byId: by.id, byName: by.name },
      createdAt: this.clock.now(),
    };
    await insertTransfer(tx, transfer);
    await handOn(tx, lots, moved);
    const { principalFen, bonusFen } = transfer;
    await this.audit.record(tx, {
      ...{ actor: staff, action: 'wallet.transferred', subject: { kind: 'customer', id: from } },
      detail: { transferId: id, to, storeId, principalFen, bonusFen, reason },
    });
    const news = { id, storeId, amountFen: principalFen + bonusFen };
    await this.events.tell(tx, 'value.given', { ...news, customerId: from });
    await this.events.tell(tx, 'value.received', { ...news, customerId: to });
    return transfer;
  }
}

/** What was used of the lots and the terms they were sold under go along with what is given away. */
async function handOn(tx: Tx, lots: readonly Lot[], moved: Transferred): Promise<void> {
  const left = new Map(lots.map((lot) => [lot.id, lot.principalLeftFen + lot.bonusLeftFen]));
  for (const [place, { lotId, principalFen, bonusFen }] of moved.shares.entries()) {
    const [to, leftFen] = [moved.lotIds[place], left.get(lotId)];
    if (to === undefined || leftFen === undefined) throw new Error('a share makes a lot');
    await handOnLot(tx, { from: lotId, to }, { movedFen: principalFen + bonusFen, leftFen });
  }
}

/**
 * Which lots give how much, oldest first; of a lot that gives a part, principal and bonus in the ratio of what is left,
 * so that nobody gives away the one and keeps the other.
 * @throws Refusal BALANCE_TOO_LOW
 */
function sharesFor(lots: readonly Lot[], amountFen: number | undefined): LotShare[] {
  const left = (lot: Lot): number => lot.principalLeftFen + lot.bonusLeftFen;
  const availableFen = lots.reduce((sum, lot) => sum + left(lot), 0);
  const wanted = amountFen ?? availableFen;
  if (wanted === 0 || wanted > availableFen)
    refuse('BALANCE_TOO_LOW', { extras: { availableFen } });
  let open = wanted;
  return lots.flatMap((lot) => {
    const amount = Math.min(open, left(lot));
    if (amount === 0) return [];
    open -= amount;
    const weights = [lot.principalLeftFen, lot.bonusLeftFen];
    const [principalFen = 0, bonusFen = 0] = splitByLargestRemainder(amount, weights);
    return [{ lotId: lot.id, principalFen, bonusFen }];
  });
}

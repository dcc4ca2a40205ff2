import { Injectable } from '@nestjs/common';
import type { SessionConsent } from '@yance/shared-types';
import { Ledger, lotsByIds, ofHouse, type Leg } from '../../ledger/index.js';
import type { Principal } from '../../../platform/auth/index.js';
import { Clock, type LocalDate } from '../../../platform/clock/index.js';
import { isDuplicateKey, type Tx } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import { newId } from '../../../platform/ids/index.js';
import { Activity } from '../activity/activity.js';
import { actorOf, byOf, storeDay } from '../store-day.js';
import { ValueEvents } from '../value-events.js';
import type { Package, PackageItem } from './data/packages.js';
import { USE_SLIP_KEY, insertSessionUse, type SessionUse } from './data/session-uses.js';
import { deferredOf, sessionsOf } from './rules/sale-legs.js';
import { sessionValue } from './rules/session-value.js';

/** A session that is used up now. The package's row is locked. */
export interface UseToPost {
  /** Where something else speaks of it already. */
  readonly id?: string;
  readonly pack: Package;
  readonly item: PackageItem;
  /** Where it waits: free, or kept for a visit. */
  readonly from: 'SES_AVAIL' | 'SES_RESERVED';
  readonly storeId: string;
  readonly serviceId: string;
  readonly title: string;
  readonly consent: SessionConsent;
  readonly slipNo?: string;
  /** Which of the sessions that the slip speaks for; the first unless told. */
  readonly slipPart?: number;
  readonly visit?: {
    readonly appointmentId: string;
    readonly line: number;
    readonly reservationId: string;
  };
  readonly usedOn: LocalDate;
  readonly dayNo: number | null;
}

/** Writes a use down: its worth becomes revenue of the store that serves, and the client sees it at once. */
@Injectable()
export class PostSessionUse {
  constructor(
    private readonly ledger: Ledger,
    private readonly activity: Activity,
    private readonly events: ValueEvents,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal SLIP_USED, BALANCE_TOO_LOW */
  async execute(tx: Tx, principal: Principal, use: UseToPost): Promise<SessionUse> {
    const { pack, item, visit } = use;
    const [id, by] = [use.id ?? newId(), byOf(principal)];
    const entry = pack.kind === 'time' ? undefined : await this.#post(tx, principal, id, use);
    const made: SessionUse = {
      ...{ id, packageId: pack.id, itemId: item.id, customerId: pack.customerId },
      ...{ storeId: use.storeId, serviceId: use.serviceId, title: use.title },
      ...{ appointmentId: visit?.appointmentId ?? null, line: visit?.line ?? null },
      ...{ reservationId: visit?.reservationId ?? null, usedOn: use.usedOn, dayNo: use.dayNo },
      ...{ valueFen: entry?.valueFen ?? 0, consent: use.consent, slipNo: use.slipNo ?? null },
      slipPart: use.slipPart ?? 1,
      listPriceFen: pack.kind === 'time' ? 0 : item.listPriceFen,
      ...{ state: 'done', txId: entry?.txId ?? null, entryNo: entry?.entryNo ?? null },
      ...{ reverseTxId: null, reverseReason: null, byKind: by.kind, byId: by.id, byName: by.name },
      ...{ confirmedAt: null, disputedAt: null, disputeNote: null, createdAt: this.clock.now() },
      billId: null,
    };
    await insertSessionUse(tx, made).catch(toRefusal);
    await this.#count(tx, made);
    await this.events.tell(tx, 'session.used', { ...made, amountFen: made.valueFen });
    return made;
  }

  /** What was bought before is used up now; a card by time is used up by its days. */
  async #count(tx: Tx, { id, customerId, storeId, usedOn, valueFen }: SessionUse): Promise<void> {
    if (valueFen === 0) return;
    await this.activity.note(tx, {
      ...{ customerId, storeId, on: usedOn, sourceKind: 'session', sourceId: id },
      facts: [{ kind: 'consumption', amountFen: valueFen }],
    });
  }

  async #post(tx: Tx, principal: Principal, id: string, { pack, item, ...use }: UseToPost) {
    const [lot] = await lotsByIds(tx, item.lotId === null ? [] : [item.lotId]);
    if (!lot) throw new Error('an item that is paid for has a lot');
    if (lot.unitsLeft === 0) refuse('SESSION_NOT_AVAILABLE');
    const valueFen = sessionValue(lot.principalLeftFen, lot.unitsLeft);
    const { storeId } = use;
    const { today } = await storeDay(tx, storeId, this.clock.now());
    const at = { lot: { id: lot.id } };
    const between = ofHouse('INTERSTORE', storeId);
    const legs: Leg[] = [
      {
        ...{ debit: sessionsOf(item.id, use.from), credit: ofHouse('SES_USED', storeId) },
        ...{ amount: 1, ...at },
      },
      {
        ...{ debit: deferredOf(pack, item.id), credit: ofHouse('REV_SERVICE', storeId) },
        ...{ amount: valueFen, ...at },
      },
    ];
    if (pack.storeId !== storeId)
      legs.push({
        debit: between,
        credit: ofHouse('INTERSTORE', pack.storeId),
        amount: valueFen,
      });
    const posted = await this.ledger.post(tx, {
      ...{ kind: 'session_redeem', bizKey: id, storeId, effectiveOn: today },
      ...{ actor: actorOf(byOf(principal)), legs: legs.filter((leg) => leg.amount > 0) },
      meta: { title: `耗卡：${use.title}`, packageId: pack.id, sessionUseId: id },
    });
    return { ...posted, valueFen };
  }
}

function toRefusal(error: unknown): never {
  if (isDuplicateKey(error, USE_SLIP_KEY)) return refuse('SLIP_USED');
  throw error;
}

import { Injectable } from '@nestjs/common';
import { CustomerQueries, CustomerRepository } from '../customers/index.js';
import { AuditTrail } from '../../platform/audit/index.js';
import type { StaffPrincipal } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import { isDuplicateKey, type Reader, type Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { newId } from '../../platform/ids/index.js';
import { CreditTopUp } from './credit-top-up.js';
import { valueOf } from './customer-wallets.js';
import {
  PROTOCOL_KEY,
  batchByProtocol,
  broughtBefore,
  insertBatch,
  type OpeningBatch,
} from './data/opening-batches.js';
import { settingsOf } from './data/settings.js';
import { insertTopUp, type TopUp } from './data/top-ups.js';
import { lockWallets } from './data/wallets.js';
import {
  hashOf,
  normalMemberNo,
  sums,
  type OpeningProtocol,
  type OpeningResult,
} from './opening-protocol.js';
import {
  openingFaults,
  openingWarnings,
  type OpeningFault,
  type OpeningRow,
} from './rules/opening-rows.js';
import { referenceKey } from './rules/reference-key.js';
import { byOf, storeDay, type By } from './store-day.js';

/** Leaves the transaction of an import that wrote nothing, so that its key is free for the next try. */
export class NothingImported extends Error {
  constructor(readonly look: OpeningResult) {
    super('cells of the protocol are wrong');
    this.name = 'NothingImported';
  }
}

/** Takes over what clients had when the salon moved in: the whole protocol or nothing, and each protocol once. */
@Injectable()
export class ImportOpeningBalances {
  constructor(
    private readonly customers: CustomerQueries,
    private readonly files: CustomerRepository,
    private readonly credit: CreditTopUp,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Says what would happen and names what is wrong, cell by cell. */
  async look(reader: Reader, protocol: OpeningProtocol): Promise<OpeningResult> {
    const ids = await this.#idsOf(reader, protocol);
    const { today } = await storeDay(reader, protocol.storeId, this.clock.now());
    const known = (memberNo: string): boolean => ids.has(normalMemberNo(memberNo));
    const faults = openingFaults(protocol.rows, known, today);
    const warnings = await this.#warnings(reader, protocol, ids);
    return { ...sums(protocol), imported: false, faults, warnings, batchId: null };
  }

  async #warnings(
    reader: Reader,
    { storeId, rows }: OpeningProtocol,
    ids: ReadonlyMap<string, string>,
  ): Promise<OpeningFault[]> {
    const { cardCapFen: capFen } = await settingsOf(reader, storeId);
    const numbers = new Map([...ids].map(([memberNo, id]) => [id, memberNo]));
    const balances = new Map<string, number>();
    for (const [memberNo, id] of capFen === null ? [] : ids)
      balances.set(memberNo, (await valueOf(reader, id)).principalFen);
    const before = await broughtBefore(reader, [...numbers.keys()]);
    return openingWarnings(
      rows.map((row) => ({ ...row, memberNo: normalMemberNo(row.memberNo) })),
      {
        ...{ capFen, balanceOf: (memberNo: string) => balances.get(memberNo) ?? 0 },
        before: before.map((one) => ({ ...one, memberNo: numbers.get(one.customerId) ?? '' })),
      },
    );
  }

  /**
   * Writes all rows, or none while any cell is wrong or a warning is not confirmed.
   * @throws NothingImported, Refusal OPENING_PROTOCOL_USED when the number stands for other rows
   */
  async execute(tx: Tx, staff: StaffPrincipal, asked: OpeningProtocol): Promise<OpeningResult> {
    const protocol = { ...asked, protocolNo: referenceKey(asked.protocolNo) };
    const requestHash = hashOf(protocol);
    const done = await batchByProtocol(tx, protocol.protocolNo);
    if (done) return sameAgain(done, protocol, requestHash);
    const look = await this.look(tx, protocol);
    const doubtful = look.warnings.length > 0 && asked.confirmed !== true;
    if (look.faults.length > 0 || doubtful) throw new NothingImported(look);
    const batch: OpeningBatch = {
      ...sums(protocol),
      ...protocol,
      id: newId(),
      requestHash,
      rows: protocol.rows.length,
    };
    const by = { staffId: staff.staffId, name: staff.name, at: this.clock.now() };
    try {
      await insertBatch(tx, batch, by);
    } catch (error) {
      const faster = isDuplicateKey(error, PROTOCOL_KEY)
        ? await batchByProtocol(tx, protocol.protocolNo)
        : undefined;
      if (!faster) throw error;
      return sameAgain(faster, protocol, requestHash);
    }
    const ids = await this.#idsOf(tx, protocol);
    // In one order, as everywhere: two protocols with the same clients wait for each other and do not lock up.
    await this.files.lock(tx, [...ids.values()]);
    await lockWallets(tx, [...ids.values()], this.clock.now());
    for (const [place, row] of protocol.rows.entries()) {
      const customerId = ids.get(normalMemberNo(row.memberNo)) ?? refuse('CLIENT_NOT_FOUND');
      await this.#takeOver(tx, { batch, protocol, customerId, place, by: byOf(staff) }, row);
    }
    await this.audit.record(tx, {
      ...{ actor: staff, action: 'wallet.opening_imported' },
      subject: { kind: 'opening_batch', id: batch.id },
      detail: { ...sums(protocol), protocolNo: protocol.protocolNo, storeId: protocol.storeId },
    });
    return { ...sums(protocol), imported: true, faults: [], warnings: [], batchId: batch.id };
  }

  #idsOf(reader: Reader, protocol: OpeningProtocol): Promise<Map<string, string>> {
    const numbers = protocol.rows.map((row) => normalMemberNo(row.memberNo)).filter(Boolean);
    return this.customers.byMemberNos(reader, [...new Set(numbers)]);
  }

  async #takeOver(
    tx: Tx,
    at: {
      readonly batch: OpeningBatch;
      readonly protocol: OpeningProtocol;
      readonly customerId: string;
      readonly place: number;
      readonly by: By;
    },
    row: OpeningRow,
  ): Promise<void> {
    const { batch, protocol, customerId, place, by } = at;
    const { principalFen, bonusFen = 0, originalPriceFen = principalFen } = row;
    const topUp: TopUp = {
      ...{ id: newId(), customerId, storeId: protocol.storeId, planId: null, title: '期初余额' },
      ...{ priceFen: principalFen, bonusFen, listPriceFen: originalPriceFen + bonusFen },
      ...{ spendOrder: 'proportional', validEverywhere: protocol.validEverywhere },
      refundTerms: `按原协议办理（期初协议 ${protocol.protocolNo}）。`,
      ...{ ownReasonBasis: 'list_price', renewal: true, tender: 'opening', tenderReference: null },
      ...{ orderNo: null, batchId: batch.id, batchRow: place + 1, billId: null, billLine: null },
      ...{ state: 'pending', lotId: null },
      ...{ txId: null, entryNo: null, reverseTxId: null, reverseReason: null, paidOn: null },
      ...{ byKind: by.kind, byId: by.id, byName: by.name },
      ...{ createdAt: this.clock.now(), settledAt: null },
    };
    await insertTopUp(tx, topUp);
    await this.credit.execute(tx, topUp, by, row.paidOn);
  }
}

/** A protocol that stands in the books: the same rows have their answer again. */
function sameAgain(done: OpeningBatch, protocol: OpeningProtocol, requestHash: Buffer) {
  if (!done.requestHash.equals(requestHash)) refuse('OPENING_PROTOCOL_USED');
  return { ...sums(protocol), imported: true, faults: [], warnings: [], batchId: done.id };
}

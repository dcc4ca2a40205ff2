import { Injectable } from '@nestjs/common';
import {
  CompleteFile,
  CreateCustomer,
  CustomerRepository,
  PhoneHolders,
  AddPhone,
  UpdateCustomer,
  type PhoneHolder,
} from '../../customers/index.js';
import { Clock, HOME_ZONE, instantOf, localDate } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { Refusal } from '../../../platform/errors/index.js';
import { SOUND, rowsAfter, settleRow, type ImportRow } from './data/import-rows.js';
import type { ClientImport } from './data/imports.js';
import { ImportSeals } from './import-seals.js';
import { RowRefused } from './row-refused.js';
import { readRow, type ImportDraft } from './rules/read-row.js';
import { holderOf } from './rules/whom.js';
import { WriteOpenings, type OpeningOfRow } from './write-openings.js';

/** Rows of one transaction: short enough for the desk to get in between. */
const AT_ONCE = 100;
/** Files that are older than this system are dated to the middle of their day. */
const NOON_MINUTES = 12 * 60;

/** Writes the next rows of an import: each once, because what became of it is written with it. */
@Injectable()
export class WriteRows {
  constructor(
    private readonly seals: ImportSeals,
    private readonly holders: PhoneHolders,
    private readonly create: CreateCustomer,
    private readonly complete: CompleteFile,
    private readonly update: UpdateCustomer,
    private readonly addPhone: AddPhone,
    private readonly openings: WriteOpenings,
    private readonly files: CustomerRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * @param one locked in `tx`
   * @returns false when no row is left
   * @throws RowRefused
   */
  async execute(tx: Tx, one: ClientImport): Promise<boolean> {
    const rows = await rowsAfter(tx, one.id, 0, AT_ONCE, SOUND);
    const today = localDate(this.clock.now(), HOME_ZONE);
    const drafts = rows.map((row) => {
      const cells = this.seals.readCells(one.id, row.no, row.cellsSealed);
      return { row, read: readRow(cells, one.mapping ?? {}, today) };
    });
    const phones = drafts.flatMap(({ read }) => read.draft?.phone ?? []);
    const holders = await this.holders.of(tx, phones);
    const brought: OpeningOfRow[] = [];
    for (const { row, read } of drafts) {
      if (read.draft) brought.push(...(await this.#settle(tx, one, row, read.draft, holders)));
      else
        await settleRow(tx, one.id, row.no, {
          ...{ state: 'bad', faultsSealed: this.seals.faults(one.id, row.no, read.faults) },
        });
    }
    const topUps = await this.openings.execute(tx, one, brought);
    for (const [no, topUpId] of topUps) await settleRow(tx, one.id, no, { topUpId });
    return rows.length > 0;
  }

  async #settle(
    tx: Tx,
    one: ClientImport,
    row: ImportRow,
    draft: ImportDraft,
    holders: Map<string, PhoneHolder[]>,
  ): Promise<OpeningOfRow[]> {
    const { no } = row;
    const own = holderOf(holders, draft);
    const holder = own ?? sharerOf(holders, row, draft);
    const choice = own ? (row.choice ?? one.onDuplicate ?? 'skip') : (row.choice ?? 'new');
    if (holder && choice === 'skip') {
      await settleRow(tx, one.id, no, { state: 'skipped', matchId: holder.customerId });
      return [];
    }
    try {
      const memberNo =
        holder && choice === 'add'
          ? await this.#add(tx, one, no, holder, draft)
          : await this.#open(tx, one, no, draft, holders);
      return draft.opening ? [{ no, memberNo, opening: draft.opening }] : [];
    } catch (error) {
      throw error instanceof Refusal ? refusedRow(one, no, error) : error;
    }
  }

  async #open(
    tx: Tx,
    one: ClientImport,
    no: number,
    draft: ImportDraft,
    holders: Map<string, PhoneHolder[]>,
  ): Promise<string> {
    const { name, phone, otherPhone, gender, birthday, source = 'import', createdOn, note } = draft;
    const { ownNo, occupation, wechatName, email, address } = draft;
    const { id, memberNo } = await this.create.execute(tx, {
      ...{ name, gender, source, note, phone, ...birthday, homeStoreId: one.storeId },
      ...(createdOn !== undefined && { createdAt: this.#middleOf(createdOn) }),
    });
    const profile = { ownNo, occupation, wechatName, email, address };
    if (Object.values(profile).some((value) => value !== undefined))
      await this.update.execute(tx, id, profile);
    if (otherPhone !== undefined && otherPhone !== phone)
      await this.addPhone.execute(tx, { customerId: id, phone: otherPhone });
    const fileVersion = await this.#versionOf(tx, id);
    await settleRow(tx, one.id, no, { state: 'created', customerId: id, fileVersion });
    if (phone === undefined) return memberNo;
    // Later rows of the same client find the file that this one opened.
    holders.set(phone, [...(holders.get(phone) ?? []), { customerId: id, name, memberNo }]);
    return memberNo;
  }

  async #add(
    tx: Tx,
    one: ClientImport,
    no: number,
    { customerId, memberNo }: PhoneHolder,
    draft: ImportDraft,
  ): Promise<string> {
    const before = await this.complete.execute(tx, customerId, draft);
    await settleRow(tx, one.id, no, {
      ...{ state: 'added', customerId, matchId: customerId },
      fileVersion: await this.#versionOf(tx, customerId),
      beforeSealed: this.seals.before(one.id, no, before),
    });
    return memberNo;
  }

  /** A day that has just begun has no middle yet. */
  #middleOf(day: string): Date {
    const [noon, now] = [instantOf(day, NOON_MINUTES, HOME_ZONE), this.clock.now()];
    return noon < now ? noon : now;
  }

  async #versionOf(tx: Tx, id: string): Promise<number> {
    return (await this.files.lockActive(tx, id)).version;
  }
}

/** Whoever else has her phone: hers is a file of its own unless somebody said otherwise of the row. */
const sharerOf = (
  holders: ReadonlyMap<string, readonly PhoneHolder[]>,
  { state }: ImportRow,
  { phone }: ImportDraft,
): PhoneHolder | undefined =>
  state === 'shared' && phone !== undefined ? holders.get(phone)?.[0] : undefined;

function refusedRow(one: ClientImport, no: number, { fields, message }: Refusal): RowRefused {
  const named = fields[0];
  const columns = Object.entries(one.mapping ?? {});
  const [place, field] = columns.find(([, name]) => name === named?.field) ??
    columns.find(([, name]) => name === 'name') ?? ['0', 'name' as const];
  const reason = named?.message ?? message;
  return new RowRefused(no, { column: Number(place), field, value: '', reason });
}

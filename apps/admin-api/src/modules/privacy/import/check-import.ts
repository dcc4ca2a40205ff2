import { Injectable } from '@nestjs/common';
import { OwnNumbers, PhoneHolders } from '../../customers/index.js';
import type { StaffPrincipal } from '../../../platform/auth/index.js';
import { Clock, HOME_ZONE, localDate } from '../../../platform/clock/index.js';
import { UnitOfWork, type Tx } from '../../../platform/database/index.js';
import { refuse, refuseField } from '../../../platform/errors/index.js';
import { markChecked, rowsAfter, type CheckedRow, type ImportRow } from './data/import-rows.js';
import {
  changeImport,
  keepMapping,
  lockImport,
  protocolUsed,
  type ClientImport,
  type DuplicateChoice,
  type ImportChange,
} from './data/imports.js';
import { ImportSeals } from './import-seals.js';
import { MONEY_FIELDS, type ImportField } from './rules/fields.js';
import { headingsKey, type ColumnMapping } from './rules/headings.js';
import { readRow, type ReadRow } from './rules/read-row.js';
import { EarlierRows, whomOf, type Known, type Whom } from './rules/whom.js';

/** Rows that are looked at before others get their turn. */
const AT_ONCE = 500;

/** What somebody says about a file. */
export interface CheckRequest {
  readonly columns: readonly { readonly column: number; readonly field: ImportField }[];
  readonly onDuplicate: DuplicateChoice;
  /** Number of the signed protocol; needed where a column brings value along. */
  readonly protocolNo?: string;
  /** Whether that value is good in all stores; not unless told. */
  readonly validEverywhere?: boolean;
}

/** A dry run: says of every row whether it can be imported, which cell is bad and why, and who has a file already. */
@Injectable()
export class CheckImport {
  constructor(
    private readonly seals: ImportSeals,
    private readonly holders: PhoneHolders,
    private readonly numbers: OwnNumbers,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal IMPORT_NOT_FOUND, IMPORT_STATE once it was run, IMPORT_CONTENT_GONE, INVALID_INPUT naming `columns` */
  async execute(staff: StaffPrincipal, id: string, request: CheckRequest): Promise<void> {
    const now = this.clock.now();
    await this.unitOfWork.run(async (tx) => {
      const one = await requireOpenImport(tx, staff, id);
      const headings = this.seals.readHeadings(id, one.headingsSealed);
      const mapping = mappingFrom(request, headings.length);
      const opening = openingOf(request, mapping);
      const { openingProtocolNo: protocolNo } = opening;
      if (protocolNo && (await protocolUsed(tx, protocolNo, id)))
        refuseField('protocolNo', '这个协议编号已经用过了');
      const found = await this.#look(tx, id, mapping);
      const { onDuplicate } = request;
      await changeImport(tx, id, {
        ...{ state: 'checked', mapping, onDuplicate, checkedAt: now },
        ...{ ...opening, ...found },
      });
      await keepMapping(tx, this.seals.headingsHash(headingsKey(headings)), mapping, now);
    });
  }

  /** @returns how many cells are bad, and what sound rows bring along */
  async #look(tx: Tx, id: string, mapping: ColumnMapping): Promise<Found> {
    const today = localDate(this.clock.now(), HOME_ZONE);
    const earlier = new EarlierRows();
    const found = { faultCount: 0, openingRows: 0, openingPrincipalFen: 0, openingBonusFen: 0 };
    let after = 0;
    for (;;) {
      const rows = await rowsAfter(tx, id, after, AT_ONCE);
      if (rows.length === 0) return found;
      after = rows.at(-1)?.no ?? after;
      const read = rows.map((row): ReadOf => {
        const cells = this.seals.readCells(id, row.no, row.cellsSealed);
        return { row, read: readRow(cells, mapping, today) };
      });
      const subjects = read.map((one) => one.read.draft ?? one.read.subject);
      const phones = subjects.flatMap(({ phone }) => phone ?? []);
      const ownNos = subjects.flatMap(({ ownNo }) => ownNo ?? []);
      const known: Known = {
        ...{ mapping, rows: earlier, holders: await this.holders.of(tx, phones) },
        numbers: await this.numbers.holders(tx, ownNos),
      };
      const looked = read.map((one) => ({ ...one, ...whomOf(one.row.no, one.read, known) }));
      const checked = looked.map((one) => this.#verdict(id, one));
      for (const { read: one } of looked) {
        found.faultCount += one.faults.length;
        found.openingRows += one.draft?.opening ? 1 : 0;
        found.openingPrincipalFen += one.draft?.opening?.principalFen ?? 0;
        found.openingBonusFen += one.draft?.opening?.bonusFen ?? 0;
      }
      await markChecked(tx, id, checked);
    }
  }

  #verdict(id: string, { row, read, matchId, sameAsRow, isShared }: ReadOf & Whom): CheckedRow {
    const { no } = row;
    if (!read.draft) {
      const faultsSealed = this.seals.faults(id, no, read.faults);
      return { no, state: 'bad', matchId: null, sameAsRow: null, faultsSealed };
    }
    const isAsked = matchId !== null || sameAsRow !== null;
    const state = isAsked ? (isShared ? 'shared' : 'duplicate') : 'ready';
    return { no, state, matchId, sameAsRow, faultsSealed: null };
  }
}

/** What a check counts; amounts in fen. */
type Found = Required<
  Pick<ImportChange, 'faultCount' | 'openingRows' | 'openingPrincipalFen' | 'openingBonusFen'>
>;

/** What stands on paper of the value that a file brings along. */
function openingOf(
  { protocolNo, validEverywhere = false }: CheckRequest,
  mapping: ColumnMapping,
): Pick<ImportChange, 'openingProtocolNo' | 'openingEverywhere'> {
  const bringsValue = Object.values(mapping).some((field) => MONEY_FIELDS.includes(field));
  if (!bringsValue) return { openingProtocolNo: null, openingEverywhere: null };
  if (protocolNo === undefined)
    return refuseField('protocolNo', '有余额要导入，请填写期初协议编号');
  return { openingProtocolNo: protocolNo, openingEverywhere: validEverywhere };
}

/** A row with what its cells say. */
interface ReadOf {
  readonly row: ImportRow;
  readonly read: ReadRow;
}

function mappingFrom({ columns }: CheckRequest, width: number): ColumnMapping {
  const mapping: Record<number, ImportField> = {};
  for (const { column, field } of columns) {
    if (column >= width) refuseField('columns', '文件里没有这一列');
    if (mapping[column] !== undefined || Object.values(mapping).includes(field))
      refuseField('columns', '一列只能对应一项，一项也只能对应一列');
    mapping[column] = field;
  }
  if (!Object.values(mapping).includes('name')) refuseField('columns', '请指出哪一列是姓名');
  return mapping;
}

/** An import that was read and not run yet, locked. */
export async function requireOpenImport(
  tx: Tx,
  staff: StaffPrincipal,
  id: string,
): Promise<ClientImport> {
  const one = await lockImport(tx, id);
  if (!one || !staff.storeIds.includes(one.storeId)) return refuse('IMPORT_NOT_FOUND');
  if (one.state !== 'read' && one.state !== 'checked')
    refuse('IMPORT_STATE', { extras: { state: one.state } });
  if (one.contentGoneAt !== null) refuse('IMPORT_CONTENT_GONE');
  return one;
}

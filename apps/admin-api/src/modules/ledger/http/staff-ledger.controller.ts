import { Controller, Get, Param, Query } from '@nestjs/common';
import { CurrentStaff, StaffRoute, type StaffPrincipal } from '../../../platform/auth/index.js';
import { StoreZones } from '../../../platform/clock/index.js';
import { Database } from '../../../platform/database/index.js';
import { refuse, refuseField } from '../../../platform/errors/index.js';
import { IdPipe } from '../../../platform/input/index.js';
import { brandLiability, storeLiabilities } from '../data/liability.js';
import { traceEntry } from '../data/trace.js';
import { ReadSeals } from '../read-seals.js';
import { VerifyLedger } from '../verify-ledger.js';
import {
  LedgerSealListDto,
  LedgerTransactionDto,
  LedgerVerdictDto,
  LiabilityDto,
  SealsQueryDto,
} from './dto/ledger.dto.js';
import { presentEntry, presentSeal, presentVerdict } from './present-ledger.js';

/** The number of a seal as the page before gave it. */
const SEAL_NO = /^seal\.([1-9]\d{0,14})$/;
const cursorOf = (no: number): string => Buffer.from(`seal.${no}`).toString('base64url');

/** @throws Refusal INVALID_INPUT naming `cursor` */
function readCursor(cursor: string): number {
  const [, no] = SEAL_NO.exec(Buffer.from(cursor, 'base64url').toString('latin1')) ?? [];
  return no === undefined ? refuseField('cursor', '请从第一页看起') : Number(no);
}

@Controller('staff/ledger')
export class StaffLedgerController {
  constructor(
    private readonly database: Database,
    private readonly verifyLedger: VerifyLedger,
    private readonly readSeals: ReadSeals,
    private readonly zones: StoreZones,
  ) {}

  /** Walks the whole books and names the first row that is not as it must be. */
  @Get('verify')
  @StaffRoute('ledger.verify')
  async verify(): Promise<LedgerVerdictDto> {
    return presentVerdict(await this.verifyLedger.run());
  }

  /** The seals, newest first, each with whether its signature and its line outside the database are as they must be. */
  @Get('seals')
  @StaffRoute('ledger.verify')
  async seals(@Query() { cursor }: SealsQueryDto): Promise<LedgerSealListDto> {
    const page = await this.readSeals.page(cursor === undefined ? undefined : readCursor(cursor));
    const items = page.items.map(presentSeal);
    return page.next === undefined ? { items } : { items, nextCursor: cursorOf(page.next) };
  }

  /** One entry by its number, with its postings, the balances it led to, and what it is tied to. */
  @Get('transactions/:id')
  @StaffRoute('ledger.read')
  async transaction(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) entryNo: string,
  ): Promise<LedgerTransactionDto> {
    const entry = await traceEntry(this.database, entryNo);
    if (!entry || !staff.storeIds.includes(entry.storeId)) refuse('LEDGER_TX_NOT_FOUND');
    const zoneOf = await this.zones.of([entry.storeId]);
    return presentEntry(entry, zoneOf(entry.storeId));
  }

  /** What is owed now. */
  @Get('liability')
  @StaffRoute('ledger.read')
  async liability(@CurrentStaff() staff: StaffPrincipal): Promise<LiabilityDto> {
    const [stores, brand] = await Promise.all([
      storeLiabilities(this.database),
      brandLiability(this.database),
    ]);
    return { stores: stores.filter(({ storeId }) => staff.storeIds.includes(storeId)), ...brand };
  }
}

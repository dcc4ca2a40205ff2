import { Controller, Get, Param } from '@nestjs/common';
import { CurrentStaff, StaffRoute, type StaffPrincipal } from '../../../platform/auth/index.js';
import { Database } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import { IdPipe } from '../../../platform/input/index.js';
import { brandLiability, storeLiabilities } from '../data/liability.js';
import { traceEntry } from '../data/trace.js';
import { VerifyLedger } from '../verify-ledger.js';
import { LedgerTransactionDto, LedgerVerdictDto, LiabilityDto } from './dto/ledger.dto.js';
import { presentEntry, presentVerdict } from './present-ledger.js';

@Controller('staff/ledger')
export class StaffLedgerController {
  constructor(
    private readonly database: Database,
    private readonly verifyLedger: VerifyLedger,
  ) {}

  /** Walks the whole books and names the first row that is not as it must be. */
  @Get('verify')
  @StaffRoute('ledger.verify')
  async verify(): Promise<LedgerVerdictDto> {
    return presentVerdict(await this.verifyLedger.run());
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
    return presentEntry(entry);
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

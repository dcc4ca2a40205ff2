import { StaffPackageListDto } from '../../packages/http/dto/package.dto.js';
import { StaffPointsDto } from '../../points/http/dto/points.dto.js';
import { StaffMemberTierDto } from '../../tiers/http/dto/tier.dto.js';
import { StaffWalletDto, StatementDto } from './wallet.dto.js';

/** What a client has, as each of its own routes answers it. */
export class ClientMoneySheetsDto {
  wallet: StaffWalletDto;
  /** Of this month; null before she has stored value. */
  statement: StatementDto | null;
  tier: StaffMemberTierDto;
  points: StaffPointsDto;
  packages: StaffPackageListDto;
}

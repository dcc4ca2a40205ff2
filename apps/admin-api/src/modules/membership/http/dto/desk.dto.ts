import { IsBoolean, IsInt, IsString, Length, Matches, Max, MaxLength, Min } from 'class-validator';
import { CleanText, IfGiven, ListOf } from '../../../../platform/input/index.js';
import { ID_PATTERN } from '../../../../platform/ids/index.js';
import { REFERENCE, ReasonDto } from './top-up.dto.js';

const MOST_FEN = 100_000_000;
export const CODE = /^[\d\s-]{12,40}$/;

export class ReadMemberCodeDto {
  /** As scanned or typed. */
  @Matches(CODE, { message: '会员码应为一串数字' })
  code: string;
}

/** Whose code it is. */
export class CodeOwnerDto {
  clientId: string;
  name: string;
  memberNo: string;
  phoneMasked: string | null;
  cardNo: string;
  /** Fen. */
  principalFen: number;
  bonusFen: number;
  frozen: boolean;
}

export class SpendValueDto {
  /** The store that serves. */
  @Matches(ID_PATTERN)
  storeId: string;

  /** Fen. */
  @IsInt()
  @Min(1)
  @Max(MOST_FEN)
  amountFen: number;

  /** What it would have cost before discount, in fen; the amount unless told, at most ten times it. Refunds are reckoned from it. */
  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(MOST_FEN)
  listPriceFen?: number;

  /** What it is for, as the client reads it. */
  @CleanText()
  @IsString()
  @Length(1, 60)
  @Matches(/\S/, { message: '请写明扣款的项目' })
  title: string;

  /** The client's member code; or give the number of the slip that she signed. */
  @IfGiven()
  @Matches(CODE, { message: '会员码应为一串数字' })
  code?: string;

  @IfGiven()
  @Matches(REFERENCE, { message: '请填写签字单号（字母、数字）' })
  slipNo?: string;
}

export class FreezeWalletDto extends ReasonDto {
  @Matches(ID_PATTERN)
  storeId: string;
}

export class FrozenDto {
  clientId: string;
  frozen: boolean;
}

export class TransferValueDto extends ReasonDto {
  @Matches(ID_PATTERN)
  storeId: string;

  /** The file that receives. */
  @Matches(ID_PATTERN)
  toClientId: string;

  /** How much, principal and bonus together, in fen; absent: everything. */
  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(MOST_FEN)
  amountFen?: number;

  /** The giver's member code. */
  @Matches(CODE, { message: '会员码应为一串数字' })
  code: string;

  /** The caller's own password again. */
  @IsString()
  @MaxLength(200)
  password: string;
}

export class TransferredDto {
  id: string;
  fromClientId: string;
  toClientId: string;
  /** Fen. */
  principalFen: number;
  bonusFen: number;
  txId: string;
}

export class DisputeDto {
  /** What is wrong, in the client's words. */
  @IfGiven()
  @CleanText()
  @IsString()
  @MaxLength(200)
  note?: string;
}

/** A row of opening balances as it stands in the protocol. */
export class OpeningRowDto {
  /** The client's number, such as YC000123. */
  @IsString()
  @MaxLength(40)
  memberNo: string;

  /** Paid value that is left, in fen. */
  @IsInt()
  principalFen: number;

  /** Value given on top that is left, in fen; none unless told. */
  @IfGiven()
  @IsInt()
  bonusFen?: number;

  /** What was paid for it originally, in fen; the principal unless told. */
  @IfGiven()
  @IsInt()
  originalPriceFen?: number;

  /** YYYY-MM-DD. */
  @IsString()
  @MaxLength(40)
  paidOn: string;
}

export class OpeningBalancesDto {
  /** The store whose books take them over. */
  @Matches(ID_PATTERN)
  storeId: string;

  /** Number of the signed protocol; imported once. */
  @Matches(REFERENCE, { message: '请填写期初协议编号（字母、数字）' })
  protocolNo: string;

  /** Valid in all stores. */
  @IsBoolean()
  validEverywhere: boolean;

  /** True: only says what would happen and what is wrong. */
  @IsBoolean()
  dryRun: boolean;

  /** True: the warnings were looked at, import all the same. */
  @IfGiven()
  @IsBoolean()
  confirmed?: boolean;

  @ListOf(() => OpeningRowDto, { min: 1, max: 500 })
  rows: OpeningRowDto[];
}

/** A cell that cannot be taken over. */
export class OpeningFaultDto {
  /** 1 is the first row. */
  row: number;
  column: 'memberNo' | 'principalFen' | 'bonusFen' | 'originalPriceFen' | 'paidOn';
  message: string;
}

export class OpeningResultDto {
  /** False for a dry run and when anything is wrong: then nothing was written. */
  imported: boolean;
  rows: number;
  /** Fen. */
  principalFen: number;
  bonusFen: number;
  faults: OpeningFaultDto[];
  /** The same client twice, a balance that another protocol brought, more than the cap: imported only when confirmed. */
  warnings: OpeningFaultDto[];
  batchId: string | null;
}

import { IsString, Matches, MaxLength } from 'class-validator';
import { ID_PATTERN } from '../../../../../platform/ids/index.js';
import { IfGiven, IsLocalDate } from '../../../../../platform/input/index.js';

export class AuditQueryDto {
  /** Entries about this client. */
  @IfGiven()
  @Matches(ID_PATTERN, { message: '没有这位顾客' })
  customerId?: string;

  /** Entries of what this member of staff did. */
  @IfGiven()
  @Matches(ID_PATTERN, { message: '没有这位员工' })
  staffId?: string;

  /** A deed by its name, such as `phone.revealed`. */
  @IfGiven()
  @Matches(/^[a-z][a-z_.-]{0,63}$/, { message: '没有这种操作' })
  action?: string;

  /** One day in the salon's zone. */
  @IfGiven()
  @IsLocalDate()
  date?: string;

  /** From the page before. */
  @IfGiven()
  @IsString()
  @MaxLength(40)
  cursor?: string;
}

/** Something that an entry tells of its deed. */
export class AuditFactDto {
  /** As staff read it. */
  name: string;
  value: string;
}

/** Who did what to whose data. */
export class AuditEntryDto {
  id: string;
  /** RFC 3339 in the salon's offset. */
  at: string;
  actorKind: 'client' | 'staff' | 'system';
  actorId: string;
  /** Null where it is nobody's name. */
  actorName: string | null;
  action: string;
  /** As staff read it. */
  actionName: string;
  /** The client, when it is about one. */
  customerId: string | null;
  /** The client's or staff member's name; null for things. */
  subjectName: string | null;
  facts: AuditFactDto[];
  /** The chain has reached it. */
  linked: boolean;
}

export class AuditActionDto {
  action: string;
  name: string;
}

export class AuditListDto {
  items: AuditEntryDto[];
  /** Where the next page begins; missing on the last one. */
  nextCursor?: string;
  /** The deeds that can be asked for. */
  actions: AuditActionDto[];
}

/** The first row that is not as the chain says it must be. */
export class BadAuditRowDto {
  table: 'audit_log' | 'audit_chain' | 'tip_file';
  /** The row's number; of a file its name and line. */
  key: string;
  /** What is wrong, in Chinese. */
  problem: string;
}

export class AuditVerdictDto {
  /** True when every row is as it must be. */
  ok: boolean;
  /** Rows that were held against the chain. */
  checked: number;
  /** Newer rows that the chain has not reached yet. */
  waiting: number;
  /** Null when all is well. */
  firstBadRow: BadAuditRowDto | null;
  /** Milliseconds it took. */
  tookMs: number;
}

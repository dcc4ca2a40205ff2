import { Controller, Get, Query } from '@nestjs/common';
import { VerifyAudit } from '../../../../platform/audit-chain/index.js';
import { StaffRoute } from '../../../../platform/auth/index.js';
import { HOME_ZONE, addDays, instantOf } from '../../../../platform/clock/index.js';
import { refuseField } from '../../../../platform/errors/index.js';
import { NAMED_ACTIONS } from '../action-words.js';
import type { EntryFilter } from '../data/entries.js';
import { ReadAudit } from '../read-audit.js';
import { AuditListDto, AuditQueryDto, AuditVerdictDto } from './dto/audit.dto.js';
import { presentEntry, presentVerdict } from './present-audit.js';

const ENTRY_NO = /^audit\.([1-9]\d{0,14})$/;
const cursorOf = (id: number): string => Buffer.from(`audit.${id}`).toString('base64url');

/** @throws Refusal INVALID_INPUT naming `cursor` */
function readCursor(cursor: string): number {
  const [, id] = ENTRY_NO.exec(Buffer.from(cursor, 'base64url').toString('latin1')) ?? [];
  return id === undefined ? refuseField('cursor', '请从第一页看起') : Number(id);
}

function filterOf({ customerId, staffId, action, date }: AuditQueryDto): EntryFilter {
  const day =
    date === undefined
      ? {}
      : { from: instantOf(date, 0, HOME_ZONE), to: instantOf(addDays(date, 1), 0, HOME_ZONE) };
  return {
    ...day,
    ...(customerId === undefined ? {} : { customerId }),
    ...(staffId === undefined ? {} : { staffId }),
    ...(action === undefined ? {} : { action }),
  };
}

/** Who read or changed what of whom, and whether the record of it is whole. */
@Controller('staff/audit')
export class StaffAuditController {
  constructor(
    private readonly readAudit: ReadAudit,
    private readonly verifyAudit: VerifyAudit,
  ) {}

  @Get()
  @StaffRoute('audit.read')
  async list(@Query() query: AuditQueryDto): Promise<AuditListDto> {
    const before = query.cursor === undefined ? undefined : readCursor(query.cursor);
    const page = await this.readAudit.page(filterOf(query), before);
    const items = page.items.map(presentEntry);
    const next = page.next === undefined ? {} : { nextCursor: cursorOf(page.next) };
    return { items, ...next, actions: NAMED_ACTIONS.map((one) => ({ ...one })) };
  }

  /** Walks the whole chain and names the first row that was changed, taken away or slipped in. */
  @Get('verify')
  @StaffRoute('audit.read')
  async verify(): Promise<AuditVerdictDto> {
    return presentVerdict(await this.verifyAudit.run());
  }
}

import { HOME_ZONE, toRfc3339 } from '../../../../platform/clock/index.js';
import type { AuditVerdict } from '../../../../platform/audit-chain/index.js';
import { actionWord } from '../action-words.js';
import type { NamedEntry } from '../read-audit.js';
import type { AuditEntryDto, AuditFactDto, AuditVerdictDto } from './dto/audit.dto.js';

/** What of a deed's facts people can read; the others are for programs. */
const FACTS: Readonly<Record<string, string>> = {
  reason: '原因',
  version: '版本',
  entryNo: '账目编号',
  points: '积分',
  rows: '行数',
  downloads: '下载次数',
};
const MONEY: Readonly<Record<string, string>> = {
  amountFen: '金额',
  principalFen: '本金',
  bonusFen: '赠金',
};

/** The log is the whole house's, so its times are those of the salon. */
export function presentEntry(entry: NamedEntry): AuditEntryDto {
  return {
    ...{ id: String(entry.id), at: toRfc3339(entry.at, HOME_ZONE) },
    ...{ actorKind: entry.actorKind, actorId: entry.actorId, actorName: entry.actorName },
    ...{ action: entry.action, actionName: actionWord(entry.action) },
    customerId: entry.subjectKind === 'customer' ? entry.subjectId : null,
    ...{ subjectName: entry.subjectName, facts: factsOf(entry.detail), linked: entry.linked },
  };
}

function factsOf(detail: unknown): AuditFactDto[] {
  const facts: unknown = typeof detail === 'string' ? JSON.parse(detail) : detail;
  if (facts === null || typeof facts !== 'object') return [];
  return Object.entries(facts as Record<string, unknown>).flatMap(([name, value]) => {
    const money = Object.hasOwn(MONEY, name) ? MONEY[name] : undefined;
    if (money !== undefined && typeof value === 'number')
      return [{ name: money, value: `${(value / 100).toFixed(2)} 元` }];
    const word = Object.hasOwn(FACTS, name) ? FACTS[name] : undefined;
    if (word === undefined || (typeof value !== 'string' && typeof value !== 'number')) return [];
    return [{ name: word, value: String(value) }];
  });
}

export function presentVerdict(verdict: AuditVerdict): AuditVerdictDto {
  const { firstBadRow, ...rest } = verdict;
  return { ...rest, firstBadRow: firstBadRow ?? null };
}

import { HOME_ZONE, toRfc3339 } from '../../../../platform/clock/index.js';
import type { AuditVerdict } from '../../../../platform/audit-chain/index.js';
import { CONTACT_NAMES } from '../../../customers/index.js';
import { CONSENT_TEXT_NAMES } from '../../../care/index.js';
import { actionWord } from '../action-words.js';
import type { NamedEntry } from '../read-audit.js';
import type { AuditEntryDto, AuditFactDto, AuditVerdictDto } from './dto/audit.dto.js';
import { fromJsonColumn } from '../../../../platform/database/index.js';

/** What of a deed's facts people can read; the others are for programs. */
const FACTS: Readonly<Record<string, string>> = {
  contact: '联系方式',
  reason: '原因',
  version: '版本',
  entryNo: '账目编号',
  points: '积分',
  rows: '行数',
  asked: '核对项数',
  exportNo: '导出编号',
  phones: '手机号',
  phone: '手机尾号',
  approvedBy: '批准人',
  besideOf: '由谁请看',
  context: '用在',
  kind: '内容',
};
/** How a fact that is kept as a code is read. */
const CODES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  // Which detail it was is kept as its code.
  contact: CONTACT_NAMES,
  context: {
    ...{ appointment: '预约', bill: '账单', plan: '护理方案', session_use: '划次' },
    points_redemption: '积分兑换',
  },
  kind: CONSENT_TEXT_NAMES,
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
    ...{
      subjectName: entry.subjectName,
      facts: [...factsOf(entry), ...placeOf(entry)],
      linked: entry.linked,
    },
  };
}

/** Where a reader works; a read of another store's client stands out. */
function placeOf({ readIn }: NamedEntry): AuditFactDto[] {
  if (readIn === null) return [];
  const stores = { name: '查看人门店', value: readIn.stores.join('、') };
  return readIn.home === null
    ? [stores]
    : [stores, { name: '跨店查看，顾客常去', value: readIn.home }];
}

function factsOf({ detail, names }: NamedEntry): AuditFactDto[] {
  const facts = fromJsonColumn(detail);
  if (facts === null || typeof facts !== 'object') return [];
  return Object.entries(facts as Record<string, unknown>).flatMap(([name, value]) => {
    const money = Object.hasOwn(MONEY, name) ? MONEY[name] : undefined;
    if (money !== undefined && typeof value === 'number')
      return [{ name: money, value: `${(value / 100).toFixed(2)} 元` }];
    const word = Object.hasOwn(FACTS, name) ? FACTS[name] : undefined;
    if (word === undefined || (typeof value !== 'string' && typeof value !== 'number')) return [];
    const code = String(value);
    return [{ name: word, value: CODES[name]?.[code] ?? names.get(code) ?? code }];
  });
}

export function presentVerdict(verdict: AuditVerdict): AuditVerdictDto {
  const { firstBadRow, ...rest } = verdict;
  return { ...rest, firstBadRow: firstBadRow ?? null };
}

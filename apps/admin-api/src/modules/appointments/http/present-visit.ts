import type { CustomerSummary } from '../../customers/index.js';
import { spokenTime, toRfc3339 } from '../../../platform/clock/index.js';
import type { VisitChange } from '../data/visit.js';
import type { VisitOption } from '../data/visit-options.js';
import type { WordedChange, WordedVisit } from '../data/visit-words.js';
import type { Viewer } from '../rules/viewer.js';
import type { StaffVisitDto, VisitChangeDto, VisitDto, VisitOptionDto } from './dto/visit.dto.js';

/** What each change is to the client. A staff member's name stays in the house. */
const TOLD: Readonly<Record<VisitChange['transition'], (byClient: boolean) => string>> = {
  book: (byClient) => (byClient ? '您提交了预约' : '门店为您预约'),
  confirm: () => '门店已确认',
  arrive: () => '您已到店',
  start: () => '开始服务',
  complete: () => '服务完成',
  cancel: (byClient) => (byClient ? '您取消了预约' : '门店取消了预约'),
  no_show: () => '未到店',
  move: (byClient) => (byClient ? '您改了时间' : '门店改了时间'),
  expire: () => '门店未能及时确认，预约已过期',
  offer: () => '门店建议了其他时间',
  accept: (byClient) => (byClient ? '您选好了时间' : '门店按您的选择改好了时间'),
  decline: () => '门店没能接下这次预约',
  escalate: () => '',
};

/** Steps that are the salon's own affair. */
const UNTOLD = new Set<VisitChange['transition']>(['escalate']);

function toldTo(change: VisitChange, visit: WordedVisit): string {
  if (change.transition === 'expire' && change.from === 'held') return '没有及时选择，时间已放开';
  const line = TOLD[change.transition](change.byKind === 'client');
  const from = movedFrom(change);
  return from ? `${line}（原 ${spokenTime(new Date(from), visit.timeZone)}）` : line;
}

const movedFrom = ({ detail }: VisitChange): string | null =>
  detail && 'startsAt' in detail ? detail.startsAt : null;

const offeredIn = ({ detail }: VisitChange): string[] =>
  detail && 'offered' in detail ? [...detail.offered] : [];

const beyondIn = ({ detail }: VisitChange): string[] =>
  detail && 'beyond' in detail ? [...detail.beyond] : [];

function presentOption({ id, startsAt, endsAt, items }: VisitOption, zone: string): VisitOptionDto {
  return {
    id,
    start: toRfc3339(startsAt, zone),
    end: toRfc3339(endsAt, zone),
    priceFen: items.reduce((sum, item) => sum + item.priceFen, 0),
    items: items.map(({ serviceId, staffId, staffName, priceFen }) => ({
      ...{ serviceId, staffId, staffName, priceFen },
    })),
  };
}

/** A visit as its client sees it; whether it can still be cancelled or moved is judged for the viewer. */
export function presentVisit(visit: WordedVisit, viewer: Viewer): VisitDto {
  const zone = visit.timeZone;
  const ahead = viewer.now < visit.startsAt || visit.state === 'held';
  const open = viewer.by.kind === 'staff' || ahead;
  const allowed = viewer.allowed(visit.state);
  return {
    id: visit.id,
    state: visit.state,
    storeId: visit.storeId,
    storeName: visit.storeName,
    start: toRfc3339(visit.startsAt, zone),
    end: toRfc3339(visit.endsAt, zone),
    priceFen: visit.priceFen,
    note: visit.note,
    items: visit.items.map((item) => ({
      serviceId: item.serviceId,
      serviceName: item.serviceName,
      staffId: item.staffId,
      staffName: item.staffName,
      staffTitle: item.staffTitle,
      requested: item.requested,
      start: toRfc3339(item.startsAt, zone),
      end: toRfc3339(item.endsAt, zone),
      priceFen: item.priceFen,
      session: item.session && {
        packageId: item.session.packageId,
        itemId: item.session.itemId,
        packageName: item.session.packageName,
        used: item.session.state === 'redeemed',
      },
    })),
    cancellable: open && allowed.includes('cancel'),
    reschedulable: open && allowed.includes('move'),
    freeCancelUntil: toRfc3339(visit.freeCancelUntil, zone),
    createdAt: toRfc3339(visit.createdAt, zone),
    cancelReason: visit.cancelReason,
    declineReason: visit.declineReason,
    heldFor: visit.heldFor,
    expiresAt: visit.expiresAt && toRfc3339(visit.expiresAt, zone),
    options: visit.options.map((option) => presentOption(option, zone)),
    lateCancel: visit.lateCancel,
    history: visit.changes.flatMap((change) =>
      UNTOLD.has(change.transition)
        ? []
        : [{ at: toRfc3339(change.at, zone), what: toldTo(change, visit) }],
    ),
  };
}

function presentChange(change: WordedChange, zone: string): VisitChangeDto {
  const { transition, from, to, byKind, byName, reason } = change;
  const at = toRfc3339(change.at, zone);
  return {
    at,
    transition,
    from,
    to,
    byKind,
    byName,
    reason,
    movedFrom: movedFrom(change),
    offered: offeredIn(change),
    beyond: beyondIn(change),
  };
}

/** A visit as the salon sees it, with what this person may do. */
export function presentStaffVisit(
  visit: WordedVisit,
  customer: CustomerSummary | undefined,
  viewer: Viewer,
): StaffVisitDto {
  const zone = visit.timeZone;
  const rooms = visit.allocations.filter((part) => part.kind === 'room').map((part) => part.name);
  // Not by spreading: an object of that many members would be built as a dictionary, at forty times the cost.
  return Object.assign(presentVisit(visit, viewer), {
    customer: {
      id: visit.customerId,
      name: customer?.name ?? '',
      phoneMasked: customer?.phoneMasked ?? null,
      memberNo: customer?.memberNo ?? '',
    },
    channel: visit.channel,
    escalatedAt: visit.escalatedAt && toRfc3339(visit.escalatedAt, zone),
    rooms: rooms.length > 1 ? [...new Set(rooms)] : rooms,
    allocations: visit.allocations.map(({ resourceId, staffId, kind, name, startsAt, endsAt }) => ({
      resourceId,
      staffId,
      kind,
      name,
      start: toRfc3339(startsAt, zone),
      end: toRfc3339(endsAt, zone),
    })),
    version: visit.version,
    allowed: viewer.due(visit),
    changes: visit.changes.map((change) => presentChange(change, zone)),
  });
}

import { HOME_ZONE, toRfc3339 } from '../../../platform/clock/index.js';
import { toStaffClientView } from '../../customers/index.js';
import { cardNoText, type WalletSight } from '../../membership/index.js';
import type { OpenRecord } from '../../treatments/index.js';
import type { VisitLine } from '../data/overview-reads.js';
import type { ClientOverview } from '../overview-queries.js';
import type { TimeLinePage } from '../time-line-queries.js';
import type {
  ClientMoneyView,
  ClientOverviewView,
  ClientSessionsView,
  ClientStandingView,
  ClientVisitLineView,
  LastTreatmentView,
  TimeLineView,
} from './dto/overview.dto.js';

function presentMoney({ value, wallet, tier }: WalletSight): ClientMoneyView {
  const { principalFen, bonusFen, heldFen, owedFen, points } = value;
  const cardNo = wallet ? cardNoText(wallet.cardNo) : null;
  return { principalFen, bonusFen, heldFen, owedFen, points, tier, cardNo };
}

const presentSessions = ({ packages }: WalletSight): ClientSessionsView[] =>
  packages.map(({ pack, items }) => ({
    ...{ packageId: pack.id, name: pack.name, expiresOn: pack.expiresOn },
    left: items.reduce((sum, item) => sum + item.left, 0),
    total: items.reduce((sum, item) => sum + item.total, 0),
    byTime: pack.kind === 'time',
  }));

const presentVisit = (visit: VisitLine): ClientVisitLineView => ({
  ...{ id: visit.id, state: visit.state, priceFen: visit.priceFen, storeName: visit.storeName },
  start: toRfc3339(visit.startsAt, visit.timeZone),
  end: toRfc3339(visit.endsAt, visit.timeZone),
  serviceNames: [...visit.serviceNames],
  staffNames: [...visit.staffNames],
});

const presentStanding = (
  standing: NonNullable<ClientOverview['standing']>,
  maySeeMoney: boolean,
): ClientStandingView => ({
  ...{ stage: standing.stage, visits: standing.visits, visitsYear: standing.visitsYear },
  ...{ firstVisitOn: standing.firstVisitOn, lastVisitOn: standing.lastVisitOn },
  ...{ rhythmDays: standing.rhythmDays, expectedOn: standing.expectedOn },
  spendYearFen: maySeeMoney ? standing.spendYearFen : null,
});

/** What was done last, without measures and amounts, which stand in the record. */
export function presentLast(record: OpenRecord): LastTreatmentView {
  const { appointmentId, storeName, visitedAt, timeZone, now } = record;
  const { done, reaction, reactionWords, advice, homeCare, staffNote, nextOn } = now.contents;
  return {
    ...{ appointmentId, storeName, byName: now.byName, reaction, reactionWords },
    ...{ advice, homeCare, staffNote, nextOn, visitedAt: toRfc3339(visitedAt, timeZone) },
    serviceNames: done.map(({ serviceName }) => serviceName),
  };
}

/** The page of a client as staff see it. */
export function presentOverview(overview: ClientOverview): ClientOverviewView {
  const { file, alerts, wallet, coupons, visits, standing, lastTreatment } = overview;
  return {
    ...toStaffClientView(file),
    alerts: alerts.map(({ kind, tone, words }) => ({ kind, tone, words })),
    money: wallet && presentMoney(wallet),
    sessions: wallet && presentSessions(wallet),
    coupons:
      coupons &&
      coupons.map(({ id, name, words, validFrom, validUntil }) => ({
        ...{ id, name, words, validFrom, validUntil },
      })),
    standing: standing ? presentStanding(standing, wallet !== null) : null,
    visits: visits && {
      upcoming: visits.upcoming.map(presentVisit),
      past: visits.past.map(presentVisit),
    },
    lastTreatment: lastTreatment && presentLast(lastTreatment),
  };
}

/** A page of a client's time line. */
export const presentTimeLine = ({ items, nextCursor }: TimeLinePage): TimeLineView => ({
  items: items.map(
    ({ id, kind, at, title, state, amountFen, extra, storeName, byName, timeZone }) => ({
      ...{ id, kind, at: toRfc3339(at, timeZone ?? HOME_ZONE), title, state },
      ...{ amountFen, extra, storeName, byName },
    }),
  ),
  ...(nextCursor === undefined ? {} : { nextCursor }),
});

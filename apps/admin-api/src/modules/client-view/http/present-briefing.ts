import { HOME_ZONE, toRfc3339 } from '../../../platform/clock/index.js';
import type { Briefing } from '../briefing-queries.js';
import type { BriefingView } from './dto/briefing.dto.js';
import { presentLast } from './present-overview.js';

/** The card about a client before a visit. */
export function presentBriefing(briefing: Briefing): BriefingView {
  const { file, profile, standing, alerts, lastVisit, lastTreatment, notes } = briefing;
  const { pressure, talk, brands, scents } = profile.details;
  return {
    ...{ clientId: file.id, name: file.name, visits: standing?.visits ?? null },
    ...{ lastVisitOn: standing?.lastVisitOn ?? null, rhythmDays: standing?.rhythmDays ?? null },
    alerts: alerts.map(({ kind, tone, words }) => ({ kind, tone, words })),
    tags: profile.tags.map(({ name, color }) => ({ name, color })),
    likes: {
      ...{ pressure, talk, brands, scents },
      ...{ serviceNames: [...briefing.usualServices], staffNames: [...briefing.preferredStaff] },
    },
    lastVisit: lastVisit
      ? {
          start: toRfc3339(lastVisit.startsAt, lastVisit.timeZone),
          storeName: lastVisit.storeName,
          serviceNames: [...lastVisit.serviceNames],
          staffNames: [...lastVisit.staffNames],
        }
      : null,
    lastTreatment: lastTreatment && presentLast(lastTreatment),
    notes: notes.map(({ id, text, by, at }) => ({
      ...{ id, text, byName: by.name, at: toRfc3339(at, HOME_ZONE) },
    })),
  };
}
